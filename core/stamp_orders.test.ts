import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaneView } from '../contract/lane_view.ts';
import type { Booth } from './booth.ts';
import { orderNow } from './domain/clearance/stamp_order.ts';
import { keyFromFile } from './storage/key_file.ts';
import { openStorage } from './storage/open_storage.ts';
import { systemClock, systemIds } from './system_ports.ts';
import { passport } from './testing/counter_at_work.ts';
import { type Client, clientOf, desk, reviewed, seen, signIn, startBooth, temporaryData } from './testing/desk.ts';

const SUPERVISOR = { number: '0301', pin: '135791' };
const data = temporaryData();
const table = desk();
let booth: Booth;
let counter: Client;
const start = async () => {
  booth = await startBooth({ dataDirectory: data.directory, devices: table.devices });
  counter = clientOf(booth);
  await signIn(counter);
};
const network = (online: boolean) => counter.devdock.network({ online });
const now = (): Promise<LaneView> => seen(counter, () => true);
/** The entry of the decision as the store holds it while the booth is at rest. */
async function decisionOf(id: string) {
  const key = keyFromFile(data.directory, systemIds);
  if (!key.ok) throw new Error(key.error.code);
  const ports = { clock: systemClock, ids: systemIds, terminal: 'A07' };
  const storage = await openStorage({ directory: data.directory, key: key.value, ...ports });
  if (!storage.ok) throw new Error(storage.error.code);
  const journal = await storage.value.records.journalOf(id);
  await storage.value.close();
  return journal.ok ? journal.value.find(({ event }) => event === 'CLEARED') : undefined;
}
beforeAll(start, 120_000);
afterAll(async () => {
  await booth.stop();
  data.remove();
});

describe('an order about stamps', () => {
  it('is none of a lane with its network, nor one of an officer', async () => {
    await expect(counter.lane.orderStamp({ rule: 'STAMP', giver: SUPERVISOR })).rejects.toMatchObject({
      code: 'NETWORK_THERE',
    });
    await network(false);
    const officer = { number: '0413', pin: '413413' };
    await expect(counter.lane.orderStamp({ rule: 'NONE', giver: officer })).rejects.toMatchObject({
      code: 'CONFIRMATION_ROLE',
    });
    expect(await now()).toMatchObject({ stamp: 'STAMP', stampOrder: null });
  });

  it('holds without the network, stands on the record of who is cleared, and outlives a restart', async () => {
    await counter.lane.orderStamp({ rule: 'NONE', giver: SUPERVISOR });
    const view = await now();
    expect(view).toMatchObject({ stamp: 'NONE', stampOrder: { by: '0301' } });
    table.read(...passport('VNM'));
    const id = (await seen(counter, reviewed)).clearance?.id ?? '';
    await counter.lane.clear({ clearance: id });
    await booth.stop();
    expect(await decisionOf(id)).toMatchObject({
      data: { decision: { kind: 'CLEARED', stamp: { rule: 'NONE', order: { by: '0301', at: view.stampOrder?.at } } } },
    });
    await start();
    await network(false);
    expect(await now()).toMatchObject({ stamp: 'NONE', stampOrder: view.stampOrder });
  }, 60_000);

  it('ends with the return of the network', async () => {
    await network(true);
    expect(await now()).toMatchObject({ stamp: 'NONE', stampOrder: null });
    await network(false);
    expect(await now()).toMatchObject({ stamp: 'STAMP', stampOrder: null });
  });
});

it('an order is over with its hours, and while the network is there', () => {
  const order = { rule: 'STAMP', by: '0301', at: 1_000 } as const;
  const hour = 3_600_000;
  expect(orderNow(order, true, 1_000 + 12 * hour - 1, 12)).toBe(order);
  expect(orderNow(order, true, 1_000 + 12 * hour, 12)).toBeNull();
  expect(orderNow(order, false, 1_001, 12)).toBeNull();
  expect(orderNow(null, true, 0, 12)).toBeNull();
});
