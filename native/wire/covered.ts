import type { WireEntry } from '../../core/ports/device_workshop.ts';
import type { Protocol, WireDirection, WireMessage } from '../codec/protocol.ts';

/** A frame as it may be shown: what is not an open part of it has no bytes in here. */
export type CoveredFrame = Pick<WireEntry, 'bytes' | 'fields' | 'message' | 'values'>;

/** More of one part is not shown; its length is told all the same. */
const MOST_HEX_BYTES = 64;
const MOST_TEXT = 200;
const MOST_VALUE = 60;

/** Covers one message at its source: only parts that the protocol calls open keep their bytes. */
export function coveredFrame(protocol: Protocol, direction: WireDirection, message: WireMessage): CoveredFrame {
  const frame = protocol.encode(direction, message);
  const fields = protocol.fields(direction, frame).map(({ name, from, to, open }) => ({
    name,
    bytes: to - from,
    hex: open ? Buffer.from(frame.subarray(from, Math.min(to, from + MOST_HEX_BYTES))).toString('hex') : '',
    open,
  }));
  return { bytes: frame.length, fields, message: message.type, values: openValues(protocol.mask(message)) };
}

/** A frame of which nothing may be told but its length. */
export function closedFrame(bytes: number, message: string): CoveredFrame {
  const fields = bytes === 0 ? [] : [{ name: 'data', bytes, hex: '', open: false }];
  return { bytes, fields, message, values: '' };
}

/** What a masked message says beside its name, short. Bytes are only counted. */
function openValues(message: WireMessage): string {
  const said = Object.entries(message)
    .filter(([name]) => name !== 'type')
    .map(([name, value]) => `${name}=${shown(value)}`)
    .join(' ');
  return cut(said, MOST_TEXT);
}

function shown(value: unknown): string {
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (Array.isArray(value)) return cut(`[${value.map(shown).join(',')}]`, MOST_VALUE);
  if (typeof value === 'object' && value !== null) {
    return cut(
      `{${Object.entries(value)
        .map(([name, part]) => `${name}=${shown(part)}`)
        .join(' ')}}`,
      MOST_VALUE,
    );
  }
  return cut(String(value), MOST_VALUE);
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
