import { afterEach, describe, expect, it } from 'vitest';
import { waitingClock } from '../../core/system_ports.ts';
import { bccOf, swipeOf } from '../../native/codec/rte_native.ts';
import { findDriver } from '../../native/driver/catalogue.ts';
import type { SessionEvent } from '../../native/driver/session.ts';
import { simulatorFor } from '../../native/simulator/catalogue.ts';
import { connectSimulator } from '../../native/simulator/connect.ts';
import { loopbackPlug } from '../../native/simulator/loopback.ts';
import { LINE_9600_8N1, type Transport } from '../../native/transport/transport.ts';
import { ANNA, LINH, lay, pause, proveReading, type Rig, startReadyRig, startRig, until } from './rig.ts';

let rig: Rig | null = null;
afterEach(async () => {
  await rig?.close();
  rig = null;
});

const QUICK = { responseTimeoutMs: 300, heartbeatMs: 60, armEveryBeats: 2, repeatArmMs: 50 };
const FIRMWARE = { newland: 'IDE237 SIM 1.0', honeywell: 'Imager SIM 1.0' };
const SERIAL = { newland: 'SIM00002', honeywell: 'SIM00003' };

describe.each(['newland', 'honeywell'] as const)('framed-mrz that takes %s commands', (commands) => {
  it('says its firmware, is triggered without storing anything, and is triggered again after each read', async () => {
    rig = await startReadyRig('framed-mrz', { ...QUICK, commands });
    expect(rig.health()).toMatchObject({ firmware: FIRMWARE[commands], serialNumber: SERIAL[commands] });
    await until('it looks for documents', () => rig?.seen().triggered === true);
    for (const lines of [ANNA, LINH, ANNA]) await proveReading(rig, lines);
    expect(rig.reads()).toEqual([ANNA, LINH, ANNA]);
    await until('a heartbeat is timed', () => rig?.health().p95Ms.heartbeat !== undefined);
    expect(rig.health().p95Ms.read).toEqual(expect.any(Number));
    expect(rig.seen()).toMatchObject({ able: true, storedForGood: 0 });
  });

  it('reports a document left lying once, and once more when armed by hand', async () => {
    rig = await startReadyRig('framed-mrz', { ...QUICK, commands, sameDocumentMs: 1000 });
    lay(rig, ANNA);
    await pause(600);
    expect(rig.reads()).toEqual([ANNA]);
    expect(await rig.lane.mrzReader?.arm()).toEqual({ ok: true, value: undefined });
    await until('it is read again', () => rig?.reads().length === 2);
  });

  it('looks for a document only when asked to, where that is set', async () => {
    rig = await startReadyRig('framed-mrz', { ...QUICK, commands, keepArmed: false });
    lay(rig, ANNA);
    await pause(400);
    expect(rig.reads()).toEqual([]);
    expect(await rig.lane.mrzReader?.arm()).toEqual({ ok: true, value: undefined });
    await until('it is read', () => rig?.reads().length === 1);
    await pause(300);
    expect(rig.seen().triggered).toBe(false);
    expect(rig.reads()).toEqual([ANNA]);
  });

  it('answers the self test', async () => {
    rig = await startReadyRig('framed-mrz', { ...QUICK, commands });
    expect(await rig.lane.selfTest('framed-mrz')).toEqual([
      { step: 'query', ok: true, detail: 'ack' },
      { step: 'firmware-version', ok: true, detail: FIRMWARE[commands] },
      { step: 'serial-number', ok: true, detail: SERIAL[commands] },
    ]);
  });

  it('is recognised by a probe that changes nothing, and by no other driver', async () => {
    const simulator = simulatorFor('framed-mrz', waitingClock, { commands });
    if (simulator?.link !== 'serial') throw new Error('no simulator');
    const plug = loopbackPlug('probe');
    connectSimulator(simulator, plug);
    const before = simulator.seen();
    const found: Record<string, string | null | undefined> = {};
    for (const driver of ['framed-mrz', 'access-is', 'elyctis-idbox']) {
      const opened = await plug.openHost(LINE_9600_8N1);
      if (!opened.ok) throw new Error(opened.error.detail);
      found[driver] = await findDriver(driver)?.safeProbe?.(opened.value, waitingClock);
      await opened.value.close();
    }
    expect(found).toEqual({
      'framed-mrz': `${commands}: ${FIRMWARE[commands]}`,
      'access-is': null,
      'elyctis-idbox': null,
    });
    expect(simulator.seen()).toEqual(before);
    await plug.close();
  });
});

