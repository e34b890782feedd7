import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TechnicianView } from '../contract/technician_view.ts';
import type { TravellerView } from '../contract/traveller.ts';
import type { Booth } from './booth.ts';
import { type DeviceWorkshop, NO_WORKSHOP, type WireEntry } from './ports/device_workshop.ts';
import {
  type Client,
  clientOf,
  demoLines,
  desk,
  reviewed,
  seen,
  signIn,
  startBooth,
  temporaryData,
} from './testing/desk.ts';

let directory = '';
let remove = () => {};
const running: Booth[] = [];
beforeEach(() => {
  ({ directory, remove } = temporaryData());
});
afterEach(async () => {
  for (const booth of running.splice(0)) await booth.stop();
  remove();
});

async function start(
  table = desk(),
  workshop: Partial<DeviceWorkshop> = {},
): Promise<{ booth: Booth; officer: Client; technician: Client }> {
  const booth = await startBooth({
    dataDirectory: directory,
    devices: table.devices,
    workshop: { ...NO_WORKSHOP, ...workshop },
  });
  running.push(booth);
  const technician = clientOf(booth, 'w2', 'technician');
  await signIn(technician, '0901', '909090');
  return { booth, officer: clientOf(booth), technician };
}

async function first<V>(views: Promise<AsyncIterable<V>>, until: (view: V) => boolean): Promise<V> {
  for await (const view of await views) if (until(view)) return view;
  throw new Error('the stream ended');
}
const technicianSees = (client: Client, until: (view: TechnicianView) => boolean) =>
  first(client.technician.watch() as Promise<AsyncIterable<TechnicianView>>, until);
const travellerSees = (client: Client, until: (view: TravellerView) => boolean) =>
  first(client.traveller.watch() as Promise<AsyncIterable<TravellerView>>, until);

const SHUT = { open: false, reason: 'glass is changed' };

describe('a lane out of service', () => {
  it('takes no document, read or typed, says so to officer and traveller, and remembers it over a restart', async () => {
    const table = desk();
    const { booth, officer, technician } = await start(table);
    await signIn(officer);
    await technician.technician.setService(SHUT);
    table.read(...demoLines('foreigner'));
    const lines = demoLines('foreigner');
    await expect(officer.lane.typeIn({ lines, again: lines })).rejects.toMatchObject({ code: 'LANE_CLOSED' });
    const view = await seen(officer, () => true);
    expect([view.clearance, view.notice?.code]).toEqual([null, 'LANE_CLOSED']);
    expect((await travellerSees(officer, () => true)).moment).toBe('CLOSED');
    await booth.stop();
    running.pop();

    const again = await start(table);
    const service = (await technicianSees(again.technician, () => true)).service;
    expect(service).toMatchObject({ open: false, by: '0901', reason: SHUT.reason });
    await signIn(again.officer);
    expect((await travellerSees(again.officer, () => true)).moment).toBe('CLOSED');
    await again.technician.technician.setService({ open: true, reason: 'glass is new' });
    table.read(...demoLines('foreigner'));
    await seen(again.officer, reviewed);
  });

  it('does not begin under an open clearance', async () => {
    const table = desk();
    const { officer, technician } = await start(table);
    await signIn(officer);
    table.read(...demoLines('foreigner'));
    await seen(officer, reviewed);
    expect((await technicianSees(technician, () => true)).clearanceOpen).toBe(true);
    await expect(technician.technician.setService(SHUT)).rejects.toMatchObject({ code: 'CLEARANCE_OPEN' });
    expect((await seen(officer, () => true)).notice).toBeNull();
  });

  it('lets nobody but a technician switch it', async () => {
    const { officer } = await start();
    await signIn(officer);
    await expect(officer.technician.setService(SHUT)).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
  });
});

/** A workshop that puts everything in service at once. */
const WILLING: Partial<DeviceWorkshop> = {
  check: () => ({ ok: true, value: [] }),
  apply: async () => ({ ok: true, value: undefined }),
};

