import { err, ok, type Result } from '../../core/domain/result.ts';
import { decodeDevice, decodeHost, deviceStream } from '../codec/elyctis_idbox.ts';
import { encodeHost } from '../codec/elyctis_idbox_encode.ts';
import type { DeviceMessage } from '../codec/elyctis_idbox_message.ts';
import { decodeFramed, framedStream } from '../codec/framed_mrz.ts';
import { type FramedMrzMessage, framedMrzFormat } from '../codec/framed_mrz_format.ts';
import type { StreamDecoder } from '../codec/stream.ts';

export type WireDirection = 'host-to-device' | 'device-to-host';
type Said = DeviceMessage | FramedMrzMessage;

/** A wire protocol as a technician's tool sees it. */
export interface Protocol {
  /** Reads one whole frame. Errors are stable codes; ONE_WAY: this side never speaks. */
  decode(direction: WireDirection, bytes: Uint8Array): Result<object, string>;
  deviceStream(): StreamDecoder<Said>;
  /** The bytes that make the device look for documents; null where nothing can be sent. */
  readonly arm: Uint8Array | null;
}

/** The protocol of this name, set up by `options` (as in the driver's settings); the error is one line for a technician. */
export function protocolFor(name: string, options: unknown): Result<Protocol, string> {
  if (name === 'elyctis-idbox') {
    return ok({
      decode: (direction, bytes) => (direction === 'host-to-device' ? decodeHost(bytes) : decodeDevice(bytes)),
      deviceStream,
      arm: encodeHost({ type: 'continuous', on: true }),
    });
  }
  if (name !== 'framed-mrz') return err(`no protocol ${name} (there are elyctis-idbox and framed-mrz)`);
  const raw = typeof options === 'object' && options !== null && 'format' in options ? options.format : {};
  const format = framedMrzFormat.safeParse(raw);
  if (!format.success)
    return err(`format.${format.error.issues[0]?.path.join('.')}: ${format.error.issues[0]?.message}`);
  return ok({
    decode: (direction, bytes) => (direction === 'host-to-device' ? err('ONE_WAY') : decodeFramed(bytes, format.data)),
    deviceStream: () => framedStream(format.data),
    arm: null,
  });
}

/** The same message with every traveller's character covered; only how many there were can be seen. */
export function masked(message: Said): Said {
  if (message.type === 'mrz') return { ...message, lines: message.lines.map((line) => '*'.repeat(line.length)) };
  return message.type === 'line' ? { ...message, text: '*'.repeat(message.text.length) } : message;
}
