import { latin1, latin1Bytes } from './latin1.ts';
import type { FrameField } from './protocol.ts';

/** One setting or question of a menu command: `name` as on the wire (tag and sub-tag, or the sub-tag alone behind a comma). */
export interface MenuItem {
  readonly name: string;
  /** The value, or the sign of a question. */
  readonly data: string;
  /** The punctuation mark behind it. */
  readonly end: string;
}

/** What became of an item: done, no such setting, no such value. */
export type MenuStatus = 'ack' | 'unknown' | 'refused';

export interface MenuReplyItem extends MenuItem {
  readonly status: MenuStatus;
}

/** A device's answer: the command again, with a status byte before each punctuation mark. */
export interface MenuReply {
  readonly type: 'reply';
  readonly items: readonly MenuReplyItem[];
  /** The data, of several lines, were sent before the echo and not within it. */
  readonly linesFirst?: true;
}

const STATUS_BYTE: Readonly<Record<MenuStatus, number>> = { ack: 0x06, unknown: 0x05, refused: 0x15 };

/** The status which this byte stands for, or null. */
export function statusOf(byte: number | undefined): MenuStatus | null {
  if (byte === 0x06) return 'ack';
  if (byte === 0x05) return 'unknown';
  return byte === 0x15 ? 'refused' : null;
}

export const TAG_CHARS = 6;
export const SUB_TAG_CHARS = 3;

export function isNameByte(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f;
}

export function isPlain(byte: number): boolean {
  return byte >= 0x20 && byte <= 0x7e;
}

/** Cuts what the host said into items at these punctuation marks; null when an item has no proper name. */
export function hostItems(text: string, marks: string): MenuItem[] | null {
  const items: MenuItem[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const end = text.charAt(at);
    if (!marks.includes(end)) continue;
    const width = items.at(-1)?.end === ',' ? SUB_TAG_CHARS : TAG_CHARS;
    const name = text.slice(from, Math.min(from + width, at));
    if (name.length < width || !/^\w+$/.test(name)) return null;
    items.push({ name, data: text.slice(from + width, at), end });
    from = at + 1;
  }
  return items;
}

export function itemBytes(items: readonly MenuItem[]): number[] {
  return items.flatMap(({ name, data, end }) => latin1Bytes(name + data + end));
}

export function replyItemBytes(items: readonly MenuReplyItem[]): number[] {
  return items.flatMap(({ name, data, status, end }) => [
    ...latin1Bytes(name + data),
    STATUS_BYTE[status],
    ...latin1Bytes(end),
  ]);
}

/** The answer with version lines: they come in a text of any kind, so it is covered. */
const LINES_NAME = 'REVINF';
/**
 * What our drivers ask and set. An answer to anything else is none of ours: a code whose end was lost runs into the next
 * answer, and then its text stands where name and data should.
 */
const OUR_NAMES: ReadonlySet<string> = new Set([
  ...['OCRENA', 'OCRATS', 'AISFWV', 'AIS_WA', 'AISOMD', 'AISINF', 'AISXXR'],
  ...['128ENA', 'QRYSYS', 'QRYFWV', 'SCNTCE', 'SCNTRG'],
]);

/** The answer with everything covered in it that is not ours. `kept` characters stand before lines that come first. */
export function maskReply<Reply extends MenuReply>(reply: Reply, kept = 0): Reply {
  const covered = (text: string, from = 0): string =>
    text.slice(0, from) + text.slice(from).replaceAll(/[^\r\n]/g, 'X');
  const items = reply.items.map((item) => {
    if (OUR_NAMES.has(item.name)) return item;
    const name = item.name === LINES_NAME ? item.name : covered(item.name);
    return { ...item, name, data: covered(item.data, reply.linesFirst === true ? kept : 0) };
  });
  return { ...reply, items };
}

/** The parts of the items from `from` on, `answered` when they carry status bytes. */
export function itemFields(frame: Uint8Array, from: number, to: number, answered: boolean): FrameField[] {
  const fields: FrameField[] = [];
  const put = (name: FrameField['name'], start: number, end: number, open = true): void => {
    if (end > start) fields.push({ name, from: start, to: end, open });
  };
  let start = from;
  let width = TAG_CHARS;
  for (let at = from; at < to; at += 1) {
    const closes = answered ? statusOf(frame[at - 1]) !== null : '.!,;'.includes(latin1(frame, at, at + 1));
    if (!closes || at - start < width) continue;
    const dataEnd = answered ? at - 1 : at;
    const name = latin1(frame, start, start + width);
    const ours = !answered || OUR_NAMES.has(name);
    put('command', start, start + width, ours || name === LINES_NAME);
    put('value', start + width, dataEnd, ours);
    if (answered) put('status', dataEnd, at);
    put('separator', at, at + 1);
    width = frame[at] === 0x2c ? SUB_TAG_CHARS : TAG_CHARS;
    start = at + 1;
  }
  put('value', start, to, !answered);
  return fields;
}

/** Text of a reply for a person: the data of its items, parted by blanks, breaks made blanks. */
export function replyText(reply: MenuReply): string {
  return reply.items
    .map(({ data }) => data)
    .join(' ')
    .replaceAll(/[\r\n]+/g, ' ')
    .trim();
}