describe('framed-mrz, another family than the one in the settings', () => {
  it('is named, not believed', async () => {
    const simulator = simulatorFor('framed-mrz', waitingClock, { commands: 'honeywell' });
    if (simulator?.link !== 'serial') throw new Error('no simulator');
    const plug = loopbackPlug('other');
    connectSimulator(simulator, plug);
    const bound = findDriver('access-is')?.bind({ responseTimeoutMs: 100 });
    const opened = await plug.openHost(LINE_9600_8N1);
    if (!bound?.ok || !opened.ok) throw new Error('not opened');
    const session = bound.value.connect({ transport: opened.value, clock: waitingClock, emit: () => {} });
    expect(await session.start()).toMatchObject({ ok: false, error: { code: 'DEVICE_WRONG' } });
    session.stop();
    await plug.close();
  });

  it('cannot be bound with a preset that takes none', () => {
    const bound = findDriver('framed-mrz')?.bind({ preset: 'rte-native', commands: 'newland' });
    expect(bound).toEqual({ ok: false, error: 'commands: this preset takes no commands' });
  });
});

describe('framed-mrz, preset of the RTE6701 swipe reader', () => {
  const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

  it('reads two and three lines, and tells a technician which rule of the check byte fits', async () => {
    rig = await startReadyRig('framed-mrz', { preset: 'rte-native' });
    await proveReading(rig, ANNA);
    await proveReading(rig, TD1);
    expect(rig.reads()).toEqual([ANNA, TD1]);
    const steps = await rig.lane.selfTest('framed-mrz');
    expect(steps?.find(({ step }) => step === 'check-byte')?.detail).toMatch(/^xor 2 of 2, /);
  });

  it('reads on where no rule fits, counts it, and tells the candidates without the text', async () => {
    const plug = loopbackPlug('swipe');
    let device: Transport | null = null;
    plug.onDeviceEnd((end) => {
      device = end;
    });
    const opened = await plug.openHost(LINE_9600_8N1);
    const bound = findDriver('framed-mrz')?.bind({ preset: 'rte-native' });
    if (!bound?.ok || !opened.ok || device === null) throw new Error('not opened');
    const events: SessionEvent[] = [];
    const session = bound.value.connect({
      transport: opened.value,
      clock: waitingClock,
      emit: (event) => events.push(event),
    });
    expect((await session.start()).ok).toBe(true);
    const swipe = swipeOf(ANNA, 'xor');
    const fitting = Object.values(bccOf(swipe));
    const check = [0, 1, 2, 3, 4].find((byte) => !fitting.includes(byte)) ?? 0;
    await (device as Transport).write(Uint8Array.from([...swipe.slice(0, -1), check]));
    await until('it is read', () => events.some(({ kind }) => kind === 'read'));
    const fault = JSON.stringify(events.find(({ kind }) => kind === 'fault'));
    expect(fault).toContain('DEVICE_FRAME');
    expect(fault).toContain('"detail":"the check byte fits no rule"');
    expect(fault).not.toContain('ERIKSSON');
    session.stop();
    await plug.close();
  });
});

describe('framed-mrz that only speaks', () => {
  it('says in the self test that it cannot be asked', async () => {
    rig = await startRig('framed-mrz');
    await until('it is ready', () => rig?.health().state === 'ready');
    await proveReading(rig, ANNA);
    expect(await rig.lane.selfTest('framed-mrz')).toEqual([
      { step: 'frames', ok: true, detail: '1 frames on this connection; the reader cannot be asked' },
    ]);
  });
});
