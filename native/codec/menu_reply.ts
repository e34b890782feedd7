import { NEED } from './either.ts';
import { latin1 } from './latin1.ts';
import { isNameByte, isPlain, type MenuReplyItem, statusOf } from './menu_item.ts';

/** How a family of readers writes its answers. */
export interface ReplyRules {
  /** The punctuation marks that may stand behind a status byte. */
  readonly marks: string;
  /** Whether the answer to this name may have several lines. */
  readonly lines: (name: string) => boolean;
  /** No answer is longer. */
  readonly mostBytes: number;
}

/** An item of an answer and where the next one begins; or that more bytes are needed; or how many can be no answer. */
export type FoundItem =
  | { readonly kind: 'item'; readonly item: MenuReplyItem; readonly next: number }
  | { readonly kind: 'need' }
  | { readonly kind: 'skip'; readonly bytes: number };

/** Reads one item, its name `width` characters long, from `from` on: name, data, status byte, punctuation mark. */
export function replyItem(bytes: Uint8Array, from: number, width: number, rules: ReplyRules): FoundItem {
  const dataFrom = from + width;
  for (let at = from; at < dataFrom; at += 1) {
    const byte = bytes[at];
    if (byte === undefined) return NEED;
    // No name can begin before or at a byte that no name may hold.
    if (!isNameByte(byte)) return { kind: 'skip', bytes: at + 1 };
  }
  const name = latin1(bytes, from, dataFrom);
  const end = dataEnd(bytes, dataFrom, rules.lines(name), rules.mostBytes);
  const byte = bytes[end];
  if (byte === undefined) return end < rules.mostBytes ? NEED : { kind: 'skip', bytes: end };
  const status = statusOf(byte);
  if (status === null) return { kind: 'skip', bytes: Math.min(end + 1, rules.mostBytes) };
  if (bytes.length < end + 2) return NEED;
  const mark = latin1(bytes, end + 1, end + 2);
  if (!rules.marks.includes(mark)) return { kind: 'skip', bytes: end + 1 };
  return { kind: 'item', item: { name, data: latin1(bytes, dataFrom, end), status, end: mark }, next: end + 2 };
}

/** Where the data end: at the first byte that is neither text nor, where there may be lines, a break. */
function dataEnd(bytes: Uint8Array, from: number, lines: boolean, most: number): number {
  const last = Math.min(bytes.length, most);
  let at = from;
  while (at < last) {
    const byte = bytes[at] ?? 0;
    if (!isPlain(byte) && !(lines && (byte === 0x0d || byte === 0x0a))) break;
    at += 1;
  }
  return at;
}
