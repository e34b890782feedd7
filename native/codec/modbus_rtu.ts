import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { modbusCrc } from './modbus_crc.ts';
import { encodeModbus } from './modbus_rtu_encode.ts';
import {
  EXCEPTION,
  LAST_UNIT,
  MAX_DATA_BYTES,
  type ModbusMessage,
  READS,
  WRITE_COIL,
  WRITE_COILS,
  WRITE_REGISTER,
  WRITE_REGISTERS,
} from './modbus_rtu_message.ts';
import { partsOf } from './parts.ts';
import type { FrameField, Protocol, WireDirection } from './protocol.ts';
import { type Front, streamDecoder } from './stream.ts';

/** Half a frame that stays half so long is given up. The standard's 3.5 characters cannot be told through an operating system. */
export const MODBUS_INTER_BYTE_MS = 100;

const CRC_BYTES = 2;
const SHORT_BYTES = 8;
const EXCEPTION_BYTES = 5;
/** Unit, function, count of bytes. */
const VALUES_HEAD = 3;
/** Unit, function, address, count, count of bytes. */
const MULTIPLE_HEAD = 7;

/** How long the frame at the front will be; null while that cannot be told yet, or why there is none. */
function frameLength(direction: WireDirection, bytes: Uint8Array): number | null | FrameErrorCode {
  const unit = bytes[0];
  const code = bytes[1];
  if (unit === undefined) return null;
  if (unit > LAST_UNIT) return 'FRAMING';
  if (code === undefined) return null;
  if (direction === 'host-to-device') return requestLength(code, bytes);
  if ((code & EXCEPTION) !== 0) return isKnown(code & ~EXCEPTION) ? EXCEPTION_BYTES : 'UNKNOWN_COMMAND';
  if (isRead(code)) return counted(bytes[VALUES_HEAD - 1], VALUES_HEAD);
  return isKnown(code) ? SHORT_BYTES : 'UNKNOWN_COMMAND';
}

function requestLength(code: number, bytes: Uint8Array): number | null | FrameErrorCode {
  if (code === WRITE_COILS || code === WRITE_REGISTERS) return counted(bytes[MULTIPLE_HEAD - 1], MULTIPLE_HEAD);
  return isKnown(code) ? SHORT_BYTES : 'UNKNOWN_COMMAND';
}

function counted(count: number | undefined, head: number): number | null | FrameErrorCode {
  if (count === undefined) return null;
  return count < 1 || count > MAX_DATA_BYTES ? 'LENGTH_LIMIT' : head + count + CRC_BYTES;
}

function isRead(code: number): boolean {
  return code >= 1 && code <= 4;
}

function isKnown(code: number): boolean {
  return (
    isRead(code) || code === WRITE_COIL || code === WRITE_REGISTER || code === WRITE_COILS || code === WRITE_REGISTERS
  );
}

/** The message of a whole frame whose check is right; null where a coil is set to something that is neither on nor off. */
function message(direction: WireDirection, frame: Uint8Array): ModbusMessage | null {
  const unit = frame[0] ?? 0;
  const code = frame[1] ?? 0;
  const high = frame[2] ?? 0;
  if ((code & EXCEPTION) !== 0) return { type: 'exception', unit, function: code & ~EXCEPTION, code: high };
  const address = high * 256 + (frame[3] ?? 0);
  const a = frame[4] ?? 0;
  const b = frame[5] ?? 0;
  const value = a * 256 + b;
  if (isRead(code)) {
    const table = READS[code as keyof typeof READS];
    if (direction === 'host-to-device') return { type: 'read', unit, table, address, count: value };
    return { type: 'values', unit, table, data: dataFrom(frame, VALUES_HEAD) };
  }
  if (code === WRITE_COIL) {
    const known = b === 0 && (a === 0 || a === 0xff);
    return known ? { type: 'write-coil', unit, address, on: a === 0xff } : null;
  }
  if (code === WRITE_REGISTER) return { type: 'write-register', unit, address, value };
  const coils = code === WRITE_COILS;
  if (direction === 'device-to-host') {
    return { type: coils ? 'coils-written' : 'registers-written', unit, address, count: value };
  }
  const data = dataFrom(frame, MULTIPLE_HEAD);
  return { type: coils ? 'write-coils' : 'write-registers', unit, address, count: value, data };
}

/** The bytes between head and check. Counted out: spreading is ten times as slow. */
function dataFrom(frame: Uint8Array, head: number): number[] {
  const data: number[] = [];
  for (let at = head; at < frame.length - CRC_BYTES; at += 1) data.push(frame[at] ?? 0);
  return data;
}

function isChecked(frame: Uint8Array, length: number): boolean {
  const crc = modbusCrc(frame, length - CRC_BYTES);
  return frame[length - 2] === (crc & 0xff) && frame[length - 1] === crc >>> 8;
}

function front(direction: WireDirection, bytes: Uint8Array): Front<ModbusMessage> {
  const length = frameLength(direction, bytes);
  if (typeof length === 'string') return { kind: 'skip' };
  if (length === null || bytes.length < length) return { kind: 'need' };
  if (!isChecked(bytes, length)) return { kind: 'skip' };
  const said = message(direction, bytes.subarray(0, length));
  return said === null ? { kind: 'skip' } : { kind: 'frame', length, message: said };
}

function decode(direction: WireDirection, bytes: Uint8Array): Result<ModbusMessage, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  const length = frameLength(direction, bytes);
  if (typeof length === 'string') return err(length);
  if (length === null || bytes.length < length) return err('TRUNCATED');
  if (bytes.length > length) return err('TRAILING_BYTES');
  if (!isChecked(bytes, length)) return err('CHECKSUM');
  const said = message(direction, bytes);
  return said === null ? err('PAYLOAD') : ok(said);
}

function fields(direction: WireDirection, frame: Uint8Array): FrameField[] {
  const code = frame[1] ?? 0;
  const inner = frame.length - 2 - CRC_BYTES;
  const ends = [['checksum', CRC_BYTES]] as const;
  const head = [
    ['address', 1],
    ['command', 1],
  ] as const;
  if ((code & EXCEPTION) !== 0) return partsOf([...head, ['status', inner], ...ends]);
  if (direction === 'device-to-host' && isRead(code)) {
    return partsOf([...head, ['length', 1], ['data', inner - 1], ...ends]);
  }
  if (inner === 4) return partsOf([...head, ['parameter', 2], ['value', 2], ...ends]);
  return partsOf([...head, ['parameter', 2], ['value', 2], ['length', 1], ['data', inner - 5], ...ends]);
}

/** Modbus RTU (Modbus Application Protocol V1.1b3, Modbus over Serial Line V1.02): functions 1 to 6, 15 and 16, and exceptions. */
export const modbusRtuProtocol: Protocol<ModbusMessage> = {
  name: 'modbus-rtu',
  decode,
  encode: (_direction, said) => encodeModbus(said),
  stream: (direction) => streamDecoder((bytes) => front(direction, bytes)),
  mask: (said) => said,
  fields,
  interByteMs: MODBUS_INTER_BYTE_MS,
};
