import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gather } from '../../domain/patterns/gather.ts';
import { indicatorsIn } from '../../domain/patterns/indicators.ts';
import { candidateOf } from '../../domain/patterns/sighting_of.ts';
import { countedKeys, Remembered } from '../../domain/patterns/testing/remembered.ts';
import type { Crossing } from '../../ports/crossings.ts';
import { inventedCrossing } from '../../testing/invented_crossings.ts';
import type { Storage } from '../open_storage.ts';
import { NOW, openBehindTheBack, openTestStorage, temporaryDirectory, testEntry } from '../testing/temporary_store.ts';
import { SPAN } from './pattern_store.ts';
import { shippedThresholds } from './thresholds_file.ts';

const thresholds = shippedThresholds();
const DAY_MS = 86_400_000;
let directory: ReturnType<typeof temporaryDirectory>;
let storage: Storage;

beforeEach(async () => {
  directory = temporaryDirectory();
  storage = await openTestStorage(directory.path);
});
afterEach(async () => {
  await storage.close();
  directory.remove();
});

const crossing = (id: string, change: Partial<Crossing> = {}): Crossing => ({
  id,
  recordNumber: `A07-${id}`,
  lane: 'A07',
  at: NOW,
  day: '2026-11-22',
  direction: 'ARRIVAL',
  outcome: 'CLEARED',
  documentKey: `UTO:${id}`,
  personKey: `PERSON ${id}|1974-08-12|UTO`,
  personalNumber: null,
  nationality: 'UTO',
  stayUntil: null,
  rulesVersion: 'v1',
  facts: {
    direction: 'arrival',
    date: '2026-11-22',
    person: { nationality: 'UTO' },
    document: { kind: 'ordinary-passport' },
  },
  verdict: { outcome: 'clear', legalBasis: [], reasons: [], ruleIds: [] },
  links: { sponsor: 'CONG TY MAU', phone: '0900000001', address: null, flight: null, group: null, companions: [] },
  ...change,
});

const entries = [testEntry({ event: 'BOOTH_STARTED', clearance: null, data: null })];
const write = (one: Crossing) => storage.records.commit({ entries, crossing: one });
async function found(one: Crossing) {
  const answer = await storage.patterns.indicatorsFor(one);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

test('a sponsor of refused persons is told with the records that speak for it', async () => {
  await write(crossing('1', { outcome: 'REFUSED', at: NOW - 3 * DAY_MS }));
  await write(crossing('2', { listed: true, at: NOW - 2 * DAY_MS }));
  await write(crossing('3', { at: NOW - DAY_MS }));
  const { indicators, keptCrossings, asOf } = await found(crossing('4'));
  expect({ keptCrossings, asOf }).toEqual({ keptCrossings: 3, asOf: NOW });
  expect(indicators.find(({ code }) => code === 'SHARED_SPONSOR')).toMatchObject({
    values: { troubled: 2, all: 3 },
    evidence: [
      { crossing: '2', recordNumber: 'A07-2', day: '2026-11-22', what: 'LISTED' },
      { crossing: '1', recordNumber: 'A07-1', what: 'REFUSED' },
    ],
  });
});

test('an outcome that changes later is what counts, and a crossing is never counted against itself', async () => {
  await write(crossing('1'));
  await write(crossing('2', { outcome: 'REFUSED' }));
  expect((await found(crossing('3'))).indicators).toEqual([]);
  await write(crossing('1', { outcome: 'HANDED_OVER' }));
  expect((await found(crossing('3'))).indicators.map(({ code }) => code)).toContain('SHARED_SPONSOR');
  expect((await found(crossing('1'))).indicators).toEqual([]);
});

test('what is forgotten says nothing any more, the oldest first', async () => {
  await write(crossing('1', { outcome: 'REFUSED', at: NOW - 3 * DAY_MS }));
  await write(crossing('2', { outcome: 'REFUSED', at: NOW - 2 * DAY_MS }));
  expect(await storage.patterns.forgetBefore(NOW - DAY_MS, 1)).toEqual({ ok: true, value: 1 });
  expect(await storage.patterns.forgetBefore(NOW - DAY_MS, 9)).toEqual({ ok: true, value: 1 });
  expect(await found(crossing('3'))).toMatchObject({ indicators: [], keptCrossings: 0 });
  // The records themselves have their own term.
  expect(await storage.crossings.count()).toEqual({ ok: true, value: 2 });
  await storage.close();
  const database = openBehindTheBack(directory.path);
  expect(database.prepare('SELECT count(*) FROM pattern_sightings').pluck().get()).toBe(0);
  database.close();
  storage = await openTestStorage(directory.path);
});

test('how many are kept is told without reading the table', async () => {
  await storage.close();
  const database = openBehindTheBack(directory.path);
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${SPAN}`).all() as readonly { readonly detail: string }[];
  database.close();
  const steps = plan.map(({ detail }) => detail).filter((detail) => detail.includes('pattern_crossings'));
  expect(steps).toEqual(['SEARCH pattern_crossings', 'SEARCH pattern_crossings']);
  storage = await openTestStorage(directory.path);
});

test('no phone, sponsor, name or document is written beside the records', async () => {
  await write(crossing('1'));
  await storage.close();
  const database = openBehindTheBack(directory.path);
  const rows = JSON.stringify([
    database.prepare('SELECT * FROM pattern_sightings').all(),
    database.prepare('SELECT CAST(keys AS TEXT) FROM pattern_crossings').pluck().all(),
  ]);
  database.close();
  for (const word of ['CONG TY', '0900000001', 'PERSON', 'UTO:1']) expect(rows).not.toContain(word);
  storage = await openTestStorage(directory.path);
});

test('the store finds what plain memory finds', async () => {
  const history = fc.uniqueArray(inventedCrossing('w'), { minLength: 15, maxLength: 25, selector: ({ id }) => id });
  let shown = 0;
  let run = 0;
  await fc.assert(
    fc.asyncProperty(history, async (drawn) => {
      run += 1;
      const keyOf = countedKeys();
      const held = new Remembered();
      const before: Crossing[] = drawn.map((one, place) => {
        // Each run has a world of its own in the one store.
        const own = JSON.parse(JSON.stringify(one).replaceAll('w ', `w${run} `)) as Crossing;
        return { ...crossing(`${run}-${place}`), ...own, id: `${run}-${place}` };
      });
      for (const [place, one] of before.entries()) {
        await write(one);
        held.add(candidateOf(one, place + 1, keyOf, thresholds));
      }
      for (const [place, one] of before.entries()) {
        const asked = candidateOf(one, place + 1, keyOf, thresholds);
        const expected = indicatorsIn(asked, gather(asked, held, thresholds), thresholds);
        const { indicators } = await found(one);
        shown += indicators.length;
        const told = indicators.map(({ evidence, ...rest }) => ({
          ...rest,
          evidence: evidence.map(({ crossing: id, what }) => ({ crossing: Number(id.split('-')[1]) + 1, what })),
        }));
        expect(told).toEqual(expected);
      }
    }),
    { numRuns: 12 },
  );
  expect(shown).toBeGreaterThan(20);
});
