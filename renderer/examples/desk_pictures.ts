import { ACCESS_PICTURES } from './access_pictures.tsx';
import { ADVANCE_PICTURES } from './advance_pictures.tsx';
import { DECISIONS_PICTURES } from './decisions_pictures.tsx';
import type { DeskPictures } from './desk_picture.ts';
import { INCIDENT_PICTURES } from './incident_pictures.tsx';
import { LAW_PICTURES } from './law_pictures.tsx';
import { PATTERNS_PICTURES } from './patterns_pictures.tsx';
import { POSTURE_PICTURES } from './posture_pictures.tsx';
import { REPLAY_PICTURES } from './replay_pictures.tsx';
import { RULES_PICTURES } from './rules_pictures.tsx';
import { SECOND_LINE_PICTURES } from './second_line_pictures.tsx';
import { SHIFT_PICTURES } from './shift_pictures.tsx';

/** Every picture of the desk, an area a line. */
export const DESK_PICTURES: DeskPictures = {
  ...ADVANCE_PICTURES,
  ...ACCESS_PICTURES,
  ...DECISIONS_PICTURES,
  ...INCIDENT_PICTURES,
  ...LAW_PICTURES,
  ...PATTERNS_PICTURES,
  ...POSTURE_PICTURES,
  ...REPLAY_PICTURES,
  ...RULES_PICTURES,
  ...SECOND_LINE_PICTURES,
  ...SHIFT_PICTURES,
};
