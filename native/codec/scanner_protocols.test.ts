import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocolFor } from './catalogue.ts';
import type { Protocol, WireDirection, WireMessage } from './protocol.ts';
import type { StreamDecoder } from './stream.ts';

type Sides = Readonly<Record<WireDirection, fc.Arbitrary<object>>>;

const name = fc.string({ unit: fc.constantFrom(...'ABCXYZ019_'), minLength: 6, maxLength: 6 });
const sub = fc.string({ unit: fc.constantFrom(...'ABCXYZ019'), minLength: 3, maxLength: 3 });
const data = fc.string({ unit: fc.constantFrom(...'0123456789?^*AZ'), maxLength: 6 });
const said = fc.string({ unit: fc.constantFrom(...'0123456789 .-vV,;!'), maxLength: 12 });
const status = fc.constantFrom('ack', 'unknown', 'refused');
const text = fc.string({ unit: fc.constantFrom(...'M1ABC/DEF 0123456789<éÿ'), minLength: 1, maxLength: 90 });
const scan = text.map((value) => ({ type: 'scan', text: value }));
const byte = fc.integer({ min: 0, max: 255 });
const bytes = (most: number) => fc.array(byte, { maxLength: most });

/** Items of a chain: behind a comma the sub-tag alone, behind anything else the whole name. */
function chain(last: fc.Arbitrary<string>, value: fc.Arbitrary<string>, answered: boolean) {
  const link = fc.record({ name, sub, data: value, status, comma: fc.boolean() });
  return fc.tuple(fc.array(link, { minLength: 1, maxLength: 3 }), last).map(([links, mark]) =>
    links.map((one, at) => ({
      name: at > 0 && links[at - 1]?.comma ? one.sub : one.name,
      data: one.data,
      ...(answered ? { status: one.status } : {}),
      end: at === links.length - 1 ? mark : one.comma ? ',' : ';',
    })),
  );
}

const mark = fc.constantFrom('.', '!');
const store = fc.constantFrom('@', '#');
const menuHost = fc.oneof(
  chain(mark, data, false).map((items) => ({ type: 'menu', items })),
  fc.record({ type: fc.constant('trigger'), on: fc.boolean(), small: fc.boolean() }),
);
const menuReply = chain(mark, said, true).map((items) => ({ type: 'reply', items }));
const revision = fc.string({ unit: fc.constantFrom(...'Rev: 1.2\r\n'), maxLength: 60 }).map((value) => ({
  type: 'reply',
  items: [{ name: 'REVINF', data: `Product Name:${value}`, status: 'ack', end: '.' }],
  linesFirst: true,
}));

const PROTOCOLS: Readonly<Record<string, Sides>> = {
  'honeywell-menu': { 'host-to-device': menuHost, 'device-to-host': fc.oneof(menuReply, scan, revision) },
  'access-is': {
    'host-to-device': menuHost,
    'device-to-host': fc.oneof(
      menuReply,
      scan,
      fc.boolean().map((present) => ({ type: 'media', present })),
    ),
  },
  'newland-ucs': {
    'host-to-device': fc.record({ type: fc.constant('command'), store, items: chain(fc.constant(';'), data, false) }),
    'device-to-host': fc.oneof(
      fc.record({ type: fc.constant('reply'), store, items: chain(fc.constant(';'), said, true) }),
      scan,
    ),
  },
  'gm65-zonebit': {
    'host-to-device': fc.record({ address: fc.integer({ min: 0, max: 0xffff }), data: bytes(12) }).map((zone) => ({
      type: 'command',
      command: 'write',
      code: 8,
      ...zone,
      check: 'crc',
    })),
    'device-to-host': fc.oneof(fc.record({ type: fc.constant('reply'), status: byte, data: bytes(12) }), scan),
  },
  'zebra-ssi': {
    'host-to-device': fc.record({ type: fc.constant('packet'), opcode: byte, status: byte, data: bytes(30) }),
    'device-to-host': fc.record({ type: fc.constant('packet'), opcode: byte, status: byte, data: bytes(30) }),
  },
};

