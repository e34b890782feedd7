import { type Judge, NEED, SKIP, skipTo } from './either.ts';
import { latin1 } from './latin1.ts';
import {
  hostItems,
  isPlain,
  itemBytes,
  type MenuItem,
  type MenuReply,
  type MenuReplyItem,
  replyItemBytes,
  SUB_TAG_CHARS,
  TAG_CHARS,
} from './menu_item.ts';
import { type ReplyRules, replyItem } from './menu_reply.ts';
import type { Front } from './stream.ts';

/** What the host may say: a menu command (`.` at its end stores for good, `!` until power goes), or pull the trigger. */
export type HoneywellHostMessage =
  | { readonly type: 'menu'; readonly items: readonly MenuItem[] }
  /** `small` is the lower-case trigger which Access-IS readers take in interactive mode. */
  | { readonly type: 'trigger'; readonly on: boolean; readonly small: boolean };

const SYN = 0x16;
const CR = 0x0d;
const MENU = 0x4d;
/** T and U; the lower-case ones differ by one bit. */
const TRIGGER_ON = 0x54;
const TRIGGER_OFF = 0x55;
const SMALL = 0x20;
const PREFIX_BYTES = 3;
const MAX_COMMAND_BYTES = 512;
const MAX_REPLY_BYTES = 2048;
/** The one answer that is known to have several lines: the software revision. */
const REVISION = 'REVINF';

const DOT = 0x2e;
const BANG = 0x21;

export function encodeHoneywellHost(message: HoneywellHostMessage): Uint8Array {
  if (message.type === 'menu') return Uint8Array.from([SYN, MENU, CR, ...itemBytes(message.items)]);
  const letter = message.on ? TRIGGER_ON : TRIGGER_OFF;
  return Uint8Array.of(SYN, message.small ? letter | SMALL : letter, CR);
}

/** `SYN M CR tag sub-tag data .` and its like; `SYN T CR`, `SYN U CR`. */
export const honeywellHostJudge: Judge<HoneywellHostMessage> = (bytes) => {
  const [first, letter, third] = bytes;
  if (first === undefined) return NEED;
  if (first !== SYN) return skipTo(bytes, SYN);
  if (letter === undefined) return NEED;
  if (letter !== MENU && !isTrigger(letter)) return SKIP;
  if (third === undefined) return NEED;
  if (third !== CR) return SKIP;
  if (letter === MENU) return menu(bytes);
  const message = { type: 'trigger', on: (letter & ~SMALL) === TRIGGER_ON, small: (letter & SMALL) !== 0 } as const;
  return { kind: 'frame', length: PREFIX_BYTES, message };
};

function isTrigger(letter: number): boolean {
  const upper = letter & ~SMALL;
  return upper === TRIGGER_ON || upper === TRIGGER_OFF;
}

function menu(bytes: Uint8Array): Front<HoneywellHostMessage> {
  for (let at = PREFIX_BYTES; at < MAX_COMMAND_BYTES; at += 1) {
    const byte = bytes[at];
    if (byte === undefined) return NEED;
    if (!isPlain(byte)) return SKIP;
    if (byte !== DOT && byte !== BANG) continue;
    const items = hostItems(latin1(bytes, PREFIX_BYTES, at + 1), '.!,;');
    return items === null ? SKIP : { kind: 'frame', length: at + 1, message: { type: 'menu', items } };
  }
  return SKIP;
}

export function encodeHoneywellReply(message: MenuReply): Uint8Array {
  return Uint8Array.from(replyItemBytes(message.items));
}

const RULES: ReplyRules = { marks: '.!,;', lines: (name) => name === REVISION, mostBytes: MAX_REPLY_BYTES };

/** The command again, in capitals, with ACK, ENQ or NAK directly before each punctuation mark. */
export const honeywellReplyJudge: Judge<MenuReply> = (bytes) => {
  const items: MenuReplyItem[] = [];
  let from = 0;
  let width = TAG_CHARS;
  for (;;) {
    const found = replyItem(bytes, from, width, RULES);
    if (found.kind !== 'item') return found;
    items.push(found.item);
    from = found.next;
    const { end } = found.item;
    if (end === '.' || end === '!') return { kind: 'frame', length: from, message: { type: 'reply', items } };
    width = end === ',' ? SUB_TAG_CHARS : TAG_CHARS;
  }
};

/** Whether these bytes are, or may become, an answer of several lines, of which no line is a code. */
export function mayBeRevision(bytes: Uint8Array): boolean {
  const there = Math.min(bytes.length, REVISION.length);
  for (let at = 0; at < there; at += 1) if (bytes[at] !== REVISION.charCodeAt(at)) return false;
  return there === REVISION.length;
}
