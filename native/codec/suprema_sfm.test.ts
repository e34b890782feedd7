import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WireDirection } from './protocol.ts';
import { decodeSfm, encodeSfm, sfmStream } from './suprema_sfm.ts';
import { SFM_COMMAND, SFM_FLAG, type SfmImage, type SfmMessage, sfmPacket } from './suprema_sfm_message.ts';
import { supremaSfmProtocol } from './suprema_sfm_protocol.ts';

const number = fc.nat(0xffffffff);
const byte = fc.nat(255);
const packet = fc
  .tuple(fc.option(fc.nat(0xffff)), byte, number, number, byte)
  .map(([terminal, command, param, size, flag]) => sfmPacket(terminal, command, { param, size, flag }));
/** An answer to SI or RI that announces a picture would make the next bytes of a stream a picture. */
const plain = packet.filter(({ flag }) => flag !== SFM_FLAG.SUCCESS);
const image = fc
  .record({
    width: number,
    height: number,
    compressed: fc.nat(1),
    encrypted: fc.nat(1),
    format: fc.nat(2),
    pixels: fc.uint8Array({ maxLength: 200 }),
    template: fc.uint8Array({ maxLength: 40 }),
  })
  .map((rest): SfmImage => ({ type: 'image', ...rest }));

/** The answer to SI and the picture it announces. */
const scanned = (picture: SfmImage): readonly SfmMessage[] => {
  const size = encodeSfm(picture).length - 1;
  return [sfmPacket(null, SFM_COMMAND.SI, { size, flag: SFM_FLAG.SUCCESS }), picture];
};

function framesOf(direction: WireDirection, pieces: readonly Uint8Array[]): { frames: SfmMessage[]; garbage: number } {
  const stream = sfmStream(direction);
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
const GREY: SfmImage = {
  type: 'image',
  width: 4,
  height: 2,
  compressed: 0,
  encrypted: 0,
  format: 0,
  // What looks like starts and ends of packets stands in pictures too.
  pixels: Uint8Array.of(0x40, 0x15, 0x0a, 0x0a, 0x41, 0x40, 0x0a, 0x61),
  template: new Uint8Array(0),
};
const ALIVE = sfmPacket(null, SFM_COMMAND.SS, { param: 0x30, flag: SFM_FLAG.SUCCESS });

it('packets come back as they were written, with a terminal and without', () => {
  fc.assert(
    fc.property(packet, fc.constantFrom('host-to-device', 'device-to-host'), (message, direction) => {
      expect(decodeSfm(direction, encodeSfm(message))).toEqual({ ok: true, value: message });
    }),
  );
});

it('pictures come back as they were written, from the module only', () => {
  fc.assert(
    fc.property(image, (message) => {
      expect(decodeSfm('device-to-host', encodeSfm(message))).toEqual({ ok: true, value: message });
      expect(decodeSfm('host-to-device', encodeSfm(message)).ok).toBe(false);
    }),
  );
});

it('a packet with any one bit wrong is refused', () => {
  fc.assert(
    fc.property(packet, fc.nat(), fc.nat(7), (message, place, bit) => {
      const bytes = encodeSfm(message);
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      expect(decodeSfm('host-to-device', bytes).ok).toBe(false);
    }),
  );
});

describe('a stream', () => {
  it('gives the same packets and pictures however the bytes are cut', () => {
    const parts = fc.array(
      fc.oneof(
        plain.map((one): readonly SfmMessage[] => [one]),
        image.map(scanned),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 60 }), (some, every) => {
        const messages = some.flat();
        const bytes = joined(messages.map(encodeSfm));
        expect(framesOf('device-to-host', cut(bytes, every))).toEqual({ frames: messages, garbage: 0 });
      }),
    );
  });

  it('judges any bytes alike whole and one by one', () => {
    const bits = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 60 }),
        image.map((one) => joined(scanned(one).map(encodeSfm))),
      ),
    );
    fc.assert(
      fc.property(bits, fc.nat(200), (some, drop) => {
        const bytes = joined(some).filter((_, at) => at % 211 !== drop);
        expect(framesOf('device-to-host', cut(bytes, 1))).toEqual(framesOf('device-to-host', [bytes]));
      }),
    );
  });

  it('finds the next packet behind a wrong one, and behind garbage', () => {
    const wrong = encodeSfm(ALIVE);
    wrong[11] = (wrong[11] ?? 0) ^ 1;
    const bytes = joined([wrong, Uint8Array.of(0x41, 0x40, 0x00), encodeSfm(ALIVE)]);
    expect(framesOf('device-to-host', [bytes])).toEqual({ frames: [ALIVE], garbage: 16 });
  });

  it('takes the end code behind a picture, so that the next packet follows at once', () => {
    const messages = [...scanned(GREY), ALIVE];
    expect(framesOf('device-to-host', [joined(messages.map(encodeSfm))])).toEqual({ frames: messages, garbage: 0 });
  });

  it.each([
    ['a byte too few', (bytes: Uint8Array) => bytes.filter((_, at) => at !== 20)],
    ['a byte too many', (bytes: Uint8Array) => Uint8Array.of(...bytes.slice(0, 30), 0, ...bytes.slice(30))],
    ['another header', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 20 ? 9 : byte))],
    ['another end code', (bytes: Uint8Array) => bytes.map((byte, at) => (at === bytes.length - 1 ? 0 : byte))],
  ])('with %s in a picture gives no picture, and the next packet after a silence', (_name, spoil) => {
    const [answer, picture] = scanned(GREY);
    const stream = sfmStream('device-to-host');
    const bytes = joined([encodeSfm(answer as SfmMessage), spoil(encodeSfm(picture as SfmMessage))]);
    const items = [...stream.push(bytes), ...stream.silence(), ...stream.push(encodeSfm(ALIVE))];
    const frames = items.flatMap((item) => (item.kind === 'frame' ? [item.message] : []));
    expect(frames).toEqual([answer, ALIVE]);
  });

  it('takes the size of other answers for a value, not for a length', () => {
    const version = sfmPacket(null, SFM_COMMAND.SR, { size: 0x34323132, flag: SFM_FLAG.SUCCESS });
    const bytes = joined([version, ALIVE].map(encodeSfm));
    expect(framesOf('device-to-host', [bytes]).frames).toEqual([version, ALIVE]);
  });
});

it('covers every dot of a picture', () => {
  expect(supremaSfmProtocol.mask(GREY)).toEqual({ ...GREY, pixels: new Uint8Array(8) });
  const parts = supremaSfmProtocol.fields('device-to-host', encodeSfm(GREY));
  expect(parts.filter(({ open }) => !open)).toEqual([{ name: 'image', from: 28, to: 36, open: false }]);
});
