import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { encodeModbus } from '../../native/codec/modbus_rtu_encode.ts';
import { devicesOf, openOne } from '../../native/devices.ts';
import { findDriver } from '../../native/driver/catalogue.ts';
import { simulatorFor } from '../../native/simulator/catalogue.ts';
import { connectSimulator } from '../../native/simulator/connect.ts';
import { loopbackPlug } from '../../native/simulator/loopback.ts';
import { ptyPlug } from '../../native/simulator/pty.ts';
import { LINE_9600_8N1, type Transport } from '../../native/transport/transport.ts';
import { pause, startReadyRig, startRig, until } from './rig.ts';

const OPTIONS = {
  pulseMs: 1000,
  pollMs: 50,
  gapMs: 20,
  responseTimeoutMs: 300,
  inputs: { doorClosed: { address: 0 }, passage: { address: 3, inverted: true }, alarm: { address: 1 } },
};
const PORTS = { clock: waitingClock, ids: systemIds };

/** A board on a real line and a host of its own, killed in the middle of a release. */
async function killedInTheMiddle(kill: (host: ChildProcess) => void) {
  const directory = await mkdtemp(join(tmpdir(), 'booth-gate-'));
  const made = await ptyPlug(join(directory, 'port'), waitingClock);
  const board = simulatorFor('modbus-gate', waitingClock, OPTIONS);
  if (!made.ok || board?.link !== 'serial') throw new Error('no board');
  const plug = made.value;
  connectSimulator(board, plug);
  const script = join(import.meta.dirname, 'release_and_hang.ts');
  // In a group of its own, with the process of the serial library that it starts.
  const args = [script, plug.path, JSON.stringify(OPTIONS)];
  const host = spawn(process.execPath, args, { stdio: 'ignore', detached: true });
  await until('the door is let go', () => board.seen().released === true, 15_000);
  const ended = once(host, 'exit');
  kill(host);
  await ended;
  const close = async () => {
    await plug.close();
    await rm(directory, { recursive: true, force: true });
  };
  return { plug, board, close };
}

