import { afterEach, describe, expect, it } from 'vitest';
import type { CaptureRequest } from '../../core/ports/fingerprint_reader.ts';
import { waitingClock } from '../../core/system_ports.ts';
import type { ZfmSession } from '../../native/driver/zfm/session.ts';
import { simulatorFor } from '../../native/simulator/catalogue.ts';
import { connectSimulator } from '../../native/simulator/connect.ts';
import { fingerPicture } from '../../native/simulator/finger_picture.ts';
import { probePort } from '../../native/tools/probe.ts';
import { pause, type Rig, startReadyRig, until } from './rig.ts';
import { standAlone } from './stand_alone.ts';

const OPTIONS = { width: 64, height: 80, responseTimeoutMs: 300, heartbeatMs: 200, pollMs: 20 };
const REQUEST: CaptureRequest = { finger: 7, purpose: 'VERIFICATION', timeoutMs: 3000 };

let rig: Rig | null = null;
afterEach(async () => {
  // Whatever was asked of it: nothing was stored, erased, renamed or set for good.
  expect(rig?.seen().refused ?? 0).toBe(0);
  await rig?.close();
  rig = null;
});

async function ready(options: Record<string, unknown> = {}): Promise<Rig> {
  rig = await startReadyRig('zfm', { ...OPTIONS, ...options });
  return rig;
}
function capture(of: Rig, request: Partial<CaptureRequest> = {}) {
  const reader = of.lane.fingerprintReader;
  if (reader === null) throw new Error('no fingerprint reader');
  return reader.capture({ ...REQUEST, ...request });
}
const session = (of: Rig): ZfmSession => of.device.session() as ZfmSession;
const hints = (of: Rig) => of.events.flatMap((event) => (event.kind === 'finger' ? [event.hint] : []));
/** What 16 greys leave of a picture. */
const coarse = (seed: number, width = 64, height = 80): Uint8Array =>
  fingerPicture(seed, width, height, 500).map((grey) => (grey >> 4) * 17);

it('says what it is, and gives the picture of the finger in its 16 greys', async () => {
  const module = await ready();
  expect(module.health()).toMatchObject({ firmware: 'R503 SIM 1.2', serialNumber: 'SIM00001' });
  module.act({ act: 'finger', seed: 5 });
  const taken = await capture(module);
  const sensor = { width: 64, height: 80, resolutionDpi: 500, depthBits: 4, livenessCheck: false };
  expect(taken).toMatchObject({ ok: true, value: { width: 64, height: 80, finger: 7, sensor } });
  if (taken.ok) expect(taken.value.pixels).toEqual(coarse(5));
  expect(hints(module)).toEqual(['PLACE', 'HOLD', 'REMOVE']);
});

it('is refused for enrolment, because it tells 16 greys apart', async () => {
  const module = await ready();
  module.act({ act: 'finger', seed: 5 });
  const refused = await capture(module, { purpose: 'ENROLMENT' });
  expect(refused).toEqual({ ok: false, error: { code: 'BELOW_ENROLMENT', detail: 'DEPTH_BELOW_8' } });
  expect(module.seen().images).toBe(0);
});

it('believes its settings where the module does not say its size', async () => {
  const module = await ready({ productInfo: false });
  expect(module.health()).toMatchObject({ firmware: null, serialNumber: null });
  module.act({ act: 'finger', seed: 5 });
  expect((await capture(module)).ok).toBe(true);
});

it('takes a picture as large as a ZFM-20 gives', async () => {
  const module = await ready({ width: 256, height: 288, productInfo: false });
  module.act({ act: 'finger', seed: 6 });
  const taken = await capture(module);
  if (!taken.ok) throw new Error(taken.error.detail);
  expect(taken.value.pixels).toEqual(coarse(6, 256, 288));
});

it('shows its password again to a module that restarted, also in the middle of a capture', async () => {
  const module = await ready({ password: 0x12345678 });
  module.order({ restart: true });
  await until('it is unlocked again', () => module.seen().unlocked === true);
  const pending = capture(module);
  await pause(60);
  module.order({ restart: true });
  module.act({ act: 'finger', seed: 5 });
  expect((await pending).ok).toBe(true);
  expect(module.health().reconnects).toBe(0);
});

it('lights the ring while it waits for a finger, and flashes when there is none', async () => {
  const module = await ready({ light: true });
  const pending = capture(module, { timeoutMs: 200 });
  await until('it breathes', () => module.seen().lamp === '1 colour 2');
  expect((await pending).ok).toBe(false);
  await until('it flashes', () => module.seen().lamp === '2 colour 1');
  const unwanted = capture(module);
  await until('it breathes again', () => module.seen().lamp === '1 colour 2');
  await module.lane.fingerprintReader?.cancel();
  expect(await unwanted).toMatchObject({ ok: false, error: { code: 'CAPTURE_CANCELLED' } });
  await until('it is dark', () => module.seen().lamp === 'off');
  module.act({ act: 'finger', seed: 5 });
  expect((await capture(module)).ok).toBe(true);
  await until('it is dark again', () => module.seen().lamp === 'off');
});

