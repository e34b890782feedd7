import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROTOCOL_NAMES, protocolFor } from './catalogue.ts';
import type { Protocol, WireDirection } from './protocol.ts';

interface Vector {
  readonly id: string;
  readonly protocol: string;
  readonly direction: 'host->device' | 'device->host' | 'payload';
  readonly hex: string;
  readonly valid: boolean;
}

const DATA = process.env.BOOTH_DATA ?? join(import.meta.dirname, '../../../shared/data');
const FILE = join(DATA, 'device-vectors/vectors.json');
const vectors = existsSync(FILE) ? read() : [];

function read(): Vector[] {
  const raw = JSON.parse(readFileSync(FILE, 'utf8'));
  const all: Vector[] = Array.isArray(raw) ? raw : raw.vectors;
  return all.filter(({ protocol }) => PROTOCOL_NAMES.includes(protocol));
}

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const directionOf = ({ direction }: Vector): WireDirection =>
  direction === 'host->device' ? 'host-to-device' : 'device-to-host';

function protocolOf({ protocol }: Vector): Protocol {
  const made = protocolFor(protocol);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

describe.skipIf(vectors.length === 0)('frames collected from manuals and traces (data/device-vectors)', () => {
  const good = vectors.filter(({ valid }) => valid);
  const bad = vectors.filter(({ valid }) => !valid);

  it.each(good)('$id is read and written back byte for byte', (vector) => {
    const protocol = protocolOf(vector);
    const direction = directionOf(vector);
    const decoded = protocol.decode(direction, hex(vector.hex));
    expect(decoded).toMatchObject({ ok: true });
    if (decoded.ok) expect(toHex(protocol.encode(direction, decoded.value))).toBe(vector.hex);
  });

  it.each(good)('$id has parts without gaps, and is as long when covered', (vector) => {
    const protocol = protocolOf(vector);
    const direction = directionOf(vector);
    const frame = hex(vector.hex);
    const parts = protocol.fields(direction, frame);
    let at = 0;
    for (const part of parts) {
      expect(part.from).toBe(at);
      expect(part.to).toBeGreaterThan(part.from);
      at = part.to;
    }
    expect(at).toBe(frame.length);
    const decoded = protocol.decode(direction, frame);
    if (!decoded.ok) throw new Error(decoded.error);
    const masked = protocol.encode(direction, protocol.mask(decoded.value));
    expect(masked.length).toBe(frame.length);
    expect(protocol.decode(direction, masked).ok).toBe(true);
  });

  it.each(bad)('$id is refused, and the next good frame is read', (vector) => {
    const protocol = protocolOf(vector);
    const direction = directionOf(vector);
    expect(protocol.decode(direction, hex(vector.hex)).ok).toBe(false);
    const next = good.find((one) => one.protocol === vector.protocol && one.direction === vector.direction);
    if (next === undefined) throw new Error(`no good frame of ${vector.protocol}`);
    const stream = protocol.stream(direction);
    const items = [...stream.push(hex(vector.hex)), ...stream.push(hex(next.hex)), ...stream.silence()];
    const frames = items.flatMap((item) => (item.kind === 'frame' ? [item.message] : []));
    const wanted = protocol.decode(direction, hex(next.hex));
    expect(frames).toEqual(wanted.ok ? [wanted.value] : []);
  });
});
