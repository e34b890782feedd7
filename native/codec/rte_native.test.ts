import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocolFor } from './catalogue.ts';
import { BCC_RULES, bccOf, encodeSwipe, type SwipeMessage, swipeOf } from './rte_native.ts';

const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

function wire(bcc: string) {
  const made = protocolFor('rte-native', { bcc });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}
const swipe: fc.Arbitrary<SwipeMessage> = fc.record({
  type: fc.constant('swipe' as const),
  length: fc.integer({ min: 0, max: 0xffff }),
  flag: fc.integer({ min: 0, max: 255 }),
  text: fc.string({ unit: fc.constantFrom(...'ABC019<_\r'), maxLength: 140 }),
  check: fc.integer({ min: 0, max: 255 }),
});
const frames = (bcc: string, chunks: readonly Uint8Array[]): unknown[] => {
  const stream = wire(bcc).stream('device-to-host');
  return chunks.flatMap((chunk) => stream.push(chunk)).flatMap((item) => (item.kind === 'frame' ? [item.message] : []));
};
const single = (bytes: Uint8Array): Uint8Array[] => [...bytes].map((byte) => Uint8Array.of(byte));

describe('rte-native', () => {
  it('writes two lines as the second and the third, and pads short ones', () => {
    const bytes = swipeOf(['AB', 'CD'], 'xor');
    const text = Buffer.from(bytes.subarray(7, -2)).toString('latin1');
    expect(text).toBe(`\r${'AB'.padEnd(44, '_')}\r${'CD'.padEnd(44, '_')}\r`);
    expect(Buffer.from(bytes.subarray(3, 6)).toString('hex')).toBe('4f5502');
  });

  it('reads back any swipe whatever its check byte, merged and byte by byte', () => {
    fc.assert(
      fc.property(fc.array(swipe, { minLength: 1, maxLength: 4 }), (all) => {
        const bytes = Uint8Array.from(all.flatMap((one) => [...encodeSwipe(one)]));
        expect(frames('tolerant', [bytes])).toEqual(all);
        expect(frames('tolerant', single(bytes))).toEqual(all);
      }),
    );
  });

  it('cuts noise the same way in one piece and byte by byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), swipe, (noise, good) => {
        const bytes = Uint8Array.from([...noise, ...encodeSwipe(good)]);
        expect(frames('tolerant', single(bytes))).toEqual(frames('tolerant', [bytes]));
      }),
    );
  });

  it.each(BCC_RULES)('%s: refuses the other three rules once one is known, and covers the lines', (rule) => {
    const bytes = swipeOf(TD3, rule);
    expect(frames(rule, [bytes])).toHaveLength(1);
    expect(bytes.at(-1)).toBe(bccOf(bytes)[rule]);
    const others = BCC_RULES.filter((other) => bccOf(bytes)[other] !== bccOf(bytes)[rule]);
    expect(others.length).toBeGreaterThanOrEqual(1);
    for (const other of others) expect(frames(other, [bytes])).toEqual([]);
    const protocol = wire(rule);
    const decoded = protocol.decode('device-to-host', bytes);
    if (!decoded.ok) throw new Error(decoded.error);
    const masked = protocol.encode('device-to-host', protocol.mask(decoded.value));
    expect(protocol.decode('device-to-host', masked).ok).toBe(true);
    expect(Buffer.from(masked).toString('latin1')).not.toContain('ERIKSSON');
    expect(protocol.fields('device-to-host', bytes).filter(({ open }) => !open)).toMatchObject([
      { name: 'text' },
      { name: 'checksum' },
    ]);
  });

  it('finds the swipe behind half a swipe', () => {
    const half = swipeOf(TD3, 'xor').slice(0, 60);
    expect(frames('tolerant', [half, swipeOf(TD1, 'xor')])).toHaveLength(1);
  });
});
