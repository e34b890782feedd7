import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { LaneView } from '../../contract/lane_view.ts';
import documents from '../../resources/demo/documents.json' with { type: 'json' };
import { type Booth, type BoothOptions, createBooth } from '../booth.ts';
import type { DeviceHealth } from '../ports/device.ts';
import { type LaneDevices, NO_DEVICES } from '../ports/lane_devices.ts';
import type { MrzReaderEvent } from '../ports/mrz_reader.ts';

/** A real booth on a data folder of its own, with the demo's invented people, for tests that sit at its desk. */

export function temporaryData(): { readonly directory: string; remove(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'booth-'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

const SOUND: DeviceHealth = {
  name: 'mrz',
  kind: 'MRZ_READER',
  driver: 'test',
  state: 'ready',
  since: 0,
  problem: null,
  firmware: null,
  port: null,
  serialNumber: null,
  simulated: false,
  lastHeardAt: null,
  reads: 0,
  failures: {},
  failuresByHour: [],
  reconnects: 0,
  p95Ms: {},
  wear: {},
};

/** A desk whose reader says what the test says. */
export function desk() {
  const listeners = new Set<(event: MrzReaderEvent) => void>();
  const watchers = new Set<(all: readonly DeviceHealth[]) => void>();
  let health = SOUND;
  const devices: LaneDevices = {
    ...NO_DEVICES,
    mrzReader: {
      name: 'mrz',
      health: () => health,
      onEvent: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      arm: async () => ({ ok: true, value: undefined }),
      close: async () => {},
    },
    health: () => [health],
    onHealth: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
  const say = (event: MrzReaderEvent) => {
    for (const listener of listeners) listener(event);
  };
  return {
    devices,
    read: (...lines: string[]) => say({ kind: 'read', lines, at: 0 }),
    noRead: () => say({ kind: 'no-read', at: 0 }),
    turn: (state: DeviceHealth['state'], code?: NonNullable<DeviceHealth['problem']>['code']) => {
      health = { ...health, state, problem: code === undefined ? null : { code, detail: 'a test' } };
      for (const watcher of watchers) watcher([health]);
    },
  };
}

export async function startBooth(options: Partial<BoothOptions> & { dataDirectory: string }): Promise<Booth> {
  const booth = await createBooth({ demo: true, ...options });
  if (!booth.ok) throw new Error(`${booth.error.code}: ${booth.error.detail}`);
  return booth.value;
}

export const clientOf = (booth: Booth, windowId = 'w1', role: 'officer' | 'technician' = 'officer') =>
  createRouterClient(booth.router, { context: { window: { windowId, role } } });
export type Client = ReturnType<typeof clientOf>;

export const signIn = (client: Client, number = '0412', pin = '246810') =>
  client.session.signIn({ number, pin, direction: 'ARRIVAL', shift: '1' });

/** The first view of the lane that satisfies the condition. */
export async function seen(client: Client, until: (view: LaneView) => boolean): Promise<LaneView> {
  for await (const view of await client.lane.watch()) if (until(view)) return view;
  throw new Error('the lane was locked');
}
export const reviewed = (view: LaneView): boolean => view.clearance?.phase === 'REVIEW';

export const demoLines = (id: string): string[] => {
  const found = documents.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no demo document ${id}`);
  return found.lines;
};
