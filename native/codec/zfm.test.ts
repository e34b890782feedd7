import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WireDirection } from './protocol.ts';
import { decodeZfm, encodeZfm, zfmStream } from './zfm.ts';
import { ZFM_COMMAND, ZFM_FACTORY_ADDRESS, type ZfmMessage, zfmCommand } from './zfm_message.ts';
import { zfmProtocol } from './zfm_protocol.ts';

const address = fc.oneof(fc.constant(ZFM_FACTORY_ADDRESS), fc.nat(ZFM_FACTORY_ADDRESS));
const code = fc.nat(255);
const few = fc.uint8Array({ maxLength: 46 });
const data = fc
  .record({ address, last: fc.boolean(), content: fc.uint8Array({ maxLength: 256 }) })
  .map((rest): ZfmMessage => ({ type: 'data', ...rest }));
const said: Record<WireDirection, fc.Arbitrary<ZfmMessage>> = {
  'host-to-device': fc.oneof(
    fc.tuple(address, code, few).map(([to, which, args]) => zfmCommand(to, which, args)),
    data,
  ),
  'device-to-host': fc.oneof(
    fc.record({ address, code, data: few }).map((rest): ZfmMessage => ({ type: 'ack', ...rest })),
    data,
  ),
};
const DIRECTIONS = ['host-to-device', 'device-to-host'] as const;

function framesOf(direction: WireDirection, pieces: readonly Uint8Array[]): { frames: ZfmMessage[]; garbage: number } {
  const stream = zfmStream(direction);
  const items = [...pieces.flatMap((piece) => stream.push(piece)), ...stream.silence()];
  return {
    frames: items.flatMap((item) => (item.kind === 'frame' ? [item.message] : [])),
    garbage: items.reduce((total, item) => total + (item.kind === 'garbage' ? item.bytes : 0), 0),
  };
}

function cut(bytes: Uint8Array, every: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += every) pieces.push(bytes.subarray(at, at + every));
  return pieces;
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

describe.each(DIRECTIONS)('packets %s', (direction) => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(said[direction], (message) => {
        expect(decodeZfm(direction, encodeZfm(message))).toEqual({ ok: true, value: message });
      }),
    );
  });

  it('are the same however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(said[direction], { maxLength: 6 }), fc.integer({ min: 1, max: 40 }), (messages, every) => {
        const bytes = joined(messages.map(encodeZfm));
        expect(framesOf(direction, cut(bytes, every)).frames).toEqual(messages);
      }),
    );
  });

  it('are found behind garbage, and any bytes are judged alike whole and one by one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), said[direction], (garbage, message) => {
        const bytes = joined([garbage, encodeZfm(message)]);
        const whole = framesOf(direction, [bytes]);
        expect(framesOf(direction, cut(bytes, 1))).toEqual(whole);
        if (!garbage.includes(0xef)) expect(whole.frames.at(-1)).toEqual(message);
      }),
    );
  });

  it('are refused with any one bit wrong behind the address', () => {
    fc.assert(
      fc.property(said[direction], fc.nat(), fc.nat(7), (message, place, bit) => {
        const bytes = encodeZfm(message);
        const at = 6 + (place % (bytes.length - 6));
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        expect(decodeZfm(direction, bytes).ok).toBe(false);
      }),
    );
  });
});

describe('a module that starts', () => {
  const ack: ZfmMessage = { type: 'ack', address: ZFM_FACTORY_ADDRESS, code: 0, data: new Uint8Array(0) };

  it('is heard by its lone byte before and behind a packet, in any cut', () => {
    const bytes = joined([Uint8Array.of(0x55), encodeZfm(ack), Uint8Array.of(0x55), encodeZfm(ack)]);
    const wanted = { frames: [{ type: 'ready' }, ack, { type: 'ready' }, ack], garbage: 0 };
    expect(framesOf('device-to-host', [bytes])).toEqual(wanted);
    expect(framesOf('device-to-host', cut(bytes, 1))).toEqual(wanted);
  });

  it('is not heard in the same byte among garbage', () => {
    const noise = Uint8Array.of(0x13, 0x55, 0x55, 0xef, 0x55);
    expect(framesOf('device-to-host', [noise, encodeZfm(ack)])).toEqual({ frames: [ack], garbage: 5 });
  });
});

it('covers templates, pictures and passwords, and keeps their length', () => {
  const password = zfmCommand(1, ZFM_COMMAND.VFY_PWD, Uint8Array.of(1, 2, 3, 4));
  const piece: ZfmMessage = { type: 'data', address: 1, last: true, content: Uint8Array.of(9, 8, 7) };
  expect(zfmProtocol.mask(password)).toMatchObject({ args: new Uint8Array(4) });
  expect(zfmProtocol.mask(piece)).toMatchObject({ last: true, content: new Uint8Array(3) });
  for (const message of [password, piece]) {
    const frame = encodeZfm(message);
    const covered = zfmProtocol.fields('host-to-device', frame).filter(({ open }) => !open);
    expect(covered.map(({ name }) => name)).toEqual([message === piece ? 'data' : 'parameter', 'checksum']);
  }
});

const DATA = process.env.BOOTH_DATA ?? join(import.meta.dirname, '../../../shared/data');
const CAPTURE = join(DATA, 'device-captures/r307/adafruit-issue64-template-download.json');

it.skipIf(!existsSync(CAPTURE))('keeps step with the damaged template download of a real R307', () => {
  const bytes = Uint8Array.from(Buffer.from(JSON.parse(readFileSync(CAPTURE, 'utf8')).hex, 'hex'));
  for (const every of [1, 7, 64, bytes.length]) {
    const { frames, garbage } = framesOf('device-to-host', cut(bytes, every));
    // Of its four packets the first has lost its head, and the third does not keep its own sum.
    expect(frames.map((frame) => frame.type === 'data' && [frame.content.length, frame.last])).toEqual([
      [128, false],
      [128, true],
    ]);
    expect(garbage).toBe(bytes.length - 2 * (9 + 128 + 2));
  }
});
