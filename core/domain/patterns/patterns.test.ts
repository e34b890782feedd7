import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedThresholds } from '../../storage/patterns/thresholds_file.ts';
import { inventedCrossing } from '../../testing/invented_crossings.ts';
import { gather } from './gather.ts';
import { indicatorsIn } from './indicators.ts';
import { type CrossingSeen, candidateOf } from './sighting_of.ts';
import { countedKeys, Remembered } from './testing/remembered.ts';

const thresholds = { ...shippedThresholds(), shownFrom: 0 };

/** What is found for the candidate among a history, as codes with strength and counted values. */
function found(candidate: CrossingSeen, history: readonly CrossingSeen[]) {
  const keyOf = countedKeys();
  const held = new Remembered();
  // The number follows from the crossing and not from the order in which it came.
  const numbers = new Map(
    [...history]
      .map(({ id }) => id)
      .sort()
      .map((id, place) => [id, place + 1]),
  );
  for (const one of history) held.add(candidateOf(one, numbers.get(one.id) ?? 0, keyOf, thresholds));
  const asked = candidateOf(candidate, 0, keyOf, thresholds);
  return indicatorsIn(asked, gather(asked, held, thresholds), thresholds);
}

const world = inventedCrossing('w');
const history = fc.uniqueArray(world, { maxLength: 40, selector: ({ id }) => id });
const codes = (indicators: ReturnType<typeof found>) =>
  Object.fromEntries(indicators.map(({ code, strength }) => [code, strength]));

test('a crossing that shares nothing changes nothing', () => {
  fc.assert(
    fc.property(world, history, inventedCrossing('elsewhere'), (candidate, before, stranger) => {
      expect(codes(found(candidate, [...before, stranger]))).toEqual(codes(found(candidate, before)));
    }),
  );
});

test('the order in which crossings were written does not matter', () => {
  const shuffled = history.chain((one) =>
    fc.tuple(fc.constant(one), fc.shuffledSubarray(one, { minLength: one.length })),
  );
  fc.assert(
    fc.property(world, shuffled, (candidate, [before, other]) => {
      expect(found(candidate, other)).toEqual(found(candidate, before));
    }),
  );
});

test('what comes later is not looked at', () => {
  fc.assert(
    fc.property(world, history, (candidate, all) => {
      const before = all.filter(({ at }) => at <= candidate.at);
      expect(codes(found(candidate, all))).toEqual(codes(found(candidate, before)));
    }),
  );
});

test('one more person without trouble on the same sponsor never makes the sponsor look worse', () => {
  fc.assert(
    fc.property(world, history, (candidate, before) => {
      const sponsor = candidate.links?.sponsor ?? null;
      fc.pre(sponsor !== null);
      const sound: CrossingSeen = {
        ...candidate,
        id: 'sound',
        personKey: 'somebody new',
        documentKey: 'new',
        outcome: 'CLEARED',
        listed: false,
        verdict: { ...candidate.verdict, daysOver: 0 },
        links: { sponsor, phone: null, address: null, group: null, companions: [] },
      };
      const was = codes(found(candidate, before)).SHARED_SPONSOR ?? 0;
      expect(codes(found(candidate, [...before, sound])).SHARED_SPONSOR ?? 0).toBeLessThanOrEqual(was);
    }),
  );
});

test('every strength lies between 0 and 1 and every indicator names a crossing that is kept', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(world, history, (candidate, before) => {
      for (const { code, strength, evidence } of found(candidate, before)) {
        seen.add(code);
        expect(strength).toBeGreaterThan(0);
        expect(strength).toBeLessThanOrEqual(1);
        for (const { crossing } of evidence) expect(crossing).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
  // A small world shows the most of them; a property over nothing would prove nothing.
  expect(seen.size).toBeGreaterThanOrEqual(6);
});
