import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { openOne } from '../../native/devices.ts';
import type { Plug } from '../../native/simulator/plug.ts';
import { ptyPlug } from '../../native/simulator/pty.ts';
import type { DeviceEvent, SupervisedDevice } from '../../native/supervision/supervisor.ts';

/** A driver over a real wire whose other end is the test's own. */
export interface StandAlone {
  readonly device: SupervisedDevice;
  readonly events: readonly DeviceEvent[];
  readonly path: string;
  close(): Promise<void>;
}

/** Lays the wire, lets `takeDeviceEnd` stand at its far end, and opens the driver at the near one. */
export async function standAlone(
  driver: string,
  options: Record<string, unknown>,
  takeDeviceEnd: (plug: Plug) => void,
): Promise<StandAlone> {
  const directory = await mkdtemp(join(tmpdir(), 'booth-devices-'));
  const made = await ptyPlug(join(directory, 'port'), waitingClock);
  if (!made.ok) throw new Error(`these tests need real pseudo-terminals: ${made.error.detail}`);
  const plug = made.value;
  takeDeviceEnd(plug);
  const settings = { driver, name: driver, path: plug.path, options };
  const device = openOne(settings, { clock: waitingClock, ids: systemIds }, null);
  const events: DeviceEvent[] = [];
  device.onEvent((event) => events.push(event));
  return {
    device,
    events,
    path: plug.path,
    close: async () => {
      await device.close();
      await plug.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
