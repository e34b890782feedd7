import { afterEach, expect, it } from 'vitest';
import { encodeZfm, zfmStream } from '../../native/codec/zfm.ts';
import { ZFM_FACTORY_ADDRESS as address, ZFM_COMMAND } from '../../native/codec/zfm_message.ts';
import type { FingerprintSession } from '../../native/driver/session.ts';
import { until } from './rig.ts';
import { type StandAlone, standAlone } from './stand_alone.ts';

// Modules that differ from the manual, each played by hand: what they say to UpImage is the test.

const OPTIONS = { width: 32, height: 32, responseTimeoutMs: 300, heartbeatMs: 60_000, pollMs: 20 };
const IMAGE_BYTES = 512;
const PACKET = 128;

const OK = encodeZfm({ type: 'ack', address, code: 0, data: new Uint8Array(0) });
const piece = (value: number, last = false): Uint8Array =>
  encodeZfm({ type: 'data', address, last, content: new Uint8Array(PACKET).fill(value) });

let stand: StandAlone | null = null;
afterEach(() => stand?.close());

/** A module that knows the bare minimum: neither product information nor system parameters. */
async function clone(upload: readonly Uint8Array[]) {
  const answers = new Map<number, readonly Uint8Array[]>([
    [ZFM_COMMAND.VFY_PWD, [OK]],
    [ZFM_COMMAND.GEN_IMG, [OK]],
    [ZFM_COMMAND.UP_IMAGE, [OK, ...upload]],
  ]);
  const own = await standAlone('zfm', OPTIONS, (plug) =>
    plug.onDeviceEnd((end) => {
      const decoder = zfmStream('host-to-device');
      end?.onBytes((bytes) => {
        for (const item of decoder.push(bytes)) {
          if (item.kind !== 'frame' || item.message.type !== 'command') continue;
          void end.write(Buffer.concat(answers.get(item.message.code) ?? []));
        }
      });
    }),
  );
  stand = own;
  await until('the module is ready', () => own.device.health().state === 'ready');
  const session = own.device.session() as FingerprintSession;
  return session.capture({ finger: 0, purpose: 'VERIFICATION', timeoutMs: 2000 });
}

it('one that tells no parameters and sends no end packet gives its picture', async () => {
  const taken = await clone([piece(0x0f), piece(0xf0), piece(0x12), piece(0x34)]);
  if (!taken.ok) throw new Error(taken.error.detail);
  const starts = [0, 1, 256, 257, 512, 513, 768, 769].map((at) => taken.value.pixels[at]);
  expect(starts).toEqual([0, 255, 255, 0, 17, 34, 51, 68]);
});

it('one that sends its end packet empty gives its picture', async () => {
  const end = encodeZfm({ type: 'data', address, last: true, content: new Uint8Array(0) });
  expect((await clone([piece(1), piece(2), piece(3), piece(4), end])).ok).toBe(true);
});

it('one that falls silent in the middle of the picture gives none, and says how far it came', async () => {
  const torn = piece(3).subarray(0, 60);
  expect(await clone([piece(1), piece(2), torn])).toEqual({
    ok: false,
    error: { code: 'IMAGE_BROKEN', detail: `${2 * PACKET} bytes of ${IMAGE_BYTES} arrived` },
  });
});

it('one with a larger sensor than the settings say gives none', async () => {
  const pieces = [1, 2, 3, 4, 5].map((value) => piece(value, value === 5));
  expect(await clone(pieces)).toEqual({
    ok: false,
    error: { code: 'IMAGE_BROKEN', detail: `${5 * PACKET} bytes of ${IMAGE_BYTES} arrived` },
  });
});

it('one with a packet whose sum is wrong gives none, though the others are sound', async () => {
  const wrong = piece(2);
  wrong[40] = 9;
  const taken = await clone([piece(1), wrong, piece(3), piece(4, true)]);
  expect(taken).toMatchObject({ ok: false, error: { code: 'IMAGE_BROKEN' } });
  expect(stand?.device.health().failures.DEVICE_FRAME).toBe(1);
});

it('one that answers for another address is not taken for ours', async () => {
  const other = encodeZfm({ type: 'data', address: 5, last: true, content: new Uint8Array(PACKET) });
  const taken = await clone([piece(1), other, piece(2), piece(3), piece(4, true)]);
  expect(taken.ok).toBe(true);
});
