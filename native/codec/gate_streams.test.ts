import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocolFor } from './catalogue.ts';
import type { Protocol, WireDirection } from './protocol.ts';
import type { StreamItem } from './stream.ts';

const byte = fc.nat(255);
const word = fc.nat(65535);
const unit = fc.nat(247);
const data = fc.array(byte, { minLength: 1, maxLength: 250 });
const table = fc.constantFrom('coils', 'inputs', 'holding-registers', 'input-registers');
const chars = fc.stringMatching(/^[a-z0-9 ]{1,40}$/);

interface Kind {
  readonly name: string;
  readonly direction: WireDirection;
  readonly message: fc.Arbitrary<{ type: string }>;
  /** Bytes no frame can begin with. */
  readonly garbage: fc.Arbitrary<number>;
}

const KINDS: readonly Kind[] = [
  {
    name: 'modbus-rtu',
    direction: 'host-to-device',
    garbage: fc.integer({ min: 248, max: 255 }),
    message: fc.oneof(
      fc.record({ type: fc.constant('read'), unit, table, address: word, count: word }),
      fc.record({ type: fc.constant('write-coil'), unit, address: word, on: fc.boolean() }),
      fc.record({ type: fc.constant('write-register'), unit, address: word, value: word }),
      fc.record({
        type: fc.constantFrom('write-coils', 'write-registers'),
        unit,
        address: word,
        count: word,
        data,
      }),
    ),
  },
  {
    name: 'modbus-rtu',
    direction: 'device-to-host',
    garbage: fc.integer({ min: 248, max: 255 }),
    message: fc.oneof(
      fc.record({ type: fc.constant('values'), unit, table, data }),
      fc.record({ type: fc.constant('write-coil'), unit, address: word, on: fc.boolean() }),
      fc.record({ type: fc.constantFrom('coils-written', 'registers-written'), unit, address: word, count: word }),
      fc.record({ type: fc.constant('exception'), unit, function: fc.constantFrom(1, 2, 5, 15), code: byte }),
    ),
  },
  {
    name: 'digicon-turnstile',
    direction: 'host-to-device',
    garbage: fc.integer({ min: 3, max: 255 }),
    message: fc.record({
      type: fc.constantFrom('release', 'always-free', 'program-direction'),
      way: fc.constantFrom('first', 'second', 'both', 'controlled'),
    }),
  },
  {
    name: 'digicon-turnstile',
    direction: 'device-to-host',
    garbage: fc.integer({ min: 3, max: 255 }),
    message: fc.record({ type: fc.constantFrom('accepted', 'refused', 'passed-first', 'passed-second') }),
  },
  {
    name: 'tripod-eb-rs485',
    direction: 'host-to-device',
    garbage: fc.integer({ min: 0, max: 0xea }),
    message: fc.record({
      type: fc.constantFrom('open-left', 'open-right', 'drop-pole', 'raise-pole', 'ban', 'restore'),
      address: byte,
    }),
  },
  {
    name: 'lcus-relay',
    direction: 'host-to-device',
    garbage: fc.integer({ min: 0, max: 0x9f }),
    message: fc.oneof(
      fc.record({ type: fc.constant('switch'), relay: byte, on: fc.boolean() }),
      fc.record({ type: fc.constant('query') }),
    ),
  },
  {
    name: 'numato-ascii',
    direction: 'host-to-device',
    garbage: fc.integer({ min: 0x80, max: 0xff }),
    message: fc.record({ type: fc.constant('command'), text: chars }),
  },
  {
    name: 'numato-ascii',
    direction: 'device-to-host',
    garbage: fc.integer({ min: 0x80, max: 0xff }),
    message: fc.record({ type: fc.constant('answer'), echo: chars, value: fc.option(chars) }),
  },
];

function protocolOf(name: string): Protocol {
  const made = protocolFor(name);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

/** What a stream makes of bytes cut at these places, garbage added up. */
function heard(protocol: Protocol, direction: WireDirection, bytes: Uint8Array, cuts: readonly number[]) {
  const stream = protocol.stream(direction);
  const items: StreamItem<unknown>[] = [];
  let from = 0;
  for (const cut of [...cuts.map((one) => one % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
    items.push(...stream.push(bytes.subarray(from, cut)));
    from = cut;
  }
  items.push(...stream.silence());
  return {
    frames: items.flatMap((item) => (item.kind === 'frame' ? [item.message] : [])),
    garbage: items.reduce((sum, item) => sum + (item.kind === 'garbage' ? item.bytes : 0), 0),
  };
}

describe.each(KINDS)('$name, $direction', ({ name, direction, message, garbage }) => {
  const protocol = protocolOf(name);
  const cuts = fc.array(fc.nat(4096), { maxLength: 12 });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(message, (said) => {
        const bytes = protocol.encode(direction, said);
        expect(protocol.decode(direction, bytes)).toEqual({ ok: true, value: said });
        const parts = protocol.fields(direction, bytes);
        expect(parts.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(bytes.length);
      }),
    );
  });

  it('finds the same frames however the bytes are cut, with garbage in between', () => {
    const piece = fc.record({ said: message, before: fc.array(garbage, { maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), cuts, (pieces, at) => {
        const bytes = Uint8Array.from(
          pieces.flatMap(({ said, before }) => [...before, ...protocol.encode(direction, said)]),
        );
        const { frames, garbage: thrown } = heard(protocol, direction, bytes, at);
        expect(frames).toEqual(pieces.map(({ said }) => said));
        expect(thrown).toBe(pieces.reduce((sum, { before }) => sum + before.length, 0));
      }),
    );
  });

  it('makes the same of any bytes however they are cut, loses none and decodes only what it can write again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), cuts, (bytes, at) => {
        const whole = heard(protocol, direction, bytes, []);
        expect(heard(protocol, direction, bytes, at)).toEqual(whole);
        const framed = whole.frames.reduce<number>(
          (sum, said) => sum + protocol.encode(direction, said as { type: string }).length,
          0,
        );
        expect(framed + whole.garbage).toBe(bytes.length);
      }),
    );
  });
});
