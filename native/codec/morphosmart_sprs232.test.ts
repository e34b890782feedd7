import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc16Xmodem } from './crc16_xmodem.ts';
import { encodePacket, packetsOf, type Sprs232Message } from './morphosmart_sprs232.ts';
import { morphosmartSprs232Protocol as protocol, sprs232Stream } from './morphosmart_sprs232_protocol.ts';
import type { StreamItem } from './stream.ts';

const DEVICE = 'device-to-host';
const HOST = 'host-to-device';
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

/** Rich in the bytes that are doubled. */
const byte = fc.oneof(fc.nat(255), fc.constantFrom(0x11, 0x13, 0x1b, 0x02, 0x03, 0x12, 0x14));
const bytesOf = (maxLength: number) => fc.array(byte, { minLength: 1, maxLength }).map((all) => Uint8Array.from(all));
const message: fc.Arbitrary<Sprs232Message> = fc.oneof(
  fc.record({
    type: fc.constant('DATA' as const),
    from: fc.constant(DEVICE),
    first: fc.boolean(),
    last: fc.boolean(),
    counter: byte,
    data: bytesOf(120),
  }),
  fc.record({ type: fc.constantFrom('ACK' as const, 'NACK' as const), from: fc.constant(DEVICE), counter: byte }),
);
const garbage = fc.array(fc.nat(255).filter((one) => one !== 2)).map((all) => Uint8Array.from(all));

const plain = (item: StreamItem<Sprs232Message>) =>
  item.kind === 'frame' && 'data' in item.message ? { ...item.message, data: [...item.message.data] } : item;
function cut(bytes: Uint8Array, every: number, damaged: (counter: number) => void = () => {}) {
  const stream = sprs232Stream(DEVICE, damaged);
  const items: StreamItem<Sprs232Message>[] = [];
  for (let at = 0; at < bytes.length; at += every) items.push(...stream.push(bytes.subarray(at, at + every)));
  return [...items, ...stream.silence()].map(plain);
}

describe('MorphoSmart packets over RS-232', () => {
  it('reads what it writes, and writes what it read', () => {
    fc.assert(
      fc.property(message, (one) => {
        const packet = encodePacket(DEVICE, one);
        expect(protocol.decode(DEVICE, packet)).toEqual({ ok: true, value: one });
        const parts = protocol.fields(DEVICE, packet);
        expect(parts.map(({ from }) => from)).toEqual([0, ...parts.slice(0, -1).map(({ to }) => to)]);
        expect(parts.at(-1)?.to).toBe(packet.length);
      }),
    );
  });

  it('finds the same packets in any pieces, with garbage between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(garbage, message), { maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        (parts, every) => {
          const bytes = Uint8Array.from(parts.flatMap(([noise, one]) => [...noise, ...encodePacket(DEVICE, one)]));
          const whole = cut(bytes, Math.max(1, bytes.length));
          expect(cut(bytes, every)).toEqual(whole);
          const packets = whole.filter((item) => !('kind' in item && item.kind === 'garbage'));
          expect(packets).toEqual(parts.map(([, one]) => plain({ kind: 'frame', message: one })));
        },
      ),
    );
  });

  it('reads frames seen on the wire of a CBM (CodElecCz/SagemMorphoUI, log of 9600 baud)', () => {
    const seen = hex(
      '02e1a17108000001040000000000 50971b03 02e1c871080000010400080000009312 1b03 02e100ee010000801b121b03 02e21b12',
    );
    const items = cut(seen, 5);
    expect(items).toMatchObject([
      { type: 'DATA', counter: 0xa1, data: [...hex('7108000001040000000000')] },
      { type: 'DATA', counter: 0xc8, data: [...hex('7108000001040008000000')] },
      { type: 'DATA', counter: 0, data: [0xee, 1, 0, 0] },
      { kind: 'frame', message: { type: 'ACK', counter: 0x11 } },
    ]);
    expect(encodePacket(HOST, { type: 'ACK', from: HOST, counter: 0x11 })).toEqual(hex('02621b12'));
  });

  it('refuses wrong CRC, wrong stuffing, the other side and too much, names the counter, and reads on', () => {
    const good = encodePacket(DEVICE, {
      type: 'DATA',
      from: DEVICE,
      first: true,
      last: true,
      counter: 7,
      data: hex('051b'),
    });
    expect(good.subarray(0, 6)).toEqual(hex('02e107051b1b'));
    const wrong = [
      good.map((one, at) => (at === 3 ? one ^ 1 : one)),
      // DLE with nothing that may stand behind it, and a bare XOFF.
      hex('02e107 051b05 0000 1b03'),
      hex('02e107 051305 0000 1b03'),
    ];
    for (const bad of wrong) {
      const counters: number[] = [];
      const items = cut(Uint8Array.from([...bad, ...good]), 3, (counter) => counters.push(counter));
      expect(items).toMatchObject([
        { kind: 'garbage', bytes: bad.length },
        { type: 'DATA', counter: 7 },
      ]);
      expect(counters).toEqual([7]);
      expect(protocol.decode(DEVICE, bad).ok).toBe(false);
    }
    expect(protocol.decode(HOST, good)).toEqual({ ok: false, error: 'UNKNOWN_COMMAND' });
    expect(cut(Uint8Array.from([...hex('02e107'), ...new Uint8Array(3000), ...good]), 100)).toMatchObject([
      { kind: 'garbage', bytes: 3003 },
      { type: 'DATA', counter: 7 },
    ]);
  });

  it('cuts a large ILV into counted packets of 1024, of which only the first and the last say so', () => {
    const packets = packetsOf(DEVICE, new Uint8Array(3000), 254);
    expect(packets.map((one) => one.type === 'DATA' && [one.first, one.last, one.counter, one.data.length])).toEqual([
      [true, false, 254, 1024],
      [false, false, 255, 1024],
      [false, true, 0, 952],
    ]);
    expect(packetsOf(DEVICE, new Uint8Array(1024), 0).length).toBe(1);
  });

  it('covers the packets of a picture, the first as well as the next', () => {
    const ilv = new Uint8Array(2000).fill(0x1b);
    ilv.set(hex('21cd07 00 00 ffffffff 3dc407 000a1900 5000f401f4012c08'));
    for (const packet of packetsOf(DEVICE, ilv, 0)) {
      const bytes = encodePacket(DEVICE, packet);
      const closed = protocol.fields(DEVICE, bytes).filter(({ open }) => !open);
      const dots = [...bytes.keys()].filter((at) => bytes[at] === 0x1b && at < bytes.length - 2);
      expect(dots.every((at) => closed.some(({ from, to }) => from <= at && at < to))).toBe(true);
      const masked = protocol.mask(packet);
      expect('data' in masked && masked.data.includes(0x1b)).toBe(false);
    }
  });
});

it('computes the CRC of ITU-T V.41 with initial value 0', () => {
  expect(crc16Xmodem(Buffer.from('123456789'))).toBe(0x31c3);
  expect(crc16Xmodem(new Uint8Array(0))).toBe(0);
});
