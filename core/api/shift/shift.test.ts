import { cpSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { ShiftView } from '../../../contract/shift.ts';
import type { Booth } from '../../booth.ts';
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
} from '../../testing/desk.ts';

// A booth is started up to three times a test, each with its invented officers.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const COUNTERS = { stampsFrom: 'A001', stampsTo: 'A100', forms: 20, seals: 5, receipts: 0 };
const NEXT = { number: '0413', pin: '413413' };

let made = temporaryData();
let data = temporaryData();
const running: Booth[] = [];

beforeAll(async () => {
  made = temporaryData();
  const booth = await startBooth({ dataDirectory: made.directory });
  await signIn(clientOf(booth));
  await booth.stop();
});
afterAll(() => made.remove());
beforeEach(() => {
  data = temporaryData();
  cpSync(made.directory, data.directory, { recursive: true });
});
afterEach(async () => {
  for (const booth of running.splice(0)) await booth.stop();
  data.remove();
});

async function start(directory = data.directory) {
  const table = desk();
  const booth = await startBooth({ dataDirectory: directory, devices: table.devices });
  running.push(booth);
  const client = clientOf(booth);
  await signIn(client);
  const open = async (document: string) => {
    table.read(...demoLines(document));
    return (await seen(client, reviewed)).clearance?.id ?? '';
  };
  return { booth, client, open };
}

async function viewOf(client: Client, until: (view: ShiftView) => boolean = () => true): Promise<ShiftView> {
  for await (const view of await client.shift.watch()) if (until(view)) return view;
  throw new Error('the window was locked');
}

/** Takes over everything that is listed. */
async function acceptAll(client: Client): Promise<void> {
  const { items } = await viewOf(client, ({ handOver }) => handOver !== null);
  for (const { id } of items) await client.shift.answerItem({ item: id, accepted: true, reason: '' });
}

test('a shift is begun, counted and handed over: who comes is signed in at this window, and the report is right', async () => {
  const { client, open } = await start();
  await client.shift.begin({ counters: COUNTERS });
  await expect(client.shift.begin({ counters: COUNTERS })).rejects.toMatchObject({ data: { why: 'SHIFT_RUNNING' } });
  await client.lane.clear({ clearance: await open('citizen') });
  await client.lane.refer({ clearance: await open('quiet'), reasons: ['OFFICER_DOUBT'] });
  await client.shift.beginHandOver({ counters: { ...COUNTERS, stampsFrom: 'A002' }, instructions: 'giữ máy in' });
  await expect(client.shift.sign(NEXT)).rejects.toMatchObject({ data: { why: 'ITEMS_OPEN' } });
  const listed = await viewOf(client, ({ items }) => items.some(({ kind }) => kind === 'SECOND_LINE'));
  expect(listed.items.find(({ kind }) => kind === 'SECOND_LINE')).toMatchObject({ owner: '0412', state: 'QUEUED' });
  // Nothing of a discreet entry passes from hand to hand.
  expect(JSON.stringify(listed)).not.toMatch(/QUIETMAN|DI-0001|discreet/i);
  await acceptAll(client);
  await expect(client.shift.sign({ number: '0412', pin: '246810' })).rejects.toMatchObject({
    data: { why: 'SAME_OFFICER' },
  });
  await expect(client.shift.sign({ number: '0901', pin: '909090' })).rejects.toMatchObject({ data: { why: 'ROLE' } });
  await expect(client.shift.sign({ ...NEXT, pin: '000000' })).rejects.toMatchObject({ code: 'LOGIN_WRONG' });
  expect((await viewOf(client)).running?.officer).toBe('0412');
  await client.shift.sign(NEXT);
  const after = await viewOf(client);
  expect(after.running).toMatchObject({ officer: '0413', mine: true, shift: '2', counters: { stampsFrom: 'A002' } });
  expect(after.last).toMatchObject({ officer: '0412', to: '0413', counters: { stampsFrom: 'A002' } });
  expect(after.last?.report).toMatchObject({ decided: 2, refusals: 0, downtimeMinutes: 0 });
  expect(after.last?.report.counts.filter(({ citizens, foreigners }) => citizens + foreigners > 0)).toEqual([
    { direction: 'ARRIVAL', outcome: 'CLEARED', citizens: 1, foreigners: 0 },
    { direction: 'ARRIVAL', outcome: 'REFERRED', citizens: 0, foreigners: 1 },
  ]);
  expect((await seen(client, () => true)).officer.number).toBe('0413');
});

test('an open case is handed over with its owner, and not closed over', async () => {
  const { client, open } = await start();
  await client.shift.begin({ counters: COUNTERS });
  await open('foreigner');
  await expect(client.shift.close({ counters: COUNTERS })).rejects.toMatchObject({ data: { why: 'CASES_OPEN' } });
  await client.shift.beginHandOver({ counters: COUNTERS, instructions: '' });
  const { items } = await viewOf(client, ({ handOver }) => handOver !== null);
  const kept = items.find(({ kind }) => kind === 'OPEN_CASE');
  expect(kept?.owner).toBe('0412');
  await acceptAll(client);
  await client.shift.answerItem({ item: kept?.id ?? '', accepted: false, reason: 'chưa rõ' });
  await expect(client.shift.sign(NEXT)).rejects.toMatchObject({ data: { why: 'CASE_REFUSED_BY_NEXT' } });
  await client.shift.answerItem({ item: kept?.id ?? '', accepted: true, reason: '' });
  await client.shift.sign(NEXT);
  const view = await seen(client, ({ officer }) => officer.number === '0413');
  expect(view.clearance?.document?.surname).toBe('EXEMPLE');
});

test('a booth that is started anew between the steps of a hand-over leaves the lane with one officer, and the answers as they were', async () => {
  let { client } = await start();
  const again = async () => {
    for (const booth of running.splice(0)) await booth.stop();
    ({ client } = await start());
    return viewOf(client);
  };
  await client.shift.begin({ counters: COUNTERS });
  expect(await again()).toMatchObject({ running: { officer: '0412', mine: true }, handOver: null });
  await client.shift.beginHandOver({ counters: COUNTERS, instructions: 'x' });
  await acceptAll(client);
  const before = await viewOf(client);
  const after = await again();
  expect(after).toMatchObject({ running: { officer: '0412' }, handOver: { instructions: 'x' }, last: null });
  expect(after.items.map(({ answer }) => answer)).toEqual(before.items.map(({ answer }) => answer));
  await client.shift.sign(NEXT);
  expect(await again()).toMatchObject({ running: { officer: '0413', mine: false }, last: { officer: '0412' } });
  await expect(client.shift.cancelHandOver()).rejects.toMatchObject({ data: { why: 'NOT_YOURS' } });
});
