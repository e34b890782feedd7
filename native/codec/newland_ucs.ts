import { type Judge, NEED, SKIP, skipTo } from './either.ts';
import { latin1 } from './latin1.ts';
import {
  hostItems,
  itemBytes,
  type MenuItem,
  type MenuReply,
  type MenuReplyItem,
  replyItemBytes,
  SUB_TAG_CHARS,
  TAG_CHARS,
} from './menu_item.ts';
import { type ReplyRules, replyItem } from './menu_reply.ts';

/** How long a setting lasts: `@` for good, `#` until power goes. */
export interface NewlandCommand {
  readonly type: 'command';
  readonly store: '@' | '#';
  readonly items: readonly MenuItem[];
}
export interface NewlandReply extends MenuReply {
  readonly store: '@' | '#';
}

const START = [0x01, 0x30, 0x30, 0x30, 0x30] as const;
const HOST_MARK = 0x7e;
/** The first byte of every answer. */
export const NEWLAND_REPLY_MARK = 0x02;
/** Mark, SOH, four digits and the kind of storage. */
export const NEWLAND_HEAD_BYTES = 7;
const ETX = 0x03;
const AT = 0x40;
const HASH = 0x23;
const SEMICOLON = 0x3b;
const MAX_COMMAND_BYTES = 512;
/** Device information has several lines. */
const MAX_REPLY_BYTES = 4096;

export function encodeNewlandCommand(message: NewlandCommand): Uint8Array {
  return Uint8Array.from([HOST_MARK, ...START, message.store.charCodeAt(0), ...itemBytes(message.items), ETX]);
}

export function encodeNewlandReply(message: NewlandReply): Uint8Array {
  return Uint8Array.from([
    NEWLAND_REPLY_MARK,
    ...START,
    message.store.charCodeAt(0),
    ...replyItemBytes(message.items),
    ETX,
  ]);
}

/** The head of a frame that begins with `mark`: its kind of storage, or that it is none, or not whole yet. */
function head(bytes: Uint8Array, mark: number): '@' | '#' | typeof NEED | typeof SKIP {
  if (bytes[0] !== undefined && bytes[0] !== mark) return SKIP;
  const there = Math.min(bytes.length - 1, START.length);
  for (let at = 0; at < there; at += 1) if (bytes[at + 1] !== START[at]) return SKIP;
  const store = bytes[NEWLAND_HEAD_BYTES - 1];
  if (store === undefined) return NEED;
  if (store === AT) return '@';
  return store === HASH ? '#' : SKIP;
}

/** `~ SOH 0000 @|# tag sub-tag data [, sub-tag data] [; tag sub-tag data] ; ETX`, capitals only. */
export const newlandHostJudge: Judge<NewlandCommand> = (bytes) => {
  if (bytes[0] !== undefined && bytes[0] !== HOST_MARK) return skipTo(bytes, HOST_MARK);
  const store = head(bytes, HOST_MARK);
  if (typeof store !== 'string') return store;
  for (let at = NEWLAND_HEAD_BYTES; at < MAX_COMMAND_BYTES; at += 1) {
    const byte = bytes[at];
    if (byte === undefined) return NEED;
    if (byte !== ETX) {
      if (byte < 0x20 || byte > 0x7e) return SKIP;
      continue;
    }
    const items = bytes[at - 1] === SEMICOLON ? hostItems(latin1(bytes, NEWLAND_HEAD_BYTES, at), ',;') : null;
    if (items === null || items.length === 0) return SKIP;
    return { kind: 'frame', length: at + 1, message: { type: 'command', store, items } };
  }
  return SKIP;
};

const RULES: ReplyRules = { marks: ',;', lines: () => true, mostBytes: MAX_REPLY_BYTES };

/** `STX SOH 0000 @|# ...` the command again with ACK, ENQ or NAK before each comma and semicolon, then ETX. */
export const newlandReplyJudge: Judge<NewlandReply> = (bytes) => {
  const store = head(bytes, NEWLAND_REPLY_MARK);
  if (typeof store !== 'string') return store;
  const items: MenuReplyItem[] = [];
  let from = NEWLAND_HEAD_BYTES;
  let width = TAG_CHARS;
  for (;;) {
    const found = replyItem(bytes, from, width, RULES);
    // A reply may begin anywhere behind the head of one that broke off.
    if (found.kind !== 'item') return found.kind === 'need' ? NEED : SKIP;
    items.push(found.item);
    from = found.next;
    const last = found.item.end === ';';
    if (last && bytes[from] === undefined) return NEED;
    if (last && bytes[from] === ETX)
      return { kind: 'frame', length: from + 1, message: { type: 'reply', store, items } };
    width = last ? TAG_CHARS : SUB_TAG_CHARS;
  }
};
