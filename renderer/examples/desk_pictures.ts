import type { DeskPictures } from './desk_picture.ts';
import { PATTERNS_PICTURES } from './patterns_pictures.tsx';
import { RULES_PICTURES } from './rules_pictures.tsx';

/** Every picture of the desk, an area a line. */
export const DESK_PICTURES: DeskPictures = { ...PATTERNS_PICTURES, ...RULES_PICTURES };
