import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocolFor } from './catalogue.ts';
import { framedMrzFormat } from './framed_mrz_format.ts';
import type { Protocol, WireMessage } from './protocol.ts';

const mrzChar = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<');
const document = fc
  .constantFrom([44, 2], [36, 2], [30, 3])
  .chain(([width = 44, count = 2]) =>
    fc.array(fc.string({ unit: mrzChar, minLength: width, maxLength: width }), { minLength: count, maxLength: count }),
  );
const read = document.map((lines) => ({ type: 'mrz', lines, unreadable: 0 }));
const said = fc.string({ unit: fc.constantFrom(...'0123456789 .-vV'), maxLength: 12 });
const status = fc.constantFrom('ack', 'unknown', 'refused');
const newland = fc.record({ said, status }).map(({ said: data, status: what }) => ({
  type: 'reply',
  store: '#',
  items: [{ name: 'QRYFWV', data, status: what, end: ';' }],
}));
const honeywell = fc.record({ said, status }).map(({ said: data, status: what }) => ({
  type: 'reply',
  items: [{ name: 'OCRENA', data, status: what, end: '!' }],
}));

const WIRES = {
  'newland, lines by length': { commands: 'newland', format: { stx: null, suffix: [] } },
  'newland, STX and ETX': { commands: 'newland', format: {} },
  'honeywell, lines by length': { commands: 'honeywell', format: { stx: null, suffix: [] } },
  'honeywell, STX and ETX with check byte': { commands: 'honeywell', format: { checksum: { kind: 'lrc-xor' } } },
  'honeywell, CR LF': { commands: 'honeywell', format: { stx: null, suffix: [], lineSep: 'CRLF' } },
} as const;

function protocol(name: string, options: unknown): Protocol {
  const made = protocolFor(name, options);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}
function found(wire: Protocol, chunks: readonly Uint8Array[]): WireMessage[] {
  const stream = wire.stream('device-to-host');
  return chunks.flatMap((chunk) => stream.push(chunk)).flatMap((item) => (item.kind === 'frame' ? [item.message] : []));
}
const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const single = (bytes: Uint8Array): Uint8Array[] => [...bytes].map((byte) => Uint8Array.of(byte));
const latin = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, 'latin1'));

describe.each(Object.entries(WIRES))('%s', (_name, options) => {
  const wire = protocol('framed-mrz', options);
  const reply = options.commands === 'newland' ? newland : honeywell;
  const message = fc.oneof(read, reply) as unknown as fc.Arbitrary<WireMessage>;

  it('reads documents and answers from one stream, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 5 }), (all) => {
        const bytes = joined(all.map((one) => wire.encode('device-to-host', one)));
        expect(found(wire, [bytes])).toEqual(all);
        expect(found(wire, single(bytes))).toEqual(all);
      }),
    );
  });

  it('cuts noise the same way in one piece and byte by byte, and is in step after silence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), message, (noise, good) => {
        const frame = wire.encode('device-to-host', good);
        const bytes = joined([noise, frame]);
        expect(found(wire, single(bytes))).toEqual(found(wire, [bytes]));
        const stream = wire.stream('device-to-host');
        stream.push(noise);
        stream.silence();
        expect(stream.push(frame).flatMap((item) => (item.kind === 'frame' ? [item.message] : []))).toEqual([good]);
      }),
    );
  });

  it('covers the lines and nothing of an answer', () => {
    fc.assert(
      fc.property(message, (one) => {
        const frame = wire.encode('device-to-host', one);
        const fields = wire.fields('device-to-host', frame);
        expect(fields.at(0)?.from).toBe(0);
        expect(fields.at(-1)?.to).toBe(frame.length);
        expect(fields.some(({ open }) => !open)).toBe(one.type === 'mrz');
        expect(wire.encode('device-to-host', wire.mask(one)).length).toBe(frame.length);
      }),
    );
  });
});

describe('lines whose number is told by their length', () => {
  const wire = protocol('framed-mrz', { format: { stx: null, suffix: [] } });

  it('begins anew behind half a document', () => {
    const whole = `${'A'.repeat(30)}\r${'B'.repeat(30)}\r${'C'.repeat(30)}\r`;
    expect(found(wire, [latin(whole.slice(0, 40)), latin(`\x00${whole}`)])).toHaveLength(1);
    expect(found(wire, [latin(`noise${whole}`)])).toHaveLength(1);
    // What is left of a longer line is no shorter line.
    expect(found(wire, [latin(`${'A'.repeat(44)}\r${'B'.repeat(36)}\r${'C'.repeat(36)}\r`)])).toHaveLength(1);
  });

  it('wants every line of the same length, and a suffix where there is a check byte', () => {
    expect(found(wire, [latin(`${'A'.repeat(44)}\r${'B'.repeat(36)}\r`)])).toEqual([]);
    expect(framedMrzFormat.safeParse({ suffix: [], checksum: { kind: 'lrc-xor' } }).success).toBe(false);
  });

  const file = join(process.env.BOOTH_DATA ?? join(import.meta.dirname, '../../../shared/data'), 'mrz/mrz.jsonl');
  it.skipIf(!existsSync(file))('reads every collected zone of a common form', () => {
    const all: { lines: string[] }[] = readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    const common = all.filter(({ lines }) => {
      const width = lines[0]?.length ?? 0;
      const even = lines.every((line) => line.length === width && /^[A-Z0-9<]+$/.test(line));
      return even && ((width === 30 && lines.length === 3) || ((width === 36 || width === 44) && lines.length === 2));
    });
    expect(common.length).toBeGreaterThan(100);
    const bytes = latin(common.flatMap(({ lines }) => lines.map((line) => `${line}\r`)).join(''));
    expect(found(wire, [bytes])).toEqual(common.map(({ lines }) => ({ type: 'mrz', lines, unreadable: 0 })));
  });
});
