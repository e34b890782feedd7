import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Booth } from '../booth.ts';
import type { ClearanceEvent } from '../domain/clearance/clearance.ts';
import { ok } from '../domain/result.ts';
import { NO_SOURCES, type SourcedFacts } from '../ports/travel_sources.ts';
import { settingsSchema } from '../settings/settings.ts';
import { systemClock } from '../system_ports.ts';
import { fresh } from '../testing/clearance_states.ts';
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
import { CodeDesk } from './code_desk.ts';
import type { LaneContext } from './lane_context.ts';
import type { ClearanceRunner } from './run_clearance.ts';

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

const facts = async (until: (facts: NonNullable<Awaited<ReturnType<typeof seen>>['clearance']>['facts']) => boolean) =>
  (await seen(client, ({ clearance }) => clearance !== null && until(clearance.facts))).clearance?.facts;

test('a boarding pass gives the flight to the open case; one of another says whose name it does not bear', async () => {
  table.read(...demoLines('foreigner'));
  await seen(client, reviewed);
  await client.devdock.show({ code: 'boarding-pass' });
  const own = await facts(({ flight }) => flight?.source === 'BOARDING_PASS');
  expect(own?.flight?.value).toMatchObject({ number: 'XZ417', seat: '12A', differing: [] });
  expect(own?.expected?.value).toBe('EXPECTED');
  await client.devdock.show({ code: 'boarding-pass-other' });
  const other = await facts(({ flight }) => flight?.value.differing?.length === 1);
  expect(other?.flight?.value.differing).toEqual(['NAME']);
  const view = await seen(client, reviewed);
  expect(view.clearance?.phase).toBe('REVIEW');
});

test('a code typed at the desk is looked up like a scanned one; what leads nowhere is said and records no fact', async () => {
  table.read(...demoLines('foreigner'));
  const { clearance } = await seen(client, reviewed);
  const id = clearance?.id ?? '';
  await expect(client.lane.presentCode({ clearance: id, text: 'PAI-0000-0000' })).rejects.toMatchObject({
    code: 'CODE_SAYS_NOTHING',
    data: { what: 'declaration' },
  });
  await expect(client.lane.presentCode({ clearance: id, text: 'good morning' })).rejects.toMatchObject({
    code: 'CODE_SAYS_NOTHING',
    data: { what: 'unknown' },
  });
  const before = (await seen(client, reviewed)).clearance?.facts;
  expect(before?.declaration?.value.code).not.toBe('PAI-7K2M-0417');
  expect(await client.lane.presentCode({ clearance: id, text: ' pai-7k2m-0417 ' })).toEqual({ kind: 'DECLARATION' });
  const known = await facts(({ declaration }) => declaration?.value.code === 'PAI-7K2M-0417');
  expect(known?.declaration?.value.differing).toContain('NAME');
  const late = crypto.randomUUID();
  await expect(client.lane.presentCode({ clearance: late, text: 'PAI-7K2M-0417' })).rejects.toMatchObject({
    code: 'WRONG_STATE',
  });
});

test('a code before its document waits for it', async () => {
  await client.devdock.show({ code: 'declaration-other' });
  await seen(client, ({ notice }) => notice?.code === 'CODE_KEPT');
  table.read(...demoLines('foreigner'));
  const known = await facts(({ declaration }) => declaration !== null);
  expect(known?.declaration?.value).toMatchObject({ code: 'PAI-9Q4T-1206', differing: ['DOCUMENT_NUMBER'] });
  expect((await seen(client, () => true)).notice).toBeNull();
});

test('a declaration and a boarding pass before the document both wait for it', async () => {
  await client.devdock.show({ code: 'boarding-pass' });
  await client.devdock.show({ code: 'boarding-pass' });
  await client.devdock.show({ code: 'declaration' });
  await seen(client, ({ notice }) => notice?.code === 'CODE_KEPT');
  table.read(...demoLines('foreigner'));
  const known = await facts(({ declaration }) => declaration?.value.code === 'PAI-7K2M-0417');
  expect(known?.flight?.source).toBe('BOARDING_PASS');
  expect((await seen(client, () => true)).notice).toBeNull();
});

test('of two codes shown at once the sources answer the later last: an answer that began before is dropped', async () => {
  const answers: ((told: SourcedFacts) => void)[] = [];
  const sent: ClearanceEvent[] = [];
  const state = fresh();
  const context = {
    clock: systemClock,
    settings: settingsSchema.parse({}),
    records: { commit: async () => ok({ lastSeq: 1 }) },
    crossings: { ofPerson: async () => ok([]) },
    travel: {
      ...NO_SOURCES,
      hear: async () => ({ kind: 'DECLARATION', found: true }),
      ask: () => new Promise((resolve) => answers.push(resolve)),
    },
  } as unknown as LaneContext;
  const runner = { state, send: async (event: ClearanceEvent) => sent.push(event) } as unknown as ClearanceRunner;
  const codes = new CodeDesk(context, runner, {
    online: () => true,
    takesCodes: () => true,
    notice: () => {},
    memory: () => ({ notice: null }),
    publish: () => {},
  });
  const both = [
    codes.hear('first', state.clearance, 'system', true),
    codes.hear('second', state.clearance, '1', false),
  ];
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.({ sources: [{ source: 'VISAS', state: 'LOCAL', asOf: 2, tookMs: 0 }] });
  await both[1];
  answers[0]?.({ sources: [{ source: 'VISAS', state: 'LOCAL', asOf: 1, tookMs: 0 }] });
  await both[0];
  expect(sent).toMatchObject([{ type: 'SOURCES_ANSWERED', facts: { sources: [{ asOf: 2 }] } }]);
});

test.each([
  ['vneid', 'CODE_VNEID'],
  ['unknown-code', 'CODE_UNKNOWN'],
])('%s is recognised and changes nothing', async (code, notice) => {
  table.read(...demoLines('foreigner'));
  await seen(client, reviewed);
  await client.devdock.show({ code });
  const view = await seen(client, (one) => one.notice?.code === notice);
  expect(view.clearance?.facts.flight?.source).not.toBe('BOARDING_PASS');
});
