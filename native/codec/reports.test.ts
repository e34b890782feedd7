import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocolFor } from './catalogue.ts';
import type { Protocol, WireDirection } from './protocol.ts';

function protocolOf(name: string): Protocol {
  const made = protocolFor(name);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

const bytes = (...parts: fc.Arbitrary<number>[]): fc.Arbitrary<Uint8Array> =>
  fc.tuple(...parts).map((all) => Uint8Array.from(all));
const byte = fc.nat(255);
const few = fc.constantFrom(0, 0, 0, 1, 2, 9, 255);
const letter = fc.integer({ min: 0x21, max: 0x7e });

/** Reports that often decode and sometimes do not. */
const REPORTS: readonly [string, WireDirection, fc.Arbitrary<Uint8Array>][] = [
  [
    'dcttech-hid-relay',
    'host-to-device',
    bytes(
      fc.constant(0),
      fc.integer({ min: 0xfa, max: 0xff }),
      few,
      ...Array.from({ length: 6 }, () => fc.constant(0)),
    ),
  ],
  ['dcttech-hid-relay', 'device-to-host', bytes(letter, letter, letter, letter, letter, byte, byte, byte)],
  ['dcttech-hid-relay', 'device-to-host', bytes(few, letter, letter, letter, letter, letter, byte, byte, byte)],
  [
    'patlite-usb',
    'host-to-device',
    bytes(fc.constant(0), fc.constantFrom(0, 1, 128), byte, few, few, few, few, fc.constant(0)),
  ],
  ['patlite-usb', 'device-to-host', bytes(byte, byte)],
  [
    'status-light-hid',
    'host-to-device',
    bytes(
      fc.constantFrom(1, 2),
      fc.constantFrom(0x63, 0x6e, 0x50, 0x52, 0x44, 0x76, 255, 1, 65),
      few,
      few,
      few,
      few,
      few,
      few,
    ),
  ],
  ['status-light-hid', 'host-to-device', bytes(fc.constant(5), byte, byte, byte, byte, byte)],
  [
    'hid-pos-barcode',
    'device-to-host',
    fc
      .tuple(fc.nat(60), fc.constantFrom([], [7]), fc.uint8Array({ minLength: 58, maxLength: 58 }))
      .map(([length, shift, rest]) => Uint8Array.of(2, length, ...shift, 0x5d, 0x4c, 0x32, ...rest).subarray(0, 64)),
  ],
];

describe.each(REPORTS)('%s, %s', (name, direction, report) => {
  const protocol = protocolOf(name);

  it('writes again exactly what it read, and its parts have no gaps', () => {
    let read = 0;
    fc.assert(
      fc.property(report, (frame) => {
        const decoded = protocol.decode(direction, frame);
        if (!decoded.ok) return;
        read += 1;
        expect(protocol.encode(direction, decoded.value)).toEqual(frame);
        const parts = protocol.fields(direction, frame);
        expect(parts.reduce((at, { from, to }) => (from === at ? to : Number.NaN), 0)).toBe(frame.length);
        expect(protocol.encode(direction, protocol.mask(decoded.value)).length).toBe(frame.length);
      }),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(0);
  });

  it('takes one report at a time and counts what is none', () => {
    fc.assert(
      fc.property(report, (frame) => {
        const stream = protocol.stream(direction);
        const decoded = protocol.decode(direction, frame);
        expect(stream.push(frame)).toEqual([
          decoded.ok ? { kind: 'frame', message: decoded.value } : { kind: 'garbage', bytes: frame.length },
        ]);
        expect(stream.push(Uint8Array.of(0xa5, 0xa5, 0xa5))).toEqual([{ kind: 'garbage', bytes: 3 }]);
        expect(stream.waiting()).toBe(false);
      }),
    );
  });
});

describe('hid-pos-barcode', () => {
  it('covers every character of the code, and what an earlier code left behind it', () => {
    const protocol = protocolOf('hid-pos-barcode');
    const frame = new Uint8Array(64);
    frame.set([2, 9, 0x5d, 0x4c, 0x32, ...Buffer.from('TRAN/LINHERIKSSON')]);
    const decoded = protocol.decode('device-to-host', frame);
    if (!decoded.ok) throw new Error(decoded.error);
    const masked = Buffer.from(protocol.encode('device-to-host', protocol.mask(decoded.value))).toString('latin1');
    expect(masked).not.toMatch(/TRAN|LINH|ERIK/);
    const open = protocol.fields('device-to-host', frame).filter((part) => part.open);
    for (const { from, to } of open)
      expect(Buffer.from(frame.subarray(from, to)).toString()).not.toMatch(/[A-KM-Z]{3}/);
  });
});
