import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { evaluate } from '../domain/entry/evaluate.ts';
import { CARD_KINDS, DIRECTIONS, DOCUMENT_KINDS, type Facts, GATE_KINDS, ORDER_KINDS } from '../domain/entry/facts.ts';
import type { RuleSet } from '../domain/entry/rules.ts';
import type { Crossing } from '../ports/crossings.ts';
import type { RehearsalProgress } from '../ports/rehearsals.ts';
import { ruleSetOf } from '../rules/load_rules.ts';
import { productTexts, shorterStays } from '../rules/testing/signed_rules.ts';
import type { Storage } from './open_storage.ts';
import { openTestStorage, temporaryDirectory, testEntry } from './testing/temporary_store.ts';

const setOf = (texts: Parameters<typeof ruleSetOf>[0]): RuleSet => {
  const checked = ruleSetOf(texts, 'VNM');
  if (!checked.ok) throw new Error(checked.error.detail);
  return checked.value.rules;
};
const product = setOf(await productTexts());
const shorter = setOf(await shorterStays('2026-12-05'));

let directory = temporaryDirectory();
let storage: Storage;
beforeEach(async () => {
  directory = temporaryDirectory();
  storage = await openTestStorage(directory.path);
});
afterEach(async () => {
  await storage.close();
  directory.remove();
});

const crossing = (place: number, facts: Facts, rules = product): Crossing => ({
  id: `c${place}`,
  recordNumber: `A07-${String(place).padStart(6, '0')}`,
  lane: 'A07',
  at: place,
  day: facts.date,
  direction: facts.direction === 'arrival' ? 'ARRIVAL' : 'DEPARTURE',
  outcome: 'CLEARED',
  documentKey: null,
  personKey: null,
  personalNumber: null,
  nationality: facts.person.nationality,
  stayUntil: null,
  rulesVersion: rules.version,
  facts,
  verdict: evaluate(rules, facts),
});

async function record(...all: readonly Crossing[]): Promise<void> {
  for (const one of all) {
    const done = await storage.records.commit({ entries: [testEntry({ clearance: one.id })], crossing: one });
    if (!done.ok) throw new Error(done.error.code);
  }
}

async function rehearse(rules: RuleSet, last = 1000, told = 1000) {
  const found: RehearsalProgress['found'][number][] = [];
  const ended = await storage.rehearsals.start({ rules, last, told }, (soFar) => found.push(...soFar.found)).ended;
  if (!ended.ok || ended.value === null) throw new Error('the rehearsal did not end');
  return { sums: ended.value, found };
}

const french = (date: string): Facts => ({
  direction: 'arrival',
  date,
  gateKind: 'airport',
  person: { nationality: 'FRA', birthDate: '1980-01-01' },
  document: { kind: 'ordinary-passport', issued: '2024-01-01', expires: '2034-01-01' },
  basis: { exemption: { kind: 'unilateral-exemption', purpose: 'tourism' } },
  history: [],
});

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const nationality = fc.constantFrom('VNM', 'FRA', 'DEU', 'USA', 'THA', 'KHM', 'CHN', 'RUS', 'UTO');
const visa = fc.record({
  symbol: fc.constantFrom('DL', 'DN1', 'LD1', 'TT', 'XX'),
  validFrom: day,
  validTo: day,
  entries: fc.constantFrom('single' as const, 'multiple' as const),
  usedEntries: maybe(fc.nat(2)),
});
const facts: fc.Arbitrary<Facts> = fc.record({
  direction: fc.constantFrom(...DIRECTIONS),
  date: day,
  gateKind: maybe(fc.constantFrom(...GATE_KINDS)),
  person: fc.record({ nationality, birthDate: maybe(day) }),
  document: fc.record({
    kind: fc.constantFrom(...DOCUMENT_KINDS),
    issued: maybe(day),
    expires: maybe(day),
    damaged: maybe(fc.boolean()),
  }),
  basis: maybe(
    fc.record({
      visa: maybe(visa),
      card: maybe(fc.record({ kind: fc.constantFrom(...CARD_KINDS), validTo: day })),
      stay: maybe(fc.record({ until: day })),
      destinationAdmission: maybe(fc.boolean()),
    }),
  ),
  history: maybe(fc.array(fc.record({ direction: fc.constantFrom(...DIRECTIONS), date: day }), { maxLength: 4 })),
  orders: maybe(
    fc.array(
      fc.record({
        kind: fc.constantFrom(...ORDER_KINDS),
        group: maybe(fc.integer({ min: 1, max: 9 })),
        validTo: maybe(day),
      }),
      { maxLength: 2 },
    ),
  ),
});

it('changes nothing where the rules are the same, whatever the facts', async () => {
  const drawn = fc.sample(facts, { numRuns: 400, seed: 20261122 });
  await record(...drawn.map((one, place) => crossing(place, one)));
  const { sums, found } = await rehearse(product);
  expect(sums).toMatchObject({ read: 400, same: 400, otherRules: 0, differ: 0, notComparable: 0 });
  expect(found).toEqual([]);
  // Otherwise this proves nothing: the facts are not all decided alike.
  expect(new Set(drawn.map((one) => evaluate(product, one).outcome)).size).toBeGreaterThan(3);
});

it('names who would have been decided otherwise, and by which rules, from the new day on only', async () => {
  await record(crossing(1, french('2026-12-04')), crossing(2, french('2026-12-06')));
  const { sums, found } = await rehearse(shorter);
  expect(sums).toMatchObject({
    read: 2,
    differ: 1,
    changes: [{ from: 'clear', to: 'clear', count: 1 }],
    nationalities: [{ nationality: 'FRA', count: 1 }],
  });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    recordNumber: 'A07-000002',
    day: '2026-12-06',
    old: { stayUntil: '2027-01-19' },
    new: { stayUntil: '2027-01-04' },
  });
  expect(found[0]?.rulesGone.length).toBe(1);
  expect(found[0]?.rulesCome).toEqual([`${found[0]?.rulesGone[0]}.30`]);
});

it('takes the last recorded ones, counts all differences and hands over as many as are asked for', async () => {
  await record(...Array.from({ length: 9 }, (_, place) => crossing(place, french('2026-12-10'))));
  const { sums, found } = await rehearse(shorter, 5, 2);
  expect(sums).toMatchObject({ read: 5, differ: 5 });
  expect(found).toHaveLength(2);
});

it('does not compare what was decided while no rules were installed', async () => {
  await record({ ...crossing(1, french('2026-12-10')), rulesVersion: '' });
  expect((await rehearse(product)).sums).toMatchObject({ read: 1, notComparable: 1, differ: 0, same: 0 });
});

it('ends at once when it is cancelled, and the store works on', async () => {
  await record(...Array.from({ length: 50 }, (_, place) => crossing(place, french('2026-12-10'))));
  const running = storage.rehearsals.start({ rules: shorter, last: 1000, told: 10 }, () => {});
  running.cancel();
  expect(await running.ended).toEqual({ ok: true, value: null });
  expect(await storage.crossings.count()).toEqual({ ok: true, value: 50 });
});
