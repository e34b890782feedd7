import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Booth } from '../../booth.ts';
import { keyFromFile } from '../../storage/key_file.ts';
import { openStorage } from '../../storage/open_storage.ts';
import { systemClock, systemIds } from '../../system_ports.ts';
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

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const data = temporaryData();
let booth: Booth;
let counter: Client;
let second: Client;
let clearance = '';
let incident = '';
const at = desk();

beforeAll(async () => {
  booth = await startBooth({ dataDirectory: data.directory, devices: at.devices });
  counter = clientOf(booth);
  second = clientOf(booth, 'second');
  await signIn(counter);
  await signIn(second, '0377', '377377');
});
afterAll(() => data.remove());

test('of somebody who was never referred nothing is told without a reason, which stands in the journal', async () => {
  at.read(...demoLines('foreigner'));
  const other = (await seen(counter, reviewed)).clearance?.id ?? '';
  await counter.lane.abandon({ clearance: other, reasons: ['TRAVELLER_LEFT'] });
  await expect(second.patterns.ofClearance({ clearance: other, reason: null })).rejects.toMatchObject({
    code: 'REASON_NEEDED',
  });
  await second.patterns.ofClearance({ clearance: other, reason: 'Đơn vị Mẫu hỏi' });
  at.read(...demoLines('citizen'));
  clearance = (await seen(counter, reviewed)).clearance?.id ?? '';
  ({ incident } = await counter.incident.call({ kind: 'MEDICAL', level: 'LOUD' }));
});

test('the second line is told of a person only once the counter has let go of them, and the asking is written down', async () => {
  await expect(second.patterns.ofClearance({ clearance, reason: null })).rejects.toMatchObject({
    code: 'NOT_REFERRED',
  });
  await expect(second.patterns.ofFile({ file: 'no such file' })).rejects.toMatchObject({ code: 'NOT_REFERRED' });
  const { recordNumber } = await counter.lane.refer({ clearance, reasons: ['OFFICER_DOUBT'] });
  await expect(counter.patterns.ofClearance({ clearance, reason: null })).rejects.toMatchObject({
    code: 'ROLE_FORBIDDEN',
  });
  await expect(second.patterns.ofFile({ file: incident })).rejects.toMatchObject({ code: 'NOT_REFERRED' });
  const told = await second.patterns.ofClearance({ clearance, reason: null });
  expect(told).toMatchObject({ recordNumber, indicators: [] });
  await booth.stop();
  const key = keyFromFile(data.directory, systemIds);
  if (!key.ok) throw new Error(key.error.code);
  const options = { directory: data.directory, key: key.value, clock: systemClock, ids: systemIds, terminal: 'A07' };
  const storage = await openStorage(options);
  if (!storage.ok) throw new Error(storage.error.code);
  const journal = await storage.value.records.journalOf(clearance);
  const before = await storage.value.records.journalOfEvents(['PATTERNS_SEEN'], { from: 0, before: 10_000 }, 10);
  await storage.value.close();
  const asked = journal.ok ? journal.value.filter(({ event }) => event === 'PATTERNS_SEEN') : [];
  expect(asked).toMatchObject([{ actor: '0377', data: { reason: null, indicators: [] } }]);
  const all = before.ok ? before.value : [];
  expect(all).toContainEqual(expect.objectContaining({ data: { reason: 'Đơn vị Mẫu hỏi', indicators: [] } }));
});
