import type { WireDirection } from './protocol.ts';

/** Identifiers of commands and their replies (Sagem, MorphoSmart Host System Interface Specification 2.22, chapter 6.1). */
export const ILV = {
  getDescriptor: 0x05,
  getBaseConfig: 0x07,
  verify: 0x20,
  enroll: 0x21,
  identify: 0x22,
  invalid: 0x50,
  cancel: 0x70,
  asyncMessage: 0x71,
} as const;

/** Identifiers inside another ILV's value (chapter 7.1). */
export const ILV_PART = {
  productText: 0x29,
  softwareText: 0x2a,
  sensorText: 0x2b,
  asyncEvent: 0x34,
  algorithm: 0x38,
  latentDetection: 0x39,
  image: 0x3d,
  compression: 0x3e,
  fakeFingerLevel: 0x42,
  coder: 0x43,
  presenceDetection: 0x44,
  aliveMessage: 0x99,
} as const;

const NAMES: ReadonlyMap<number, string> = new Map([
  [ILV.getDescriptor, 'GET_DESCRIPTOR'],
  [ILV.getBaseConfig, 'GET_BASE_CONFIG'],
  [ILV.verify, 'VERIFY'],
  [ILV.enroll, 'ENROLL'],
  [ILV.identify, 'IDENTIFY'],
  [0x23, 'VERIFY_MATCH'],
  [0x24, 'IDENTIFY_MATCH'],
  [0x30, 'CREATE_DB'],
  [0x32, 'ERASE_BASE'],
  [0x33, 'DESTROY_ALL_BASE'],
  [0x34, 'ERASE_ALL_BASE'],
  [0x35, 'ADD_BASE_RECORD'],
  [0x36, 'REMOVE_BASE_RECORD'],
  [0x38, 'FIND_USER_BASE'],
  [0x3b, 'DESTROY_BASE'],
  [0x3c, 'UPDATE_PUBLIC_DATA'],
  [0x3d, 'UPDATE_PRIVATE_DATA'],
  [0x3e, 'GET_PUBLIC_FIELDS'],
  [0x3f, 'GET_DATA'],
  [ILV.invalid, 'INVALID'],
  [ILV.cancel, 'CANCEL'],
  [ILV.asyncMessage, 'ASYNC_MESSAGE'],
  [0x80, 'SECU_GET_CONFIG'],
  [0x90, 'GET_MSO_CONFIG'],
  [0x91, 'MODIFY_MSO_CONFIG'],
  [0xee, 'CONFIG_UART'],
]);

/** Values of this length and more have a length field of six bytes. */
const WIDE = 0xffff;

/** One identifier, its length and its value. A value may hold further ones. */
export interface Ilv {
  readonly id: number;
  readonly value: Uint8Array;
  /** The length stands in six bytes: FFFF and four more. Larger values have no other way, smaller ones may. */
  readonly wide: boolean;
}

/** An ILV on its way: `type` is the command's name in the manual, or its number in hexadecimal. */
export interface IlvMessage extends Ilv {
  readonly type: string;
  readonly from: WireDirection;
}

export function ilvMessage(
  from: WireDirection,
  id: number,
  value: Uint8Array,
  wide = value.length >= WIDE,
): IlvMessage {
  return { type: NAMES.get(id) ?? `ILV ${id.toString(16).padStart(2, '0').toUpperCase()}`, from, id, value, wide };
}

/** Where the value of the ILV that begins at `at` begins and how long it says it is; null while its head is not whole. */
export function ilvHead(bytes: Uint8Array, at: number): { readonly value: number; readonly length: number } | null {
  if (at + 3 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const short = view.getUint16(at + 1, true);
  if (short !== WIDE) return { value: at + 3, length: short };
  return at + 7 > bytes.length ? null : { value: at + 7, length: view.getUint32(at + 3, true) };
}

/** The ILVs that fill `bytes` from `at` to the end; null when they do not fit. Values are views. */
export function readIlvs(bytes: Uint8Array, at = 0): readonly Ilv[] | null {
  const found: Ilv[] = [];
  let next = at;
  while (next < bytes.length) {
    const head = ilvHead(bytes, next);
    if (head === null || head.value + head.length > bytes.length) return null;
    const value = bytes.subarray(head.value, head.value + head.length);
    found.push({ id: bytes[next] ?? 0, value, wide: head.value - next > 3 });
    next = head.value + head.length;
  }
  return found;
}

/** The bytes of one ILV whose value is these pieces, one behind the other. */
export function ilvBytes(id: number, pieces: readonly Uint8Array[], wide: boolean | null = null): Uint8Array {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const head = (wide ?? length >= WIDE) ? 7 : 3;
  const bytes = new Uint8Array(head + length);
  const view = new DataView(bytes.buffer);
  bytes[0] = id;
  if (head === 3) view.setUint16(1, length, true);
  else {
    view.setUint16(1, WIDE, true);
    view.setUint32(3, length, true);
  }
  let at = head;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Reads bytes that must be exactly one ILV; null when they are not. The value is a view. */
export function readMessage(from: WireDirection, bytes: Uint8Array): IlvMessage | null {
  const head = ilvHead(bytes, 0);
  if (head === null || head.value + head.length !== bytes.length) return null;
  return ilvMessage(from, bytes[0] ?? 0, bytes.subarray(head.value), head.value > 3);
}
