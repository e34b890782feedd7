import { afterEach, describe, expect, it } from 'vitest';
import type { CaptureRequest } from '../../core/ports/fingerprint_reader.ts';
import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { openOne } from '../../native/devices.ts';
import { fingerPicture } from '../../native/simulator/finger_picture.ts';
import { probePort } from '../../native/tools/probe.ts';
import { pause, type Rig, startReadyRig, startRig, until } from './rig.ts';

const OPTIONS = { width: 64, height: 80, responseTimeoutMs: 300, heartbeatMs: 200 };
const REQUEST: CaptureRequest = { finger: 2, purpose: 'ENROLMENT', timeoutMs: 3000 };

let rig: Rig | null = null;
afterEach(async () => {
  // Whatever was asked of it: nothing was kept, enrolled, erased or reset.
  expect(rig?.seen().refused).toBe(0);
  await rig?.close();
});

async function ready(options: Record<string, unknown> = {}): Promise<Rig> {
  rig = await startReadyRig('suprema-sfm', { ...OPTIONS, ...options });
  return rig;
}
function capture(of: Rig, request: Partial<CaptureRequest> = {}) {
  const reader = of.lane.fingerprintReader;
  if (reader === null) throw new Error('no fingerprint reader');
  return reader.capture({ ...REQUEST, ...request });
}
const cancel = (of: Rig) => of.lane.fingerprintReader?.cancel();
const hints = (of: Rig) => of.events.flatMap((event) => (event.kind === 'finger' ? [event.hint] : []));

it('says who it is, and gives the picture of the finger dot by dot', async () => {
  const module = await ready();
  expect(module.health()).toMatchObject({ firmware: 'S1.0', serialNumber: '20260001' });
  module.act({ act: 'finger', seed: 3 });
  const taken = await capture(module);
  const sensor = { width: 64, height: 80, resolutionDpi: 500, depthBits: 8, livenessCheck: true };
  expect(taken).toMatchObject({ ok: true, value: { width: 64, height: 80, finger: 2, quality: null, sensor } });
  if (taken.ok) expect(taken.value.pixels).toEqual(fingerPicture(3, 64, 80, 500));
  expect(hints(module)).toEqual(['PLACE', 'HOLD', 'REMOVE']);
  expect(module.health().wear.captures).toBe(1);
});

it('sets grey pictures again after the module has forgotten it', async () => {
  const module = await ready();
  module.order({ restart: true });
  expect(module.seen().grey).toBe(false);
  module.act({ act: 'finger', seed: 3 });
  expect((await capture(module)).ok).toBe(true);
});

it('speaks packets with a terminal number, and hears no other terminal', async () => {
  const module = await ready({ packets: 'network', terminalId: 300 });
  module.act({ act: 'finger', seed: 3 });
  expect((await capture(module)).ok).toBe(true);
});

it('ends the scan which a host that died has left behind, before it asks anything else', async () => {
  const module = await ready();
  const pending = capture(module);
  await until('the module scans', () => module.seen().scanning === true);
  // The booth is gone, the module has power still: another session meets it scanning.
  const { device } = module;
  await device.close();
  expect(await pending).toMatchObject({ ok: false, error: { code: 'DEVICE_UNPLUGGED' } });
  expect(module.seen().scanning).toBe(true);
  const settings = { driver: 'suprema-sfm', name: 'again', path: module.plug.path, options: OPTIONS };
  const again = openOne(settings, { clock: waitingClock, ids: systemIds }, null);
  await until('the next session is ready', () => again.health().state === 'ready');
  expect(module.seen().scanning).toBe(false);
  await again.close();
});

