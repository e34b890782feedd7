import { afterEach, describe, expect, it } from 'vitest';
import type { CaptureRequest } from '../../core/ports/fingerprint_reader.ts';
import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { openOne } from '../../native/devices.ts';
import { probeMorphosmart } from '../../native/driver/morphosmart/probe.ts';
import { fingerPicture } from '../../native/simulator/finger_picture.ts';
import { openSerial } from '../../native/transport/serial.ts';
import { LINE_9600_8N1 } from '../../native/transport/transport.ts';
import { pause, type Rig, startReadyRig, until } from './rig.ts';

const OPTIONS = { responseTimeoutMs: 400, heartbeatMs: 300 };
const REQUEST: CaptureRequest = { finger: 2, purpose: 'ENROLMENT', timeoutMs: 5000 };

let rig: Rig | null = null;
afterEach(async () => {
  // Whatever was asked of it: no record was stored, erased, searched or given out.
  const touched = rig?.seen().baseTouched;
  await rig?.close();
  rig = null;
  expect(touched).toBe(0);
});

const cancel = (of: Rig) => of.lane.fingerprintReader?.cancel();
const hints = (of: Rig) => of.events.flatMap((event) => (event.kind === 'finger' ? [event.hint] : []));
function capture(of: Rig, request: Partial<CaptureRequest> = {}) {
  const reader = of.lane.fingerprintReader;
  if (reader === null) throw new Error('no fingerprint reader');
  return reader.capture({ ...REQUEST, ...request });
}
const failed = (code: string) => ({ ok: false, error: { code } });

