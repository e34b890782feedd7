import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../domain/entry/calendar.ts';
import { evaluate } from '../domain/entry/evaluate.ts';
import { explain } from '../domain/entry/explain.ts';
import { BASIS_KINDS } from '../domain/entry/explanation.ts';
import type { Facts, KnownMovement } from '../domain/entry/facts.ts';
import { CARD_KINDS, DOCUMENT_KINDS, GATE_KINDS } from '../domain/entry/facts.ts';
import type { RuleSet } from '../domain/entry/rules.ts';
import { loadRules } from './load_rules.ts';

const loaded = await loadRules(join(import.meta.dirname, '../../resources/rules/vn'), 'VNM');
if (!loaded.ok) throw new Error(loaded.error.detail);
const vietnam: RuleSet = loaded.value;

const day = fc.integer({ min: 0, max: 2200 }).map((offset) => addDays('2022-01-01', offset));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const visa = fc.record({
  symbol: fc.constantFrom('DL', 'EV', 'DN1', 'VR'),
  validFrom: day,
  validTo: day,
  entries: fc.constantFrom('single' as const, 'multiple' as const),
  usedEntries: maybe(fc.integer({ min: 0, max: 2 })),
});
const movement: fc.Arbitrary<KnownMovement> = fc.record({
  direction: fc.constantFrom('arrival' as const, 'departure' as const),
  date: day,
  sameDocument: maybe(fc.boolean()),
  documentNumber: fc.constant(null),
  stayUntil: fc.option(day),
  gate: fc.constant(null),
  recordNumber: fc.constant(null),
});
const facts: fc.Arbitrary<Facts> = fc.record({
  direction: fc.constantFrom('arrival' as const, 'departure' as const),
  date: day,
  gateKind: maybe(fc.constantFrom(...GATE_KINDS)),
  person: fc.record({
    nationality: fc.constantFrom('VNM', 'FRA', 'BLR', 'KAZ', 'POL', 'CHN', 'AUS', 'LAO', 'MNG'),
    birthDate: maybe(fc.constantFrom('1980-02-29', '2018-05-05')),
  }),
  document: fc.record({
    kind: fc.constantFrom(...DOCUMENT_KINDS),
    expires: maybe(day),
    damaged: maybe(fc.boolean()),
  }),
  basis: maybe(
    fc.record({
      visa: maybe(
        fc
          .record({ ...{}, visa, forged: maybe(fc.boolean()) })
          .map(({ visa: paper, forged }) => ({ ...paper, forged })),
      ),
      evisa: maybe(fc.record({ visa, gate: maybe(fc.boolean()) }).map(({ visa: paper, gate }) => ({ ...paper, gate }))),
      card: maybe(fc.record({ kind: fc.constantFrom(...CARD_KINDS), validTo: day })),
      exemption: maybe(
        fc.record({
          kind: fc.constantFrom('coastal-zone' as const, 'unilateral-exemption' as const),
          purpose: maybe(fc.constantFrom('tourism', 'business')),
          route: maybe(fc.constantFrom('direct', 'overland')),
        }),
      ),
      transit: maybe(fc.record({ onwardTicket: maybe(fc.boolean()), thirdCountryVisa: maybe(fc.boolean()) })),
      stay: maybe(fc.record({ until: day })),
    }),
  ),
  history: maybe(fc.array(movement, { maxLength: 6 })),
  historyPartial: maybe(fc.boolean()),
  companions: maybe(fc.constantFrom([], [{ relation: 'mother', proof: true }])),
});
const open = fc.record({ countEntryDay: fc.boolean(), tourismVisaThirtyDays: fc.boolean() });

/** Whatever the crossing: the law as it stands, or with an open point settled the other way. */
function whatever(check: (rules: RuleSet, one: Facts) => void): void {
  fc.assert(
    fc.property(facts, open, (one, points) => {
      check({ ...vietnam, openPoints: { ...vietnam.openPoints, ...points } }, one);
    }),
    { numRuns: 3000 },
  );
}

const known = (one: Facts) => ({
  movements: (one.history ?? []) as readonly KnownMovement[],
  at: 0,
  sameDocumentMinutes: 30,
});