describe('a capture', () => {
  it('ends with the time-out when no finger comes, and for quality when none can be read', async () => {
    const module = await ready();
    expect(await capture(module, { timeoutMs: 200 })).toMatchObject({ ok: false, error: { code: 'CAPTURE_TIMEOUT' } });
    module.act({ act: 'finger', seed: 5 });
    module.order({ noRead: true });
    expect(await capture(module, { timeoutMs: 200 })).toMatchObject({ ok: false, error: { code: 'QUALITY_LOW' } });
  });

  it('can be cancelled, and another one follows at once', async () => {
    const module = await ready();
    const pending = capture(module);
    await until('a finger is asked for', () => hints(module).includes('PLACE'));
    expect(await capture(module)).toMatchObject({ ok: false, error: { code: 'CAPTURE_BUSY' } });
    await module.lane.fingerprintReader?.cancel();
    expect(await pending).toMatchObject({ ok: false, error: { code: 'CAPTURE_CANCELLED' } });
    module.act({ act: 'finger', seed: 5 });
    expect((await capture(module)).ok).toBe(true);
  });

  it('gives no picture when a packet of it is torn, and the next one is whole', async () => {
    const module = await ready();
    module.act({ act: 'finger', seed: 5 });
    module.order({ truncate: true });
    const broken = await capture(module);
    expect(broken).toEqual({
      ok: false,
      error: { code: 'IMAGE_BROKEN', detail: `${64 * 40 - 128} bytes of ${64 * 40} arrived` },
    });
    expect(module.health().failures.DEVICE_FRAME).toBeGreaterThan(0);
    expect((await capture(module)).ok).toBe(true);
    expect(module.health().reconnects).toBe(0);
  });

  it('names damaged answers', async () => {
    const module = await ready({ heartbeatMs: 5000 });
    module.order({ wrongChecksum: true });
    module.act({ act: 'finger', seed: 5 });
    expect(await capture(module)).toMatchObject({ ok: false, error: { code: 'DEVICE_FRAME' } });
  });

  it('ends when the module is unplugged in the middle of the picture, or the device is closed', async () => {
    const module = await ready();
    module.act({ act: 'finger', seed: 5 });
    module.order({ splitEvery: 4 });
    const pending = capture(module);
    await until('the picture is on its way', () => module.seen().images === 1);
    await pause(60);
    await module.plug.unplug();
    expect(await pending).toMatchObject({ ok: false, error: { code: 'DEVICE_UNPLUGGED' } });
    module.order({});
    module.act({ act: 'lift' });
    await module.plug.replug();
    await until('it is ready again', () => module.health().state === 'ready');
    const waiting = capture(module);
    await pause(60);
    await module.device.close();
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'DEVICE_UNPLUGGED' } });
  });

  it('keeps to its time-out when the line is too slow for the picture, and the next one waits for the rest', async () => {
    const module = await ready();
    module.act({ act: 'finger', seed: 5 });
    module.order({ splitEvery: 1 });
    const since = performance.now();
    expect(await capture(module, { timeoutMs: 400 })).toMatchObject({ ok: false, error: { code: 'CAPTURE_TIMEOUT' } });
    expect(performance.now() - since).toBeLessThan(1800);
    module.order({});
    expect((await capture(module, { timeoutMs: 20_000 })).ok).toBe(true);
  });
});

describe('on the module', () => {
  it('a finger matches its own template and no other', async () => {
    const module = await ready();
    module.act({ act: 'finger', seed: 5 });
    expect(await session(module).template(1)).toMatchObject({ ok: false, error: { code: 'IMAGE_BROKEN' } });
    await capture(module);
    const template = await session(module).template(1);
    if (!template.ok) throw new Error(template.error.detail);
    expect(template.value).toHaveLength(512);
    expect(await session(module).matchOnDevice(template.value)).toEqual({
      ok: true,
      value: { match: true, score: 210 },
    });
    module.act({ act: 'finger', seed: 6 });
    await capture(module);
    expect(await session(module).matchOnDevice(template.value)).toEqual({
      ok: true,
      value: { match: false, score: 7 },
    });
  });

  it('a torn template is not given out', async () => {
    const module = await ready();
    module.act({ act: 'finger', seed: 5 });
    await capture(module);
    module.order({ truncate: true });
    expect(await session(module).template(2)).toMatchObject({ ok: false, error: { code: 'IMAGE_BROKEN' } });
    expect((await session(module).template(2)).ok).toBe(true);
  });
});

it('asks everything in the self test, and looks for no finger', async () => {
  const module = await ready();
  const steps = await module.lane.selfTest('zfm');
  expect(steps).toEqual([
    { step: 'password', ok: true, detail: 'taken' },
    { step: 'system-parameters', ok: true, detail: 'room for 200 templates, packets of 128, 57600 baud' },
    { step: 'product-info', ok: true, detail: 'R503 SIM 1.2, 64 x 80' },
  ]);
});

it('with a password of its own is known for one by the probe and by a session, and told apart from a wrong device', async () => {
  const simulator = simulatorFor('zfm', waitingClock, { ...OPTIONS, password: 99 });
  if (simulator?.link !== 'serial') throw new Error('no simulated module');
  const stand = await standAlone('zfm', OPTIONS, (plug) => connectSimulator(simulator, plug));
  await until('it is refused', () => stand.device.health().problem?.code === 'DEVICE_REFUSED');
  expect(stand.device.health().problem?.detail).toContain('password');
  await stand.device.close();
  const found = await probePort(stand.path, waitingClock);
  expect(found).toMatchObject({ driver: 'zfm', firmware: 'EF01 module, own password' });
  expect(simulator.seen()).toMatchObject({ unlocked: false, refused: 0 });
  await stand.close();
  simulator.detach();
});
