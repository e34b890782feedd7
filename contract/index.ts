import { access } from './access.ts';
import { advance } from './advance.ts';
import { audit } from './audit.ts';
import { decisions } from './decisions.ts';
import { devdock } from './devdock.ts';
import { devices } from './devices.ts';
import { forms } from './forms.ts';
import { incident } from './incident.ts';
import { lane } from './lane.ts';
import { patterns } from './patterns.ts';
import { posture } from './posture.ts';
import { replay } from './replay.ts';
import { rules } from './rules.ts';
import { secondLine } from './second_line.ts';
import { session } from './session.ts';
import { shift } from './shift.ts';
import { technicianCalls } from './technician.ts';
import { traveller } from './traveller.ts';
import { watchlist } from './watchlist.ts';

/** Everything a window may ask. One area a file; the act each call needs stands beside it and is checked in the booth. */
export const contract = {
  session,
  access,
  lane,
  audit,
  devices,
  devdock,
  watchlist,
  technician: technicianCalls,
  traveller,
  posture,
  patterns,
  secondLine,
  shift,
  rules,
  decisions,
  incident,
  replay,
  advance,
  forms,
};
export type Contract = typeof contract;