describe.each(['cdc', 'sprs232'] as const)('morphosmart over %s', (framing) => {
  async function ready(): Promise<Rig> {
    rig = await startReadyRig('morphosmart', { ...OPTIONS, framing });
    return rig;
  }

  it('says who it is, and gives the picture of the finger dot by dot', async () => {
    const sensor = await ready();
    expect(sensor.health()).toMatchObject({ firmware: 'MSO Version: 09.00.c-SIM', serialNumber: 'SIM0000001' });
    const facts = { width: 256, height: 400, resolutionDpi: 500, depthBits: 8, livenessCheck: null };
    expect(sensor.lane.fingerprintReader?.sensor()).toEqual(facts);
    const taking = capture(sensor);
    await until('the person is asked', () => hints(sensor).length > 0);
    sensor.act({ act: 'finger', seed: 3 });
    const taken = await taking;
    expect(taken).toMatchObject({ ok: true, value: { width: 256, height: 400, finger: 2, sensor: facts } });
    if (!taken.ok) return;
    expect(taken.value.pixels).toEqual(fingerPicture(3, 256, 400, 500));
    expect(taken.value.quality).toEqual({ value: 71, scale: 'MorphoSmart code quality, 255 as 100' });
    expect(hints(sensor)).toEqual(['PLACE', 'HOLD', 'REMOVE']);
    expect(sensor.health().wear.captures).toBe(1);
    expect(sensor.health().p95Ms.capture).toBeGreaterThan(0);
  });

  it('ends with the time-out when no finger comes, and takes the next', async () => {
    const sensor = await ready();
    const began = performance.now();
    expect(await capture(sensor, { timeoutMs: 300 })).toMatchObject(failed('CAPTURE_TIMEOUT'));
    expect(performance.now() - began).toBeLessThan(1300);
    expect(sensor.seen().capturing).toBe(false);
    sensor.act({ act: 'finger', seed: 3 });
    expect(await capture(sensor)).toMatchObject({ ok: true });
  });

  it('names a made-up finger, a bad picture, and a print left where the last one lay', async () => {
    const sensor = await ready();
    sensor.act({ act: 'finger', seed: 3, fake: true });
    expect(await capture(sensor)).toMatchObject(failed('FAKE_FINGER'));
    sensor.act({ act: 'finger', seed: 3 });
    sensor.order({ noRead: true });
    expect(await capture(sensor)).toMatchObject(failed('QUALITY_LOW'));
    sensor.order({});
    expect(await capture(sensor)).toMatchObject({ ok: true });
    // The finger was not lifted.
    expect(await capture(sensor, { timeoutMs: 300 })).toMatchObject(failed('LATENT_PRINT'));
    sensor.act({ act: 'lift' });
    sensor.act({ act: 'finger', seed: 3 });
    expect(await capture(sensor)).toMatchObject({ ok: true });
  });

  it('is cancelled, which leaves the sensor free', async () => {
    const sensor = await ready();
    const taking = capture(sensor);
    await until('it waits for a finger', () => sensor.seen().capturing === true);
    expect(await capture(sensor)).toMatchObject(failed('CAPTURE_BUSY'));
    await cancel(sensor);
    expect(await taking).toMatchObject(failed('CAPTURE_CANCELLED'));
    expect(sensor.seen().capturing).toBe(false);
    sensor.act({ act: 'finger', seed: 3 });
    expect(await capture(sensor)).toMatchObject({ ok: true });
    await cancel(sensor);
    expect(sensor.health().state).toBe('ready');
  });

  it('settles when it is cancelled, though the sensor hears nothing any more', async () => {
    const sensor = await ready();
    const taking = capture(sensor);
    await until('it waits for a finger', () => sensor.seen().capturing === true);
    sensor.order({ silent: true });
    const began = performance.now();
    await cancel(sensor);
    expect(await taking).toMatchObject(failed('CAPTURE_CANCELLED'));
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('says that a sensor fell silent in mid-capture, is lost, and takes pictures again when it speaks', async () => {
    const sensor = await ready();
    const taking = capture(sensor, { timeoutMs: 600 });
    await until('it waits for a finger', () => sensor.seen().capturing === true);
    sensor.order({ silent: true });
    const began = performance.now();
    expect(await taking).toMatchObject(failed('DEVICE_SILENT'));
    expect(performance.now() - began).toBeLessThan(1600);
    await until('it is lost', () => sensor.health().state === 'lost');
    expect(sensor.health().problem?.code).toBe('DEVICE_SILENT');
    sensor.order({});
    await until('it is ready again', () => sensor.health().state === 'ready');
    sensor.act({ act: 'finger', seed: 3 });
    expect(await capture(sensor)).toMatchObject({ ok: true });
  });

  it('is not asked for its descriptor while it waits for a finger', async () => {
    const sensor = await ready();
    const taking = capture(sensor, { timeoutMs: 1500 });
    await until('it waits for a finger', () => sensor.seen().capturing === true);
    // Longer than several heartbeats; one of them would have been answered by F4.
    await pause(1000);
    expect(sensor.seen().refused).toBe(0);
    sensor.act({ act: 'finger', seed: 3 });
    expect(await taking).toMatchObject({ ok: true });
  });

  it('settles when it is unplugged in mid-image, and works again after', async () => {
    const sensor = await ready();
    // In so small pieces it takes two seconds.
    sensor.order({ splitEvery: 64 });
    sensor.act({ act: 'finger', seed: 3 });
    const taking = capture(sensor);
    await until('the picture is on its way', () => hints(sensor).includes('REMOVE'));
    await pause(200);
    await sensor.plug.unplug();
    expect(await taking).toMatchObject(failed('DEVICE_UNPLUGGED'));
    await until('the loss is noticed', () => sensor.health().state === 'lost');
    await sensor.plug.replug();
    sensor.order({});
    await until('it is ready again', () => sensor.health().state === 'ready');
    sensor.act({ act: 'finger', seed: 3 });
    expect(await capture(sensor)).toMatchObject({ ok: true });
  });

  it('settles when the booth ends, and tells the sensor to stop', async () => {
    const sensor = await ready();
    const taking = capture(sensor);
    await until('it waits for a finger', () => sensor.seen().capturing === true);
    await sensor.device.close();
    expect(await taking).toMatchObject(failed('DEVICE_UNPLUGGED'));
    await until('the sensor is free', () => sensor.seen().capturing === false);
  });

  it('ends what a host that died has left behind, before it asks anything else', async () => {
    const sensor = await ready();
    void capture(sensor, { timeoutMs: 60_000 });
    await until('it waits for a finger', () => sensor.seen().capturing === true);
    // All that arrives after this is lost, so that its last CANCEL is not heard; then another host comes.
    sensor.order({ silent: true });
    await sensor.device.close();
    sensor.order({});
    expect(sensor.seen().capturing).toBe(true);
    const settings = { driver: 'morphosmart', name: 'again', path: sensor.plug.path, options: { ...OPTIONS, framing } };
    const again = openOne(settings, { clock: waitingClock, ids: systemIds }, null);
    await until('the next host is ready', () => again.health().state === 'ready');
    expect(sensor.seen().capturing).toBe(false);
    await again.close();
  });

  it('answers a probe', async () => {
    const sensor = await ready();
    await sensor.device.close();
    const opened = await openSerial(sensor.plug.path, LINE_9600_8N1, waitingClock);
    if (!opened.ok) throw new Error(opened.error.detail);
    expect(await probeMorphosmart(opened.value, waitingClock)).toBe('MSO Version: 09.00.c-SIM');
    await opened.value.close();
  });

  it('tells in its self test how many records of others it holds', async () => {
    const sensor = await ready();
    expect(await sensor.lane.selfTest('morphosmart')).toMatchObject([
      {
        step: 'descriptor',
        ok: true,
        detail: expect.stringMatching(/^MSO Version: 09\.00\.c-SIM \| Product Name: CBM/),
      },
      { step: 'base', ok: true, detail: '3 records, room for 500' },
    ]);
  });
});

it('asks again for a packet whose CRC is wrong, and has the picture whole', async () => {
  rig = await startReadyRig('morphosmart', { ...OPTIONS, framing: 'sprs232' });
  rig.act({ act: 'finger', seed: 3 });
  rig.order({ wrongChecksum: true });
  const taking = capture(rig);
  await until('a packet was refused', () => (rig?.health().failures.DEVICE_FRAME ?? 0) > 0);
  rig.order({});
  const taken = await taking;
  expect(taken.ok && taken.value.pixels).toEqual(fingerPicture(3, 256, 400, 500));
  expect(rig.health().state).toBe('ready');
});

it('says that a picture was broken on a line that repeats nothing', async () => {
  rig = await startReadyRig('morphosmart', OPTIONS);
  rig.act({ act: 'finger', seed: 3 });
  rig.order({ truncate: true });
  const began = performance.now();
  expect(await capture(rig)).toMatchObject(failed('IMAGE_BROKEN'));
  expect(performance.now() - began).toBeLessThan(3000);
  rig.act({ act: 'lift' });
  rig.act({ act: 'finger', seed: 4 });
  expect(await capture(rig)).toMatchObject({ ok: true });
});
