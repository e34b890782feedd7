import { type Judge, NEED, SKIP, skipTo } from './either.ts';
import { latin1, latin1Bytes } from './latin1.ts';
import {
  hostItems,
  isPlain,
  itemBytes,
  itemFields,
  type MenuItem,
  type MenuReply,
  type MenuReplyItem,
  maskReply,
  replyItemBytes,
  SUB_TAG_CHARS,
  statusOf,
  TAG_CHARS,
} from './menu_item.ts';
import { type ReplyRules, replyItem } from './menu_reply.ts';
import type { FrameField } from './protocol.ts';
import { wrongStart } from './start_bytes.ts';
import type { Front } from './stream.ts';

/** What the host may say: a menu command (`.` at its end stores for good, `!` until power goes), or pull the trigger. */
export type HoneywellHostMessage =
  | { readonly type: 'menu'; readonly items: readonly MenuItem[] }
  /** `small` is the lower-case trigger which Access-IS readers take in interactive mode. */
  | { readonly type: 'trigger'; readonly on: boolean; readonly small: boolean };

const SYN = 0x16;
const CR = 0x0d;
const LF = 0x0a;
const MENU = 0x4d;
/** T and U; the lower-case ones differ by one bit. */
const TRIGGER_ON = 0x54;
const TRIGGER_OFF = 0x55;
const SMALL = 0x20;
const PREFIX_BYTES = 3;
const MAX_COMMAND_BYTES = 512;
const MAX_REPLY_BYTES = 2048;
/** The one answer that is known to have several lines: the software revision. They come first, then the echo. */
const REVISION = 'REVINF';
/** How those lines begin (trace of a Voyager 1602g). */
const REVISION_START = [...'Product Name:'].map((char) => char.charCodeAt(0));

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
  if (message.linesFirst !== true) return Uint8Array.from(replyItemBytes(message.items));
  const lines = message.items.map(({ data }) => data).join('');
  const echo = message.items.map((item) => ({ ...item, data: '' }));
  return Uint8Array.from([...latin1Bytes(lines), ...replyItemBytes(echo)]);
}

const RULES: ReplyRules = { marks: '.!,;', lines: () => false, mostBytes: MAX_REPLY_BYTES };

/** The command again, in capitals, with ACK, ENQ or NAK directly before each punctuation mark. */
export const honeywellReplyJudge: Judge<MenuReply> = (bytes) => {
  if (wrongStart(bytes, REVISION_START) < 0) return bytes.length < REVISION_START.length ? NEED : revision(bytes);
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

/** The lines of the software revision and the echo behind them. */
function revision(bytes: Uint8Array): Front<MenuReply> {
  const most = Math.min(bytes.length, MAX_REPLY_BYTES);
  let at = REVISION_START.length;
  while (at < most && isLineByte(bytes[at] ?? 0)) at += 1;
  if (at === MAX_REPLY_BYTES) return SKIP;
  const status = statusOf(bytes[at]);
  const mark = bytes[at + 1];
  const echoAt = at - REVISION.length;
  if (at < most && (status === null || latin1(bytes, echoAt, at) !== REVISION)) return SKIP;
  if (status === null || mark === undefined) return NEED;
  if (mark !== DOT && mark !== BANG) return SKIP;
  const item = { name: REVISION, data: latin1(bytes, 0, echoAt), status, end: mark === DOT ? '.' : '!' };
  return { kind: 'frame', length: at + 2, message: { type: 'reply', items: [item], linesFirst: true } };
}

function isLineByte(byte: number): boolean {
  return isPlain(byte) || byte === CR || byte === LF;
}

/** The parts of an answer. */
export function honeywellReplyFields(frame: Uint8Array): FrameField[] {
  if (wrongStart(frame, REVISION_START) >= 0) return itemFields(frame, 0, frame.length, true);
  const echoAt = frame.length - REVISION.length - 2;
  return [{ name: 'value', from: 0, to: echoAt, open: false }, ...itemFields(frame, echoAt, frame.length, true)];
}

/** The same answer covered; the words by which the lines of a revision are known stay. */
export const maskHoneywellReply = (reply: MenuReply): MenuReply => maskReply(reply, REVISION_START.length);

/** Whether these bytes are the lines of a revision answer, of which no line is a code. */
export function isRevision(bytes: Uint8Array): boolean {
  return bytes.length >= REVISION_START.length && wrongStart(bytes, REVISION_START) < 0;
}
