import { afterEach, expect, it } from 'vitest';
import { encodeSfm, sfmStream } from '../../native/codec/suprema_sfm.ts';
import { SFM_COMMAND, SFM_FLAG, type SfmImage, sfmPacket } from '../../native/codec/suprema_sfm_message.ts';
import type { FingerprintSession } from '../../native/driver/session.ts';
import { until } from './rig.ts';
import { type StandAlone, standAlone } from './stand_alone.ts';

// Modules that end a scan in an odd way, each played by hand.

const OPTIONS = { responseTimeoutMs: 300, heartbeatMs: 60_000 };
const { SUCCESS, SCAN_SUCCESS } = SFM_FLAG;
const GREY: SfmImage = {
  type: 'image',
  width: 8,
  height: 4,
  compressed: 0,
  encrypted: 0,
  format: 0,
  pixels: new Uint8Array(32).map((_, at) => at),
  template: new Uint8Array(0),
};

let stand: StandAlone | null = null;
afterEach(() => stand?.close());

const answer = (flag: number, size = 0): Uint8Array => encodeSfm(sfmPacket(null, SFM_COMMAND.SI, { flag, size }));
const announced = (image: SfmImage): Uint8Array => {
  const bytes = encodeSfm(image);
  return Buffer.concat([answer(SUCCESS, bytes.length - 1), bytes]);
};

/** Captures with a module that says this to SI, and 'well done' to everything else. */
async function scan(said: readonly Uint8Array[], timeoutMs = 2000) {
  let turn = 0;
  const answerTo = (command: number): Uint8Array => {
    if (command !== SFM_COMMAND.SI) return encodeSfm(sfmPacket(null, command, { param: 0x30, flag: SUCCESS }));
    turn += 1;
    return said[turn - 1] ?? new Uint8Array(0);
  };
  const own = await standAlone('suprema-sfm', OPTIONS, (plug) =>
    plug.onDeviceEnd((end) => {
      const decoder = sfmStream('host-to-device');
      end?.onBytes((bytes) => {
        for (const item of decoder.push(bytes)) {
          if (item.kind === 'frame' && item.message.type === 'packet') void end.write(answerTo(item.message.command));
        }
      });
    }),
  );
  stand = own;
  await until('the module is ready', () => own.device.health().state === 'ready');
  const session = own.device.session() as FingerprintSession;
  const outcome = await session.capture({ finger: 0, purpose: 'VERIFICATION', timeoutMs });
  return { outcome, turns: turn };
}

it('says no first answer: the picture is taken all the same', async () => {
  const { outcome } = await scan([announced(GREY)]);
  expect(outcome).toMatchObject({ ok: true, value: { width: 8, height: 4, pixels: GREY.pixels } });
});

it('ends its own wait for a finger: it is told to wait on', async () => {
  const { outcome, turns } = await scan([answer(SFM_FLAG.TIME_OUT), answer(SFM_FLAG.TIME_OUT), announced(GREY)]);
  expect([outcome.ok, turns]).toEqual([true, 3]);
});

it.each([
  ['falls silent in the middle of the picture', announced(GREY).subarray(0, 50)],
  ['announces a picture and sends none', answer(SUCCESS, 60)],
  ['announces no picture', answer(SUCCESS)],
  ['sends two colours', announced({ ...GREY, format: 1, pixels: new Uint8Array(4) })],
  ['sends fewer dots than its size says', announced({ ...GREY, height: 5 })],
  ['sends it encrypted', announced({ ...GREY, encrypted: 1 })],
  ['sends nothing of it', announced({ ...GREY, width: 0, pixels: new Uint8Array(0) })],
])('%s: the picture is broken', async (_name, said) => {
  const { outcome } = await scan([Buffer.concat([answer(SCAN_SUCCESS), said])]);
  expect(outcome).toMatchObject({ ok: false, error: { code: 'IMAGE_BROKEN' } });
});

it('says nothing to the scan: the capture ends with its time-out', async () => {
  expect((await scan([], 300)).outcome).toMatchObject({ ok: false, error: { code: 'CAPTURE_TIMEOUT' } });
});