describe('a gate behind Modbus', () => {
  it('is switched off by the process of the serial library when the booth is killed in the middle of a release', async () => {
    const { board, close } = await killedInTheMiddle((host) => host.kill('SIGKILL'));
    await until('the relay is off', () => board.seen().released === false, OPTIONS.pulseMs - 200);
    expect(board.seen()).toMatchObject({ pulses: 1, writes: 2 });
    await close();
  });

  it('is off again before the next host calls it ready, when nobody was left to end a release', async () => {
    const { plug, board, close } = await killedInTheMiddle((host) => process.kill(-(host.pid ?? 0), 'SIGKILL'));
    await pause(OPTIONS.pulseMs + 300);
    // The board has no watchdog.
    expect(board.seen().released).toBe(true);

    const settings = { driver: 'modbus-gate', name: 'gate', path: plug.path, options: OPTIONS };
    const { gate } = devicesOf([openOne(settings, PORTS, null)]);
    const seenWhenReady: unknown[] = [];
    gate?.onEvent((event) => {
      if (event.kind === 'health' && event.health.state === 'ready') seenWhenReady.push(board.seen().released);
    });
    await until('the next host is ready', () => gate?.health().state === 'ready');
    expect(seenWhenReady).toEqual([false]);
    expect(gate?.health().failures.DEVICE_REFUSED).toBe(1);
    expect((await gate?.release())?.ok).toBe(true);
    expect(board.seen()).toMatchObject({ released: false, pulses: 2 });
    await gate?.close();
    await close();
  });

  it('ends the pulse when the booth is closed in the middle, and the release answers', async () => {
    const rig = await startReadyRig('modbus-gate', OPTIONS);
    const release = rig.lane.gate?.release();
    await until('the door is let go', () => rig.seen().released === true);
    await rig.device.close();
    expect(await release).toMatchObject({ ok: false, error: { code: 'DEVICE_UNPLUGGED' } });
    await until('the relay is off', () => rig.seen().released === false, 500);
    await rig.close();
  });

  it('answers when it is lost in the middle of a release, and is off before it is ready again', async () => {
    const rig = await startReadyRig('modbus-gate', OPTIONS);
    const release = rig.lane.gate?.release();
    await until('the door is let go', () => rig.seen().released === true);
    await rig.plug.unplug();
    expect(await release).toMatchObject({ ok: false, error: { code: 'DEVICE_UNPLUGGED' } });
    await until('it is lost', () => rig.health().state === 'lost');
    expect(await rig.lane.gate?.release()).toMatchObject({ ok: false, error: { code: 'DEVICE_UNPLUGGED' } });
    expect(rig.lane.gate?.inputs()).toBeNull();
    // The board has its own power: its relay is still on.
    expect(rig.seen().released).toBe(true);
    const released: unknown[] = [];
    rig.device.onHealth(({ state }) => state === 'ready' && released.push(rig.seen().released));
    await rig.plug.replug();
    await until('it is ready again', () => rig.health().state === 'ready');
    expect(released).toEqual([false]);
    await rig.close();
  });

  it('is let go for one pulse of its length, and refuses a second meanwhile', async () => {
    const rig = await startReadyRig('modbus-gate', OPTIONS);
    const from = performance.now();
    const first = rig.lane.gate?.release();
    await until('the door is let go', () => rig.seen().released === true);
    expect(await rig.lane.gate?.release()).toMatchObject({ ok: false, error: { code: 'DEVICE_REFUSED' } });
    expect((await first)?.ok).toBe(true);
    expect(performance.now() - from).toBeGreaterThan(OPTIONS.pulseMs);
    expect(rig.seen()).toMatchObject({ released: false, pulses: 1, writes: 2 });
    expect(rig.health().p95Ms.release).toBeGreaterThan(OPTIONS.pulseMs);
    await rig.close();
  });

  it('says what its contacts say, also in the middle of a release', async () => {
    const rig = await startReadyRig('modbus-gate', OPTIONS);
    expect(rig.lane.gate?.inputs()).toEqual({ doorClosed: false, presence: null, passage: false, alarm: false });
    const release = rig.lane.gate?.release();
    rig.act({ act: 'input', input: 'passage', on: true });
    rig.act({ act: 'input', input: 'doorClosed', on: true });
    await until('the passage is told', () => rig.lane.gate?.inputs()?.passage === true, 900);
    expect(rig.seen().released).toBe(true);
    expect((await release)?.ok).toBe(true);
    expect(rig.lane.gate?.inputs()).toEqual({ doorClosed: true, presence: null, passage: true, alarm: false });
    await rig.close();
  });

  it('is switched off and reported when something else switches it on', async () => {
    const board = simulatorFor('modbus-gate', waitingClock, OPTIONS);
    if (board?.link !== 'serial') throw new Error('no board');
    const plug = loopbackPlug('line');
    connectSimulator(board, plug);
    let line: Transport | null = null;
    const settings = { driver: 'modbus-gate', name: 'gate', path: plug.path, options: OPTIONS };
    const { gate, close } = devicesOf([
      openOne(settings, PORTS, {
        folders: [],
        open: async (driver) => {
          const opened = await plug.openHost(driver.lines?.[0] ?? LINE_9600_8N1);
          if (opened.ok) line = opened.value;
          return opened;
        },
      }),
    ]);
    await until('the gate is ready', () => gate?.health().state === 'ready');
    // A second master on the same line.
    const { write } = line as unknown as Transport;
    await write(encodeModbus({ type: 'write-coil', unit: 1, address: 0, on: true }));
    await until('the coil is on', () => board.seen().released === true);
    await until('the coil is off', () => board.seen().released === false);
    expect(gate?.health()).toMatchObject({ state: 'ready', failures: { DEVICE_REFUSED: 1 } });
    await close();
    await plug.close();
  });

  it('is read by self test and probe, never switched', async () => {
    const rig = await startReadyRig('modbus-gate', OPTIONS);
    const steps = await rig.lane.selfTest('modbus-gate');
    expect(steps?.map(({ step, ok }) => [step, ok])).toEqual([
      ['coil', true],
      ['inputs', true],
    ]);
    expect(rig.seen()).toMatchObject({ writes: 0 });
    await rig.close();

    const asked = await startRig('modbus-gate', OPTIONS);
    await asked.device.close();
    const opened = await asked.plug.openHost({ baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 });
    if (!opened.ok) throw new Error(opened.error.detail);
    expect(await findDriver('modbus-gate')?.safeProbe?.(opened.value, waitingClock)).toBe('Modbus RTU, unit 1');
    expect(asked.seen()).toMatchObject({ writes: 0 });
    await opened.value.close();
    await asked.close();
  });
});