describe('a technician at work', () => {
  it('holds the lane to the end of the trial, though service is switched at the same time', async () => {
    const table = desk();
    const { officer, technician } = await start(table, WILLING);
    await signIn(officer);
    await Promise.all([
      technician.technician.setService({ open: true, reason: 'as before' }),
      technician.technician.trySettings({ devices: [] }),
    ]);
    expect((await technicianSees(technician, () => true)).trial).not.toBeNull();
    const lines = demoLines('foreigner');
    await expect(officer.lane.typeIn({ lines, again: lines })).rejects.toMatchObject({ code: 'LANE_CLOSED' });
    await technician.technician.rollBackTrial();
    table.read(...lines);
    await seen(officer, reviewed);
  });

  it('neither asks nor records a device under an open clearance', async () => {
    const table = desk();
    const asked: string[] = [];
    const { officer, technician } = await start(table, {
      ask: async (name) => {
        asked.push(name);
        return [];
      },
      startRecording: async (name) => {
        asked.push(name);
        return '00000000-0000-4000-8000-000000000000';
      },
    });
    await technician.technician.askDevice({ device: 'mrz' });
    await technician.technician.startRecording({ device: 'mrz' });
    expect(asked).toEqual(['mrz', 'mrz']);
    await signIn(officer);
    table.read(...demoLines('foreigner'));
    await seen(officer, reviewed);
    const open = { code: 'CLEARANCE_OPEN' };
    await expect(technician.technician.askDevice({ device: 'mrz' })).rejects.toMatchObject(open);
    await expect(technician.technician.startRecording({ device: 'mrz' })).rejects.toMatchObject(open);
    expect(asked).toEqual(['mrz', 'mrz']);
  });

  it('sees no more of a wire once signed out at the window', async () => {
    const listeners = new Set<(entry: WireEntry) => void>();
    const entry = { seq: 1, at: 1, direction: 'device-to-host', kind: 'frame', bytes: 1, fields: [], message: 'x' };
    const one = { ...entry, values: '', problem: null, heartbeat: false } as WireEntry;
    const { technician } = await start(desk(), {
      wire: () => ({
        entries: () => [one],
        onEntry: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        mark: () => {},
      }),
    });
    const wire = (await technician.technician.wire({ device: 'mrz' }))[Symbol.asyncIterator]();
    expect((await wire.next()).value).toMatchObject({ seq: 1 });
    const next = wire.next();
    await expect.poll(() => listeners.size).toBe(1);
    await technician.session.signOut();
    for (const listener of listeners) listener({ ...one, seq: 2 });
    expect((await next).done).toBe(true);
    expect(listeners.size).toBe(0);
  });

  it.each([0, 1.5, -3])('asks the log from a whole number on, not from %s', async (before) => {
    const { technician } = await start();
    await expect(technician.technician.log({ before })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe("the traveller's screen", () => {
  it('says closed, welcome, wait, thanks and welcome again, the same after every decision', async () => {
    const table = desk();
    const { officer } = await start(table);
    const told: TravellerView[] = [];
    const end = new AbortController();
    const following = (async () => {
      for await (const view of await officer.traveller.watch(undefined, { signal: end.signal })) told.push(view);
    })();
    await signIn(officer);
    for (const decide of ['clear', 'refer'] as const) {
      table.read(...demoLines('foreigner'));
      const clearance = (await seen(officer, reviewed)).clearance?.id ?? '';
      if (decide === 'clear') await officer.lane.clear({ clearance });
      else await officer.lane.refer({ clearance, reasons: ['OFFICER_QUESTION'] });
      const before = told.length;
      await expect.poll(() => told.length > before && told.at(-1)?.moment, { timeout: 10_000 }).toBe('WELCOME');
    }
    end.abort();
    await following.catch(() => {});
    const moments = told.map(({ moment }) => moment);
    expect(moments).toEqual(['CLOSED', 'WELCOME', 'WAIT', 'THANKS', 'WELCOME', 'WAIT', 'THANKS', 'WELCOME']);
    const thanks = told.flatMap(({ moment, since }, at) =>
      moment === 'THANKS' ? [(told[at + 1]?.since ?? 0) - since] : [],
    );
    for (const shown of thanks) expect(Math.abs(shown - 4000)).toBeLessThan(500);
    for (const view of told) expect(Object.keys(view)).toEqual(['lane', 'moment', 'since']);
  });
});
