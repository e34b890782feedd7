import type { CommandFamily } from '../../codec/framed_mrz_format.ts';
import { encodeHoneywellHost } from '../../codec/honeywell_menu.ts';
import { encodeNewlandCommand } from '../../codec/newland_ucs.ts';
import type { MenuCommand } from '../menu_requests.ts';

/** What a family of readers can be told beside what it sends. Nothing here is stored for good. */
export interface BackEnd {
  /** A question that every reader of the family answers, be it with "not known"; changes nothing. */
  readonly query: MenuCommand;
  /** Questions for the firmware, the one that tells most first. */
  readonly firmware: readonly MenuCommand[];
  /** Settings until power goes, before the first trigger. A reader that does not know one may do without it. */
  readonly prepare: readonly MenuCommand[];
  /** Starts looking for a document; `name` is null where the family does not answer. */
  readonly trigger: Trigger;
}

/** A trigger: as a command with an answer, or as bytes without one. */
export type Trigger = MenuCommand | { readonly bytes: Uint8Array; readonly name: null };

/** `#` holds until power goes; `@` would store for good and is never sent. */
function newland(name: string, data: string): MenuCommand {
  return { name, bytes: encodeNewlandCommand({ type: 'command', store: '#', items: [{ name, data, end: ';' }] }) };
}

/** `!` holds until power goes; the dot stands behind questions only, where it stores nothing. */
function honeywell(name: string, data: string, end: '.' | '!'): MenuCommand {
  const item = { name: name.toLowerCase(), data, end };
  return { name, bytes: encodeHoneywellHost({ type: 'menu', items: [item] }) };
}

export const BACK_ENDS: Readonly<Record<Exclude<CommandFamily, 'none'>, BackEnd>> = {
  newland: {
    query: newland('128ENA', '*'),
    firmware: [newland('QRYSYS', ''), newland('QRYFWV', '')],
    // Lets a command pull the trigger.
    prepare: [newland('SCNTCE', '1')],
    trigger: newland('SCNTRG', '1'),
  },
  honeywell: {
    query: honeywell('OCRENA', '?', '.'),
    firmware: [honeywell('REVINF', '', '.')],
    // Character recognition on, with the template of machine readable zones.
    prepare: [honeywell('OCRENA', '1', '!'), honeywell('OCRATS', '2', '!')],
    trigger: { name: null, bytes: encodeHoneywellHost({ type: 'trigger', on: true, small: false }) },
  },
};
