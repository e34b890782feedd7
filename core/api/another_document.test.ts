import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Booth } from '../booth.ts';
import { keyFromFile } from '../storage/key_file.ts';
import { openStorage } from '../storage/open_storage.ts';
import { systemClock, systemIds } from '../system_ports.ts';
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
} from '../testing/desk.ts';

let directory = '';
let remove = () => {};
let booth: Booth;
let table: ReturnType<typeof desk>;
let client: Client;

beforeEach(async () => {
  ({ directory, remove } = temporaryData());
  table = desk();
  booth = await startBooth({ dataDirectory: directory, devices: table.devices });
  client = clientOf(booth);
  await signIn(client);
});
afterEach(async () => {
  await booth.stop();
  remove();
});

test('what was stated of a misread document is not said of the next traveller, and the journal tells what was laid aside', async () => {
  const [names = '', data = ''] = demoLines('foreigner');
  const misread = `${data.slice(0, 9)}${(Number(data[9]) + 1) % 10}${data.slice(10)}`;
  table.read(names, `X${misread.slice(1)}`);
  const { clearance } = await seen(client, reviewed);
  const id = clearance?.id ?? '';
  await client.lane.state({ clearance: id, facts: { purpose: 'Việc riêng', documentDamaged: true } });
  table.read(...demoLines('citizen'));
  const next = await seen(client, (view) => reviewed(view) && view.clearance?.document?.citizen === true);
  expect(next.clearance).toMatchObject({ id, facts: { documentDamaged: null } });
  expect(next.clearance?.facts.purpose?.source).not.toBe('OFFICER');
  await booth.stop();
  const key = keyFromFile(directory, systemIds);
  if (!key.ok) throw new Error(key.error.code);
  const storage = await openStorage({ directory, key: key.value, clock: systemClock, ids: systemIds, terminal: 'A07' });
  if (!storage.ok) throw new Error(storage.error.code);
  const journal = await storage.value.records.journalOf(id);
  await storage.value.close();
  const told = journal.ok ? journal.value.filter(({ event }) => event === 'FACTS_LAID_ASIDE') : [];
  expect(told).toMatchObject([{ data: { facts: ['purpose', 'documentDamaged'] } }]);
});
