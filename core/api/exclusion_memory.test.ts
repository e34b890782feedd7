import { cpSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HitView } from '../../contract/hit_view.ts';
import type { ClearanceView } from '../../contract/lane_view.ts';
import type { Booth } from '../booth.ts';
import type { Clock } from '../ports/clock.ts';
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

const DAY_MS = 86_400_000;

// A booth is started up to three times a test, each with its invented officers.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** The machine's clock, set forward by whole days. */
function movedClock(days: number): Clock {
  return { ...systemClock, now: () => systemClock.now() + days * DAY_MS };
}

let made = temporaryData();
let data = temporaryData();
const running: Booth[] = [];

/** The demo's officers and lists are made once; each test works on a copy. */
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

/** A lane at work `days` from now, its officer signed in. */
async function laneAfter(days = 0) {
  for (const booth of running.splice(0)) await booth.stop();
  const table = desk();
  const booth = await startBooth({ dataDirectory: data.directory, devices: table.devices, clock: movedClock(days) });
  running.push(booth);
  const client = clientOf(booth);
  await signIn(client);
  return { client, lay: (document: string) => laid(client, table, document) };
}

async function laid(client: Client, table: ReturnType<typeof desk>, document: string): Promise<ClearanceView> {
  table.read(...demoLines(document));
  return caseOf(await seen(client, reviewed));
}

function caseOf({ clearance }: { clearance: ClearanceView | null }): ClearanceView {
  if (clearance === null) throw new Error('no case');
  return clearance;
}

function onlyHit(clearance: ClearanceView): HitView {
  const [hit, more] = clearance.hits;
  if (hit === undefined || more !== undefined) throw new Error(`${clearance.hits.length} hits`);
  return hit;
}

const different = (client: Client, clearance: ClearanceView, second?: { number: string; pin: string }) =>
  client.lane.compare({
    clearance: clearance.id,
    hit: onlyHit(clearance).hit,
    answer: 'DIFFERENT',
    ...(second === undefined ? {} : { second }),
  });

async function clearedAsDifferent(client: Client, clearance: ClearanceView): Promise<void> {
  await different(client, clearance);
  await client.lane.clear({ clearance: clearance.id });
}

/** Events of the journal, newest last, with their data; read past the booth, which is stopped for it. */
async function journal() {
  for (const booth of running.splice(0)) await booth.stop();
  const key = keyFromFile(data.directory, systemIds);
  if (!key.ok) throw new Error(key.error.code);
  const ports = { clock: systemClock, ids: systemIds, terminal: 'A07' };
  const opened = await openStorage({ directory: data.directory, key: key.value, ...ports });
  if (!opened.ok) throw new Error(opened.error.code);
  const entries = await opened.value.records.exportJournal(1, 10_000);
  const verdict = await opened.value.records.verifyJournal();
  await opened.value.close();
  if (!entries.ok || !verdict.ok) throw new Error('the journal cannot be read');
  expect(verdict.value.firstBroken).toBeNull();
  return entries.value;
}

