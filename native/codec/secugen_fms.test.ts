import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FmsMessage, secugenFmsProtocol as protocol } from './secugen_fms.ts';
import type { StreamItem } from './stream.ts';

const DEVICE = 'device-to-host';
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const encode = (message: FmsMessage): Uint8Array => protocol.encode(DEVICE, message);
const message: fc.Arbitrary<FmsMessage> = fc
  .record({
    first: fc.nat(0xffff),
    second: fc.nat(0xffff),
    error: fc.nat(255),
    data: fc.uint8Array({ maxLength: 200 }),
  })
  .map((rest) => ({ type: 'GET_IMAGE', command: 0x43, ...rest }));

function cut(bytes: Uint8Array, every: number): StreamItem<FmsMessage>[] {
  const stream = protocol.stream(DEVICE);
  const items: StreamItem<FmsMessage>[] = [];
  for (let at = 0; at < bytes.length; at += every) items.push(...stream.push(bytes.subarray(at, at + every)));
  return [...items, ...stream.silence()].map((item) =>
    item.kind === 'frame' ? { ...item, message: { ...item.message, data: item.message.data.slice() } } : item,
  );
}

describe('SecuGen FMS', () => {
  it('reads what it writes, in any pieces, with garbage between', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 4 }), fc.integer({ min: 1, max: 30 }), (all, every) => {
        for (const one of all) expect(protocol.decode(DEVICE, encode(one))).toEqual({ ok: true, value: one });
        const bytes = Uint8Array.from(all.flatMap((one) => [0xff, 0x80, 0x00, ...encode(one)]));
        const frames = cut(bytes, every).flatMap((item) => (item.kind === 'frame' ? [item.message] : []));
        expect(frames).toEqual(all);
        expect(cut(bytes, every)).toEqual(cut(bytes, bytes.length + 1));
      }),
    );
  });

  it('covers pictures, and whom a template belongs to', () => {
    const image = encode({ type: 'GET_IMAGE', command: 0x43, first: 1, second: 0, error: 0, data: hex('0708') });
    expect(protocol.fields(DEVICE, image).filter(({ open }) => !open)).toEqual([
      { name: 'image', from: 12, to: 14, open: false },
    ]);
    const decoded = protocol.decode(DEVICE, image);
    if (!decoded.ok) throw new Error(decoded.error);
    expect(protocol.mask(decoded.value)).toMatchObject({ first: 1, data: hex('0000') });
    const user = protocol.decode(DEVICE, hex('005007000000000000000057'));
    if (!user.ok) throw new Error(user.error);
    expect(protocol.mask(user.value).first).toBe(0);
  });

  it('says why bytes are no frame', () => {
    const error = (text: string) => {
      const decoded = protocol.decode(DEVICE, hex(text));
      return decoded.ok ? 'ok' : decoded.error;
    };
    expect(error('')).toBe('EMPTY');
    expect(error('01')).toBe('FRAMING');
    expect(error('0006')).toBe('UNKNOWN_COMMAND');
    expect(error('000502')).toBe('TRUNCATED');
    expect(error('000500000000000000000006')).toBe('CHECKSUM');
    expect(error('00050000000000000000000500')).toBe('TRAILING_BYTES');
    expect(error('000500000000ffffffff0001')).toBe('LENGTH_LIMIT');
  });
});