function protocol(of: string, options: unknown = {}): Protocol {
  const made = protocolFor(of, options);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

/** Bytes cut at arbitrary places. */
function pieces(all: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...new Set(cuts.map((cut) => cut % (all.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, at) => all.slice(from, places[at] ?? all.length));
}

function messages(stream: StreamDecoder<WireMessage>, chunks: readonly Uint8Array[]): WireMessage[] {
  return chunks.flatMap((chunk) => stream.push(chunk)).flatMap((item) => (item.kind === 'frame' ? [item.message] : []));
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

describe.each(Object.keys(PROTOCOLS))('%s', (of) => {
  const wire = protocol(of);
  const sides = PROTOCOLS[of] as Sides;

  describe.each(['host-to-device', 'device-to-host'] as const)('%s', (direction) => {
    const message = sides[direction] as fc.Arbitrary<WireMessage>;

    it('reads back what it writes, however the bytes are cut', () => {
      fc.assert(
        fc.property(
          fc.array(message, { minLength: 1, maxLength: 5 }),
          fc.array(fc.nat(), { maxLength: 12 }),
          (all, cuts) => {
            const frames = all.map((one) => wire.encode(direction, one));
            expect(frames.map((frame) => wire.decode(direction, frame))).toEqual(
              all.map((value) => ({ ok: true, value })),
            );
            expect(messages(wire.stream(direction), pieces(joined(frames), cuts))).toEqual(all);
          },
        ),
      );
    });

    it('cuts any noise the same way in one piece and byte by byte, never throws, and is in step after silence', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), message, (noise, good) => {
          const frame = wire.encode(direction, good);
          const all = joined([noise, frame]);
          const single = [...all].map((value) => Uint8Array.of(value));
          expect(messages(wire.stream(direction), single)).toEqual(messages(wire.stream(direction), [all]));
          const stream = wire.stream(direction);
          stream.push(noise);
          stream.silence();
          expect(stream.waiting()).toBe(false);
          expect(messages(stream, [frame])).toEqual([good]);
        }),
      );
    });

    it('hides what was read and nothing but that, and leaves the length as it was', () => {
      fc.assert(
        fc.property(message, (one) => {
          const frame = wire.encode(direction, one);
          const masked = wire.mask(one);
          expect(wire.encode(direction, masked).length).toBe(frame.length);
          const hidden = wire.fields(direction, frame).filter(({ open }) => !open);
          const changed = JSON.stringify(masked) !== JSON.stringify(one);
          if (changed) expect(hidden.length).toBeGreaterThan(0);
          if (one.type !== 'scan') return;
          const { text: clear } = one as unknown as { text: string };
          expect(masked).toEqual({ ...one, text: 'X'.repeat(clear.length) });
          expect(hidden.map(({ from, to }) => to - from)).toEqual([clear.length]);
        }),
      );
    });
  });
});

const latin = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, 'latin1'));

describe('answers and codes in one stream', () => {
  it('honeywell-menu: a code, an answer, the lines of a revision, and a code again', () => {
    const wire = protocol('honeywell-menu').stream('device-to-host');
    const found = messages(wire, [
      latin('M1ONE\rOCRENA1\x06!Product Name: X\r\nSoftware Revision: 1.2\r\nREVINF\x06.M1TWO\r'),
    ]);
    expect(found.map((one) => one.type)).toEqual(['scan', 'reply', 'reply', 'scan']);
    expect(found[2]).toMatchObject({
      items: [{ name: 'REVINF', data: 'Product Name: X\r\nSoftware Revision: 1.2\r\n' }],
    });
  });

  it('access-is: media, code, verdict echo', () => {
    const wire = protocol('access-is').stream('device-to-host');
    expect(messages(wire, [latin('\x16\x0dTRIG:1\x16\x0aM1ONE\rAISXXR0\x06!\x16\x0dTRIG:0\x16\x0a')])).toEqual([
      { type: 'media', present: true },
      { type: 'scan', text: 'M1ONE' },
      { type: 'reply', items: [{ name: 'AISXXR', data: '0', status: 'ack', end: '!' }] },
      { type: 'media', present: false },
    ]);
  });

  it('newland-ucs: an answer of several lines between codes framed by STX and ETX', () => {
    const wire = protocol('newland-ucs', { prefix: [2], suffix: [3] }).stream('device-to-host');
    const found = messages(wire, [latin('\x02ONE\x03\x02\x010000#QRYSYSName: X\r\nVersion: 2\x06;\x03\x02TWO\x03')]);
    expect(found.map((one) => one.type)).toEqual(['scan', 'reply', 'scan']);
  });

  it('text without end is thrown away, and the next code is read', () => {
    const stream = protocol('access-is').stream('device-to-host');
    expect(messages(stream, [latin('A'.repeat(5000))])).toEqual([]);
    expect(stream.garbageRun()).toBeGreaterThan(2000);
    expect(messages(stream, [latin('\x00M1ONE\r')])).toEqual([{ type: 'scan', text: 'M1ONE' }]);
  });
});