describe('an explanation', () => {
  it('is of the very verdict: same outcome, same stay, same days over', () => {
    whatever((rules, one) => {
      const { verdict, explanation } = explain(rules, one, known(one));
      expect(verdict).toEqual(evaluate(rules, one));
      expect(explanation.overstay?.daysOver).toBe(verdict.daysOver);
      expect(explanation.overstay?.tier ?? undefined).toBe(verdict.tier);
      if (explanation.stay !== null) expect(explanation.stay.until).toBe(verdict.stayUntil);
      // A stay is explained wherever one is given.
      expect(explanation.stay === null).toBe(verdict.stayUntil === undefined);
      for (const fact of explanation.decisive) expect(verdict.missingFacts).toContain(fact);
    });
  });

  it('names exactly one end that decides, and it is the earliest', () => {
    whatever((rules, one) => {
      const { stay } = explain(rules, one, known(one)).explanation;
      if (stay === null) return;
      const deciding = stay.lines.filter(({ decides }) => decides);
      expect(deciding.map(({ until }) => until)).toEqual([stay.until]);
      for (const { until } of stay.lines) expect(until >= stay.until).toBe(true);
      if (one.direction === 'arrival') expect(stay.days).toBe(daysOneByOne(one.date, stay.until));
    });
  });

  it('climbs every step of the ladder in order, and stops at the one that applies', () => {
    whatever((rules, one) => {
      const { bases, stay } = explain(rules, one, known(one)).explanation;
      if (one.direction === 'departure' || one.person.nationality === rules.state) {
        expect(bases).toEqual([]);
        return;
      }
      expect(bases.map(({ kind }) => kind)).toEqual(BASIS_KINDS);
      const applies = bases.findIndex(({ answer }) => answer === 'APPLIES');
      const forged = bases.some(({ reason }) => reason === 'LEGAL_VISA_FORGED');
      if (applies === -1) {
        expect(stay).toBeNull();
        if (!forged) expect(bases.some(({ answer }) => answer === 'NOT_TRIED')).toBe(false);
      } else {
        expect(forged).toBe(false);
        bases.forEach(({ answer }, place) => {
          if (place !== applies) expect(answer === 'NOT_TRIED').toBe(place > applies);
        });
      }
      for (const { answer, missing } of bases) expect(missing !== null).toBe(answer === 'UNKNOWN');
    });
  });

  it('trusts a period of a treaty to a whole history only, though days known to be spent are spent', () => {
    const stays = (days: number): readonly KnownMovement[] =>
      [
        ['arrival', -days],
        ['departure', -1],
      ].map(([direction, offset]) => ({
        ...{ direction: direction as KnownMovement['direction'], date: addDays('2026-11-22', Number(offset)) },
        ...{ documentNumber: null, stayUntil: null, gate: null, recordNumber: null },
      }));
    const kazakh = (history: readonly KnownMovement[], historyPartial?: boolean): Facts => ({
      ...{
        direction: 'arrival',
        date: '2026-11-22',
        person: { nationality: 'KAZ', birthDate: '1980-01-01' },
        history,
        historyPartial,
      },
      document: { kind: 'ordinary-passport', expires: '2032-01-01' },
    });
    expect(evaluate(vietnam, kazakh([]))).toMatchObject({ outcome: 'clear', stayUntil: '2026-12-21' });
    expect(evaluate(vietnam, kazakh([], true))).toMatchObject({ outcome: 'refer', missingFacts: ['history'] });
    expect(evaluate(vietnam, kazakh(stays(89), true)).outcome).toBe('refer');
    expect(evaluate(vietnam, kazakh(stays(90), true)).reasons).toContain('LEGAL_WINDOW_SPENT');
    expect(evaluate(vietnam, kazakh(stays(80))).stayUntil).toBe('2026-12-01');
  });

  it('adds up the days over month by month, as a finger on the calendar does', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40, max: 500 }), (until, over) => {
        const date = addDays(until, over);
        const one: Facts = {
          direction: 'departure',
          date,
          person: { nationality: 'FRA' },
          document: { kind: 'ordinary-passport', expires: '2040-01-01' },
          basis: { stay: { until } },
        };
        const { overstay } = explain(vietnam, one, known(one)).explanation;
        if (over <= 0) {
          expect(overstay).toBeNull();
          return;
        }
        expect(overstay?.daysOver).toBe(daysOneByOne(addDays(until, 1), date));
        const spans = overstay?.spans ?? [];
        expect(spans.reduce((sum, { days }) => sum + days, 0)).toBe(overstay?.daysOver);
        expect(spans[0]?.from).toBe(addDays(until, 1));
        expect(spans.at(-1)?.to).toBe(date);
        spans.forEach(({ from, to, days }, at) => {
          expect(from.slice(0, 7)).toBe(to.slice(0, 7));
          expect(days).toBe(daysOneByOne(from, to));
          if (at > 0) expect(from).toBe(addDays(spans[at - 1]?.to ?? '', 1));
        });
        const inTier = overstay?.tiers.filter(({ tier }) => tier === overstay.tier) ?? [];
        expect(inTier).toHaveLength(1);
        expect(overstay?.decree).not.toBeNull();
      }),
    );
  });
});

