import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { openSimulatedLane } from '../../native/index.ts';
import { ptyPlug } from '../../native/simulator/pty.ts';
import { ANNA, until } from './rig.ts';

describe('a machine without socat', () => {
  it('gets one clear answer', async () => {
    const path = process.env.PATH;
    process.env.PATH = '/nonexistent';
    const made = await ptyPlug(join(tmpdir(), 'booth-no-socat'), waitingClock);
    process.env.PATH = path;
    expect(made).toEqual({
      ok: false,
      error: { code: 'SOCAT_MISSING', detail: 'the program socat is not installed' },
    });
  });

  it('still runs a lane of several devices, and says that it goes over a loopback', async () => {
    const ports = { clock: waitingClock, ids: systemIds };
    const choice = [
      { driver: 'framed-mrz', name: 'first' },
      { driver: 'elyctis-idbox', name: 'second' },
    ];
    const lane = await openSimulatedLane(ports, tmpdir(), choice, { pty: false });
    const reads: (readonly string[])[] = [];
    lane.mrzReader.onEvent((event) => event.kind === 'read' && reads.push(event.lines));
    const state = () => lane.mrzReader.health().state;
    await until('the reader is ready', () => state() === 'ready');
    lane.layDocument(ANNA);
    await until('the document is read', () => reads.length === 1);
    await lane.unplug();
    await until('the loss is noticed', () => state() === 'lost');
    await lane.replug();
    await until('the reader is ready again', () => state() === 'ready');
    expect([lane.via, reads[0]]).toEqual(['loopback', ANNA]);
    // The other device of the lane had no part in it.
    expect(lane.simulated.map(({ name, via }) => [name, via])).toEqual([
      ['first', 'loopback'],
      ['second', 'loopback'],
    ]);
    expect(lane.devices.health().map(({ reconnects }) => reconnects)).toEqual([1, 0]);
    await lane.simulatedDevice('second')?.unplug();
    await until('its own loss is noticed', () => lane.devices.health()[1]?.state === 'lost');
    expect(state()).toBe('ready');
    await lane.close();
  });
});
