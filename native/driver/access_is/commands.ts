import { encodeHoneywellHost } from '../../codec/honeywell_menu.ts';
import type { MenuCommand } from '../menu_requests.ts';

/** A command of one item. Only questions end in the dot, which would store a value for good. */
function command(name: string, data: string, end: '.' | '!'): MenuCommand {
  return { name, bytes: encodeHoneywellHost({ type: 'menu', items: [{ name, data, end }] }) };
}

/** Firmware, and the heartbeat. */
export const FIRMWARE = command('AISFWV', '?', '.');
export const IMAGER_FIRMWARE = command('AIS_WA', '?', '.');
export const MODE = command('AISOMD', '?', '.');
export const INTERFACE = command('AISINF', '?', '.');

/** Sets who decides, until power goes. */
export const SET_MODE = {
  dumb: command('AISOMD', '0', '!'),
  host: command('AISOMD', '1', '!'),
  interactive: command('AISOMD', '2', '!'),
} as const;

/** What the person is shown: green, red, nothing. */
export const VERDICT = {
  GOOD: command('AISXXR', '0', '!'),
  BAD: command('AISXXR', '1', '!'),
  NONE: command('AISXXR', '2', '!'),
} as const;

/** Starts the imager in interactive mode; it is not answered. */
export const TRIGGER: Uint8Array = encodeHoneywellHost({ type: 'trigger', on: true, small: true });