/** How many days from the first to the last, counted one after the other; 0 where the last is before the first. */
function daysOneByOne(first: string, last: string): number {
  let count = 0;
  const step = daysBetween(first, last) >= 0 ? 1 : 0;
  for (let at = first; step === 1 && at <= last; at = addDays(at, 1)) count += 1;
  return count;
}

describe('pairing', () => {
  const one = (change: Partial<Facts>): Facts => ({
    direction: 'arrival',
    date: '2026-11-22',
    person: { nationality: 'FRA' },
    document: { kind: 'ordinary-passport', expires: '2032-01-01' },
    history: [],
    ...change,
  });
  const moved = (direction: KnownMovement['direction'], date: string, more: Partial<KnownMovement> = {}) => ({
    ...{ direction, date, documentNumber: null, stayUntil: null, gate: null, recordNumber: null },
    ...more,
  });
  const pair = (crossing: Facts, ...movements: KnownMovement[]) =>
    explain(
      vietnam,
      { ...crossing, history: movements.length > 0 ? movements : crossing.history },
      {
        movements,
        at: Date.UTC(2026, 10, 22, 8),
        sameDocumentMinutes: 30,
      },
    ).explanation.pairing;
  const citizen = { person: { nationality: 'VNM' } };
  const leaving = { direction: 'departure' as const };

  it.each([
    ['a first entry', one({}), [], 'FIRST'],
    ['nothing asked', one({ history: undefined }), [], 'UNKNOWN'],
    ['only the booth asked', one({ historyPartial: true }), [], 'UNKNOWN'],
    ['back after leaving', one({}), [moved('departure', '2026-10-01')], 'PAIRED'],
    [
      'an entry never closed',
      one({}),
      [moved('departure', '2026-01-01'), moved('arrival', '2026-10-01')],
      'OPEN_ENTRY',
    ],
    ['a citizen in twice', one(citizen), [moved('arrival', '2026-10-01')], 'NO_EXIT'],
    ['out after in', one(leaving), [moved('arrival', '2026-11-01')], 'PAIRED'],
    ['out without in', one(leaving), [], 'NO_ENTRY'],
    ['out twice', one(leaving), [moved('departure', '2026-11-01')], 'NO_ENTRY'],
    ['a citizen out for the first time', one({ ...citizen, ...leaving }), [], 'FIRST'],
    ['what is still to come does not count', one({}), [moved('arrival', '2026-11-23')], 'FIRST'],
  ] as const)('%s', (_what, crossing, movements, state) => {
    expect(pair(crossing, ...movements).state).toBe(state);
  });

  it('says what changed between, and when one document was used twice in no time', () => {
    const changed = pair(one({}), moved('departure', '2026-10-01', { sameDocument: false, sameIdentity: false }));
    expect(changed).toMatchObject({ documentChanged: true, identityChanged: true, since: '2026-10-01' });
    const at = (minutes: number) => Date.UTC(2026, 10, 22, 8) - minutes * 60_000;
    const out = (minutes: number) => moved('departure', '2026-11-22', { sameDocument: true, at: at(minutes) });
    expect(pair(one({}), out(29)).usedTwice).toBe(true);
    expect(pair(one({}), out(30)).usedTwice).toBe(false);
  });
});