describe('a capture', () => {
  it('ends with the time-out when no finger comes, and the module is at rest again', async () => {
    const module = await ready();
    expect(await capture(module, { timeoutMs: 300 })).toMatchObject({ ok: false, error: { code: 'CAPTURE_TIMEOUT' } });
    await until('the module is at rest', () => module.seen().scanning === false);
    module.act({ act: 'finger', seed: 3 });
    expect((await capture(module)).ok).toBe(true);
  });

  it('can be cancelled, and another one follows at once', async () => {
    const module = await ready();
    const pending = capture(module);
    await until('the module scans', () => module.seen().scanning === true);
    expect(await capture(module)).toMatchObject({ ok: false, error: { code: 'CAPTURE_BUSY' } });
    await cancel(module);
    expect(await pending).toMatchObject({ ok: false, error: { code: 'CAPTURE_CANCELLED' } });
    module.act({ act: 'finger', seed: 4 });
    expect((await capture(module)).ok).toBe(true);
  });

  it('names a made-up finger, and one that cannot be read', async () => {
    const module = await ready();
    module.act({ act: 'finger', seed: 3, fake: true });
    expect(await capture(module)).toMatchObject({ ok: false, error: { code: 'FAKE_FINGER' } });
    module.act({ act: 'finger', seed: 3 });
    module.order({ noRead: true });
    expect(await capture(module)).toMatchObject({ ok: false, error: { code: 'QUALITY_LOW' } });
  });

  it('gives no picture when a part of it is missing, and the next one is whole', async () => {
    const module = await ready();
    module.act({ act: 'finger', seed: 3 });
    module.order({ truncate: true });
    expect(await capture(module)).toMatchObject({ ok: false, error: { code: 'IMAGE_BROKEN' } });
    expect(module.health().failures.DEVICE_FRAME).toBeGreaterThan(0);
    expect((await capture(module)).ok).toBe(true);
    expect(module.health().reconnects).toBe(0);
  });

  it('gives no picture when the answer before it is damaged', async () => {
    const module = await ready();
    const pending = capture(module);
    await until('the module scans', () => module.seen().scanning === true);
    module.order({ wrongChecksum: true });
    module.act({ act: 'finger', seed: 3 });
    expect(await pending).toMatchObject({ ok: false, error: { code: 'IMAGE_BROKEN' } });
    module.order({});
    expect((await capture(module)).ok).toBe(true);
  });

  it('ends when the module falls silent in the middle of it, and the silence is named', async () => {
    const module = await ready();
    const pending = capture(module, { timeoutMs: 500 });
    await until('the module scans', () => module.seen().scanning === true);
    module.order({ silent: true });
    expect(await pending).toMatchObject({ ok: false, error: { code: 'CAPTURE_TIMEOUT' } });
    await until('the silence is named', () => module.health().problem?.code === 'DEVICE_SILENT');
  });

  it('ends when the module is unplugged in the middle of the picture', async () => {
    const module = await ready();
    module.order({ splitEvery: 4 });
    module.act({ act: 'finger', seed: 3 });
    const pending = capture(module);
    await until('the picture is on its way', () => module.seen().scans === 1);
    await pause(50);
    await module.plug.unplug();
    expect(await pending).toMatchObject({ ok: false, error: { code: 'DEVICE_UNPLUGGED' } });
  });

  it('ends when the device is closed', async () => {
    const module = await ready();
    const pending = capture(module);
    await until('the module scans', () => module.seen().scanning === true);
    await module.device.close();
    expect(await pending).toMatchObject({ ok: false, error: { code: 'DEVICE_UNPLUGGED' } });
  });

  it('keeps to its time-out when the line is too slow for the picture', async () => {
    const module = await ready({ responseTimeoutMs: 1000 });
    module.order({ splitEvery: 2 });
    module.act({ act: 'finger', seed: 3 });
    const since = performance.now();
    expect(await capture(module, { timeoutMs: 500 })).toMatchObject({ ok: false, error: { code: 'CAPTURE_TIMEOUT' } });
    expect(performance.now() - since).toBeLessThan(1900);
    // What is still on its way is let pass before the next one begins.
    module.order({});
    expect(await capture(module, { timeoutMs: 20_000 })).toMatchObject({ ok: true });
  });
});

it('asks everything in the self test, and nothing that moves it', async () => {
  const module = await ready();
  const steps = await module.lane.selfTest('suprema-sfm');
  expect(steps?.map(({ step, ok }) => [step, ok])).toEqual([
    ['status', true],
    ['firmware-version', true],
    ['serial-number', true],
    ['image-format', true],
    ['scan-timeout', true],
    ['fake-finger', true],
  ]);
  expect(module.seen().scans).toBe(0);
});

it('is found by the safe probe, which sets nothing', async () => {
  rig = await startRig('suprema-sfm', OPTIONS);
  await rig.device.close();
  await rig.plug.unplug();
  await rig.plug.replug();
  const found = await probePort(rig.plug.path, waitingClock);
  expect(found).toMatchObject({ driver: 'suprema-sfm', firmware: 'S1.0' });
  expect(rig.seen()).toMatchObject({ grey: false, scans: 0, refused: 0 });
});
