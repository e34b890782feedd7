import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { TechnicianView } from '../../contract/technician_view.ts';
import { type Booth, createBooth } from '../../core/booth.ts';
import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { type ChangeableDevices, openDevices } from '../../native/changeable_devices.ts';
import { parseDeviceSettings } from '../../native/settings.ts';
import { type Wires, wiresOf } from '../../native/wire/wires.ts';
import { recordingsIn } from '../../native/workshop/recordings.ts';
import { deviceWorkshop } from '../../native/workshop/workshop.ts';

export const READER = { driver: 'elyctis-idbox', name: 'reader', simulated: true, options: {} };
export const ONE_WAY = { driver: 'framed-mrz', name: 'second', simulated: true, options: {} };

/** A training booth on simulated devices, its wires within the process, with a technician's and an officer's window. */
export interface TechnicianLane {
  readonly directory: string;
  readonly booth: Booth;
  readonly devices: ChangeableDevices;
  readonly wires: Wires;
  readonly technician: Client;
  readonly officer: Client;
  /** The technician's first view that satisfies the condition; fails when there is none in time. */
  sees(until: (view: TechnicianView) => boolean): Promise<TechnicianView>;
  /** Stops the booth; its folder stays. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

const clientOf = (booth: Booth, windowId: string, role: 'officer' | 'technician') =>
  createRouterClient(booth.router, { context: { window: { windowId, role } } });
export type Client = ReturnType<typeof clientOf>;

const SEEN_WITHIN_MS = 20_000;

export async function technicianLane(
  settings: readonly object[] = [READER],
  directory: string | null = null,
): Promise<TechnicianLane> {
  const folder = directory ?? (await mkdtemp(join(tmpdir(), 'booth-technician-')));
  const clock = waitingClock;
  const parsed = parseDeviceSettings(settings);
  if (!parsed.ok) throw new Error(parsed.error);
  const wires = wiresOf(clock);
  const devices = await openDevices(
    parsed.value,
    { clock, ids: systemIds, wires },
    { directory: join(folder, 'simulated'), pty: false },
  );
  const recordings = await recordingsIn(join(folder, 'recordings'), { clock, ids: systemIds });
  const workshop = deviceWorkshop({ devices, wires, recordings, clock });
  const made = await createBooth({ dataDirectory: folder, demo: true, devices, workshop, clock });
  if (!made.ok) throw new Error(`${made.error.code}: ${made.error.detail}`);
  const booth = made.value;
  const technician = clientOf(booth, 'w2', 'technician');
  await technician.session.signIn({ number: '0901', pin: '909090', direction: 'ARRIVAL', shift: '1' });
  return {
    directory: folder,
    booth,
    devices,
    wires,
    technician,
    officer: clientOf(booth, 'w1', 'officer'),
    sees: async (until) => {
      const signal = AbortSignal.timeout(SEEN_WITHIN_MS);
      let last: TechnicianView | null = null;
      for await (const view of await technician.technician.watch(undefined, { signal })) {
        last = view;
        if (until(view)) return view;
      }
      throw new Error(`never seen: ${JSON.stringify(last)}`);
    },
    stop: () => booth.stop(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