describe('a namesake who was told apart', () => {
  test('is not stopped again, and the next officer sees by whom and until when', async () => {
    const { client, lay } = await laneAfter();
    const first = await lay('resembles');
    expect(onlyHit(first)).toMatchObject({ exclusion: null, secondPerson: 'NOBODY' });
    await clearedAsDifferent(client, first);
    const again = await lay('resembles');
    expect(onlyHit(again)).toMatchObject({
      answer: null,
      exclusion: { standing: 'HOLDS', decidedBy: '0412', confirmedBy: null, lastDay: onlyHit(first).rememberedUntil },
    });
    expect(again.decisions.clear).toEqual({ open: true, why: [], check: null, remaining: 0 });
    expect(again.checks.find((check) => check.check === 'LOCAL_LISTS')).toMatchObject({
      state: 'PASSED',
      reason: 'LIST_EXCLUDED_EARLIER',
      severity: 'INFORMATION',
    });
    await client.lane.clear({ clearance: again.id });
    const entries = await journal();
    const ofSecond = entries.filter((entry) => entry.clearance === again.id);
    expect(ofSecond.map(({ event }) => event)).toContain('EXCLUSION_APPLIED');
    expect(entries.filter(({ event }) => event === 'EXCLUSION_RECORDED')).toHaveLength(1);
    expect(ofSecond.find(({ event }) => event === 'CLEARED')?.data).toMatchObject({
      hits: [{ exclusion: { standing: 'HOLDS', decidedBy: '0412' } }],
    });
  });

  test('is asked about again when the time has run out, and remembered anew', async () => {
    const now = await laneAfter();
    await clearedAsDifferent(now.client, await now.lay('resembles'));
    const soon = await laneAfter(180);
    const held = await soon.lay('resembles');
    expect(onlyHit(held).exclusion?.standing).toBe('HOLDS');
    await soon.client.lane.abandon({ clearance: held.id, reasons: ['TRAVELLER_LEFT'] });
    const late = await laneAfter(181);
    const asked = await late.lay('resembles');
    expect(onlyHit(asked).exclusion?.standing).toBe('TIME_PASSED');
    expect(asked.decisions.clear.why).toEqual(['COMPARE_HITS']);
    await clearedAsDifferent(late.client, asked);
    expect(onlyHit(await late.lay('resembles')).exclusion?.standing).toBe('HOLDS');
    const events = (await journal()).map(({ event }) => event);
    expect(events).toContain('EXCLUSION_EXPIRED');
  });

  test('is asked about again as soon as an officer takes the answer back, with a reason', async () => {
    const { client, lay } = await laneAfter();
    await clearedAsDifferent(client, await lay('resembles'));
    const again = await lay('resembles');
    const { hit } = onlyHit(again);
    await expect(different(client, again)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await client.lane.undoExclusion({ clearance: again.id, hit, reason: 'NEW_INFORMATION' });
    const asked = caseOf(await seen(client, (view) => view.clearance?.hits[0]?.exclusion?.standing === 'UNDONE'));
    expect(asked.decisions.clear.why).toEqual(['COMPARE_HITS']);
    await expect(client.lane.undoExclusion({ clearance: again.id, hit, reason: 'OTHER' })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    await client.lane.refer({ clearance: again.id, reasons: ['OFFICER_IDENTITY'] });
    expect(onlyHit(await lay('resembles')).exclusion).toBeNull();
    const undone = (await journal()).find(({ event }) => event === 'EXCLUSION_UNDONE');
    expect(undone).toMatchObject({ actor: '0412', data: { reason: 'NEW_INFORMATION' } });
  });

  test('is remembered only when the case was cleared', async () => {
    const { client, lay } = await laneAfter();
    const first = await lay('resembles');
    await different(client, first);
    await client.lane.refer({ clearance: first.id, reasons: ['OFFICER_DOUBT'] });
    expect(onlyHit(await lay('resembles')).exclusion).toBeNull();
  });
});

describe('a certain match', () => {
  const SUPERVISOR = { number: '0301', pin: '135791' };

  test('is told apart by two persons only: another one, with the right role and PIN', async () => {
    const { client, lay } = await laneAfter();
    const first = await lay('true-match');
    expect(onlyHit(first)).toMatchObject({ matchClass: 'CERTAIN', secondPerson: 'SUPERVISOR' });
    const refusals = [
      [undefined, 'DIFFERENT_NEEDS_STRONG_FIELDS'],
      [{ number: '0412', pin: '246810' }, 'SECOND_PERSON_IS_FIRST'],
      [{ number: '0901', pin: '909090' }, 'SECOND_PERSON_ROLE'],
      [{ ...SUPERVISOR, pin: '000000' }, 'LOGIN_WRONG'],
      [{ number: '9999', pin: '000000' }, 'LOGIN_WRONG'],
    ] as const;
    for (const [second, code] of refusals) {
      await expect(different(client, first, second), code).rejects.toMatchObject({ code });
    }
    expect(onlyHit(caseOf(await seen(client, reviewed))).answer).toBeNull();
    await different(client, first, SUPERVISOR);
    await client.lane.clear({ clearance: first.id });
    expect(onlyHit(await lay('true-match')).exclusion).toMatchObject({
      standing: 'HOLDS',
      decidedBy: '0412',
      confirmedBy: '0301',
    });
    const entries = await journal();
    expect(entries.find(({ event }) => event === 'HIT_COMPARED')?.data).toMatchObject({ confirmedBy: '0301' });
    expect(entries.find(({ event }) => event === 'EXCLUSION_RECORDED')?.data).toMatchObject({
      matchClass: 'CERTAIN',
      confirmedBy: '0301',
    });
    expect(entries.filter(({ event }) => event === 'LOGIN_FAILED')).toHaveLength(2);
  });

  test('five wrong PINs of the second person lock that account', async () => {
    const { client, lay } = await laneAfter();
    const first = await lay('true-match');
    for (let attempt = 1; attempt < 5; attempt++) {
      const wrong = different(client, first, { ...SUPERVISOR, pin: '000000' });
      await expect(wrong).rejects.toMatchObject({ code: 'LOGIN_WRONG' });
    }
    for (const pin of ['000000', SUPERVISOR.pin]) {
      const locked = different(client, first, { ...SUPERVISOR, pin });
      await expect(locked).rejects.toMatchObject({ code: 'LOGIN_LOCKED' });
    }
  });
});
