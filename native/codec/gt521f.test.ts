import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Gt521fMessage, gt521fProtocol } from './gt521f.ts';

const NO_DATA = new Uint8Array(0);
const answer = fc
  .record({ device: fc.nat(0xffff), parameter: fc.nat(0xffffffff), code: fc.constantFrom(0x30, 0x31) })
  .map((rest): Gt521fMessage => ({ type: rest.code === 0x30 ? 'ack' : 'nack', data: NO_DATA, ...rest }));
/** Low bytes: no shorter piece of a packet has the right sum by chance. */
const data = fc
  .tuple(fc.constantFrom(24, 498, 504, 19_200, 52_116), fc.integer({ min: 1, max: 9 }))
  .map(([length, step]): Gt521fMessage => {
    return { type: 'data', device: 1, parameter: 0, code: 0, data: new Uint8Array(length).map((_, at) => at * step) };
  });
const said = fc.oneof({ arbitrary: answer, weight: 4 }, data);
const encode = (message: Gt521fMessage): Uint8Array => gt521fProtocol.encode('device-to-host', message);

function framesOf(bytes: Uint8Array, every: number): { frames: Gt521fMessage[]; garbage: number } {
  const stream = gt521fProtocol.stream('device-to-host');
  const items = [];
  for (let at = 0; at < bytes.length; at += every) items.push(...stream.push(bytes.subarray(at, at + every)));
  items.push(...stream.silence());
  return {
    frames: items.flatMap((item) => (item.kind === 'frame' ? [item.message] : [])),
    garbage: items.reduce((total, item) => total + (item.kind === 'garbage' ? item.bytes : 0), 0),
  };
}

describe('GT-521F packets', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(said, (message) => {
        expect(gt521fProtocol.decode('device-to-host', encode(message))).toEqual({ ok: true, value: message });
      }),
      { numRuns: 50 },
    );
  });

  it('are the same however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 3 }), fc.integer({ min: 3, max: 5000 }), (messages, every) => {
        const bytes = Buffer.concat(messages.map(encode));
        expect(framesOf(bytes, every)).toEqual({ frames: messages, garbage: 0 });
      }),
      { numRuns: 40 },
    );
  });

  it('are found behind garbage, judged alike whole and one by one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), answer, (noise, message) => {
        const bytes = Buffer.concat([noise, encode(message)]);
        const whole = framesOf(bytes, bytes.length);
        expect(framesOf(bytes, 1)).toEqual(whole);
        if (!noise.includes(0x55) && !noise.includes(0x5a)) expect(whole.frames).toEqual([message]);
      }),
    );
  });

  it('answer with ACK or NACK only, and are read behind a damaged picture', () => {
    const ack: Gt521fMessage = { type: 'ack', device: 1, parameter: 0, code: 0x30, data: NO_DATA };
    expect(gt521fProtocol.decode('device-to-host', encode({ ...ack, code: 0x32 })).ok).toBe(false);
    const picture = encode({ type: 'data', device: 1, parameter: 0, code: 0, data: new Uint8Array(52_116).fill(1) });
    picture[40_000] = 9;
    expect(framesOf(Buffer.concat([picture, encode(ack)]), 4096).frames).toEqual([ack]);
  });
});
