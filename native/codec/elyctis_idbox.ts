import { err, ok, type Result } from '../../core/domain/result.ts';
import { FLUSH } from './elyctis_idbox_encode.ts';
import {
  COMM_MODES,
  type CommMode,
  type DeviceMessage,
  HEADER_BYTES,
  type HostMessage,
  LETTER,
} from './elyctis_idbox_message.ts';
import { type Direction, frameFault } from './elyctis_idbox_payload.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { latin1 } from './latin1.ts';
import { type Front, type StreamDecoder, streamDecoder } from './stream.ts';

/** Silence inside a frame after which its start is given up (reference host code of the maker). */
export const INTER_BYTE_TIMEOUT_MS = 200;

/** Reads bytes that must be exactly one frame from the host. */
export function decodeHost(bytes: Uint8Array): Result<HostMessage, FrameErrorCode> {
  if (bytes.length === 1 && bytes[0] === FLUSH) return ok({ type: 'flush' });
  const whole = wholeFrame(bytes, 'host-to-device');
  return whole === null ? ok(hostMessage(bytes)) : err(whole);
}

/** Reads bytes that must be exactly one frame from the device. */
export function decodeDevice(bytes: Uint8Array): Result<DeviceMessage, FrameErrorCode> {
  const whole = wholeFrame(bytes, 'device-to-host');
  return whole === null ? ok(deviceMessage(bytes)) : err(whole);
}

/** Cuts what the device says into frames. */
export function deviceStream(): StreamDecoder<DeviceMessage> {
  return streamDecoder((bytes) => front(bytes, 'device-to-host', deviceMessage));
}

/** Cuts what the host says into frames; a lone zero between frames is a flush. */
export function hostStream(): StreamDecoder<HostMessage> {
  return streamDecoder((bytes): Front<HostMessage> => {
    if (bytes[0] === FLUSH) return { kind: 'frame', length: 1, message: { type: 'flush' } };
    return front(bytes, 'host-to-device', hostMessage);
  });
}

function front<M>(bytes: Uint8Array, direction: Direction, read: (frame: Uint8Array) => M): Front<M> {
  if (frameFault(bytes, direction) !== null) return { kind: 'skip' };
  const length = HEADER_BYTES + dataLength(bytes);
  if (bytes.length < HEADER_BYTES || bytes.length < length) return { kind: 'need' };
  return { kind: 'frame', length, message: read(bytes.subarray(0, length)) };
}

function wholeFrame(bytes: Uint8Array, direction: Direction): FrameErrorCode | null {
  if (bytes.length === 0) return 'EMPTY';
  const fault = frameFault(bytes, direction);
  if (fault !== null) return fault;
  const length = HEADER_BYTES + dataLength(bytes);
  if (bytes.length < HEADER_BYTES || bytes.length < length) return 'TRUNCATED';
  return bytes.length > length ? 'TRAILING_BYTES' : null;
}

function dataLength(bytes: Uint8Array): number {
  return (bytes[1] ?? 0) * 256 + (bytes[2] ?? 0);
}

function hostMessage(bytes: Uint8Array): HostMessage {
  const value = bytes[HEADER_BYTES];
  switch (bytes[0]) {
    case LETTER.inquire:
      return { type: 'inquire' };
    case LETTER.inquireLine:
      return { type: 'inquire-line' };
    case LETTER.continuous:
      return { type: 'continuous', on: value === 1 };
    case LETTER.firmware:
      return { type: 'get-firmware-version' };
    case LETTER.ocr:
      return { type: 'get-ocr-version' };
    case LETTER.serial:
      return { type: 'get-serial-number' };
    case LETTER.product:
      return { type: 'get-product-info' };
    default:
      return value === undefined ? { type: 'get-comm-mode' } : { type: 'set-comm-mode', ...mode(value) };
  }
}

function deviceMessage(bytes: Uint8Array): DeviceMessage {
  const data = bytes.subarray(HEADER_BYTES);
  const said = latin1(data);
  switch (bytes[0]) {
    case LETTER.inquire: {
      const lines = said.split('\r').filter((line) => line.length > 0);
      return lines.length === 0 ? { type: 'no-read' } : { type: 'mrz', lines };
    }
    case LETTER.inquireLine:
      return { type: 'line', text: said };
    case LETTER.continuous:
      return { type: 'continuous', on: data[0] === 1 };
    case LETTER.firmware:
      return { type: 'firmware-version', text: said };
    case LETTER.ocr:
      return { type: 'ocr-version', text: said };
    case LETTER.serial:
      return { type: 'serial-number', text: said };
    case LETTER.product:
      return { type: 'product-info', text: said };
    default:
      return { type: data.length === 1 ? 'comm-mode' : 'comm-mode-set', ...mode(data[0] ?? 0) };
  }
}

function mode(value: number): { mode: CommMode; value: number } {
  return { mode: COMM_MODES.get(value) ?? 'unknown', value };
}
