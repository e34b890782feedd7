import { ILV, ILV_PART, ilvHead } from './morphosmart_ilv.ts';
import { IMAGE_HEADER_BYTES } from './morphosmart_image.ts';
import type { FrameField, FrameFieldName, WireDirection } from './protocol.ts';

/** What stands before the nested ILVs of a request. */
const REQUEST_HEAD: ReadonlyMap<number, number> = new Map([
  [ILV.enroll, 8],
  [ILV.identify, 6],
  [ILV.verify, 6],
]);
/** Parts of a request that say how to capture, not whom. */
const SETTINGS: ReadonlySet<number> = new Set([
  ILV_PART.asyncEvent,
  ILV_PART.algorithm,
  ILV_PART.latentDetection,
  ILV_PART.image,
  ILV_PART.fakeFingerLevel,
  ILV_PART.coder,
  ILV_PART.presenceDetection,
  ILV_PART.aliveMessage,
]);
/** Asynchronous messages of a few bytes: what the finger should do, the step, two notes of quality. */
const ASYNC_NOTES: ReadonlySet<number> = new Set([0x01, 0x04, 0x40, 0x80]);
const ASYNC_IMAGES: ReadonlySet<number> = new Set([0x02, 0x08]);
const TEXTS: ReadonlySet<number> = new Set([ILV_PART.productText, ILV_PART.softwareText, ILV_PART.sensorText]);

type Put = (name: FrameFieldName, to: number, open: boolean) => void;

/**
 * The parts of one ILV, or of as much as is there of it. Pictures, templates, user ids, database indices and whatever is
 * not known are closed.
 */
export function ilvParts(from: WireDirection, bytes: Uint8Array): readonly FrameField[] {
  const parts: FrameField[] = [];
  let at = 0;
  const put: Put = (name, to, open) => {
    const end = Math.min(to, bytes.length);
    if (end > at) parts.push({ name, from: at, to: end, open });
    at = Math.max(at, end);
  };
  const id = bytes[0] ?? 0;
  put('command', 1, true);
  const head = ilvHead(bytes, 0);
  put('length', head?.value ?? bytes.length, true);
  if (head === null) return parts;
  if (from === 'host-to-device') putRequest(id, bytes, put, at);
  else putReply(id, bytes, put, at);
  put('data', bytes.length, false);
  return parts;
}

function putRequest(id: number, bytes: Uint8Array, put: Put, value: number): void {
  const asks = id === ILV.getDescriptor || id === ILV.getBaseConfig;
  if (asks) put('parameter', bytes.length, true);
  const head = REQUEST_HEAD.get(id);
  if (head === undefined) return;
  put('parameter', value + head, true);
  putNested(bytes, put, value + head, (part, to) => {
    put(SETTINGS.has(part) ? 'parameter' : 'data', to, SETTINGS.has(part));
  });
}

function putReply(id: number, bytes: Uint8Array, put: Put, value: number): void {
  const failed = bytes[value] !== 0 && bytes.length - value <= 5;
  put('status', value + 1, true);
  // A command that failed says one inner number more, and nothing of anybody.
  if (failed || id === ILV.getBaseConfig) put('value', bytes.length, true);
  else if (id === ILV.getDescriptor) {
    putNested(bytes, put, value + 1, (part, to) => put('text', to, TEXTS.has(part)));
  } else if (id === ILV.asyncMessage) {
    putNested(bytes, put, value + 1, (part, to, begin) => putAsync(part, put, begin, to));
  } else if (id === ILV.enroll) {
    put('status', value + 2, true);
    put('value', value + 6, false);
    putNested(bytes, put, value + 6, (part, to, begin) => {
      if (part === ILV_PART.image) putImage(put, begin, to);
      else put('template', to, false);
    });
  }
}

function putAsync(part: number, put: Put, begin: number, to: number): void {
  if (ASYNC_IMAGES.has(part)) putImage(put, begin, to);
  else put('value', to, ASYNC_NOTES.has(part));
}

function putImage(put: Put, begin: number, to: number): void {
  put('parameter', Math.min(begin + IMAGE_HEADER_BYTES, to), true);
  put('image', to, false);
}

/** Puts identifier and length of each ILV from `at` on, and lets `putValue` put what is behind. */
function putNested(
  bytes: Uint8Array,
  put: Put,
  at: number,
  putValue: (part: number, to: number, begin: number) => void,
): void {
  let next = at;
  for (let head = ilvHead(bytes, next); head !== null; head = ilvHead(bytes, next)) {
    put('command', next + 1, true);
    put('length', head.value, true);
    const end = head.value + head.length;
    putValue(bytes[next] ?? 0, end, head.value);
    next = end;
  }
}

/** The ILV with all that is closed in it set to 0. */
export function maskedIlv(from: WireDirection, bytes: Uint8Array): Uint8Array {
  const covered = bytes.slice();
  for (const part of ilvParts(from, bytes)) if (!part.open) covered.fill(0, part.from, part.to);
  return covered;
}
