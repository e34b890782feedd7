import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MANDATORY_CHECKS } from '../clearance/check.ts';
import { NO_FACTS } from '../clearance/travel_facts.ts';
import { readDocument } from '../document/read_document.ts';
import { raiseOf } from './bearing.ts';
import { withMet } from './demands.ts';
import { due, endedEarly, lapsed, nextLook, order } from './order.ts';
import { DEMANDS, inForceNow, POSTURES, type Posture, type PostureOrder, type Profiles } from './posture.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 22, 1, 0);
const says = { vi: 'Mẫu.', en: 'Specimen.' };
const profile = (name: Posture, strength: number): Profiles[Posture] => ({
  profile: name,
  strength,
  mandatory: name === 'ELEVATED' ? ['ENTRY_CONDITIONS'] : [],
  demands:
    name === 'ELEVATED'
      ? [
          { demand: 'EXTRA_QUESTION', oneIn: 1, of: 'EVERYBODY' },
          { demand: 'EXPERT_CHECK', oneIn: 10, of: 'EVERYBODY' },
        ]
      : name === 'EVENT'
        ? [{ demand: 'SECOND_OFFICER', oneIn: 1, of: 'LISTED' }]
        : [],
  gates: 'NARROW',
  takesDocuments: true,
  longestHours: name === 'NORMAL' ? 0 : 24,
  says,
});
const PROFILES = Object.fromEntries(POSTURES.map((name, place) => [name, profile(name, place)])) as Profiles;
const made = (change: Partial<PostureOrder> = {}): PostureOrder => ({
  id: 'o',
  number: 'A07-2026-0001',
  profile: 'ELEVATED',
  from: NOW,
  until: NOW + HOUR,
  reason: 'đoàn khách',
  event: null,
  setBy: '0200',
  setAt: NOW,
  beganAt: null,
  ended: null,
  ...change,
});
const document = readDocument(
  ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F3204159ZE184226B<<<<<10'],
  { today: '2026-11-22', state: 'VNM', typedIn: false },
);
if (document === null) throw new Error('no document');
const traveller = (change: Partial<Parameters<typeof raiseOf>[0]> = {}): Parameters<typeof raiseOf>[0] => ({
  draw: 1,
  postures: [],
  mandatory: MANDATORY_CHECKS,
  demands: [],
  document,
  travel: NO_FACTS,
  ...change,
});

test('an order is for the future, not longer than its profile allows, and an event has a name', () => {
  expect(order(PROFILES, made())).toMatchObject({ ok: true, value: { beganAt: null, ended: null } });
  const refused = (change: Partial<PostureOrder>) => order(PROFILES, made(change));
  expect(refused({ profile: 'NORMAL' })).toEqual({ ok: false, error: 'NOT_ORDERABLE' });
  expect(refused({ from: NOW - 1 })).toEqual({ ok: false, error: 'TIME_WRONG' });
  expect(refused({ until: NOW })).toEqual({ ok: false, error: 'TIME_WRONG' });
  expect(refused({ from: NOW + 100 * 24 * HOUR, until: NOW + 101 * 24 * HOUR })).toMatchObject({ error: 'TIME_WRONG' });
  expect(refused({ until: NOW + 25 * HOUR })).toEqual({ ok: false, error: 'TOO_LONG' });
  expect(refused({ profile: 'EVENT' })).toEqual({ ok: false, error: 'EVENT_MISSING' });
});

test('it begins and ends by the clock, once each, and not again after an earlier end', () => {
  const planned = made({ from: NOW + HOUR, until: NOW + 2 * HOUR });
  expect([due(planned, NOW), due(planned, NOW + HOUR), due(planned, NOW + 2 * HOUR)]).toEqual([null, 'BEGIN', 'END']);
  expect(due({ ...planned, beganAt: NOW + HOUR }, NOW + HOUR)).toBeNull();
  expect(lapsed(planned).ended).toEqual({ at: NOW + 2 * HOUR, by: null, reason: null });
  const early = endedEarly(planned, { at: NOW + HOUR, by: '0200', reason: 'xong' });
  expect(early).toMatchObject({ ok: true, value: { ended: { by: '0200' } } });
  if (!early.ok) throw new Error('refused');
  expect(due(early.value, NOW + 9 * HOUR)).toBeNull();
  expect(endedEarly(early.value, { at: NOW + HOUR, by: '0200', reason: 'xong' })).toMatchObject({
    error: 'OVER_ALREADY',
  });
  expect(nextLook([planned], NOW)).toBe(HOUR);
  expect(nextLook([{ ...planned, beganAt: NOW + HOUR }], NOW + HOUR)).toBe(HOUR);
  expect(nextLook([early.value], NOW)).toBeNull();
});

test('the strongest is shown first; offline brings the fallback by itself; NORMAL stands alone', () => {
  const both = [made(), made({ id: 'e', profile: 'EVACUATION' })];
  expect(inForceNow(PROFILES, both, NOW - 5, NOW).map((one) => one.profile.profile)).toEqual([
    'EVACUATION',
    'FALLBACK',
    'ELEVATED',
  ]);
  expect(inForceNow(PROFILES, both, null, NOW + HOUR)).toMatchObject([{ profile: { profile: 'NORMAL' } }]);
});

test('of what is drawn one in so many, the share is right and a second look draws nothing anew', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (draw) => {
      const inForce = inForceNow(PROFILES, [made()], null, NOW);
      const raise = raiseOf(traveller({ draw }), inForce);
      expect(raise?.demands.some(({ demand }) => demand === 'EXPERT_CHECK')).toBe(draw % 10 === 0);
      expect(raiseOf(traveller({ draw, ...raise }), inForce)).toBeNull();
    }),
  );
});

test('a raise only adds: what was asked or met before stands as it was', () => {
  const anyOrders = fc.array(
    fc.record({ profile: fc.constantFrom(...POSTURES), from: fc.integer({ min: -2, max: 2 }), hours: fc.nat(3) }),
  );
  fc.assert(
    fc.property(anyOrders, fc.subarray([...DEMANDS]), fc.nat(), (some, known, draw) => {
      const orders = some.map((one, place) =>
        made({
          id: String(place),
          profile: one.profile,
          from: NOW + one.from * HOUR,
          until: NOW + (one.from + one.hours) * HOUR,
        }),
      );
      const demands = known.map((demand) => ({ demand, met: { at: NOW, by: '0412', second: null } }));
      const before = traveller({ draw, demands });
      const raise = raiseOf(before, inForceNow(PROFILES, orders, null, NOW));
      if (raise === null) return;
      expect(raise.demands.slice(0, demands.length)).toEqual(demands);
      expect(raise.mandatory.slice(0, MANDATORY_CHECKS.length)).toEqual(MANDATORY_CHECKS);
      expect(new Set(raise.demands.map(({ demand }) => demand)).size).toBe(raise.demands.length);
    }),
  );
});

test('an event means whom its list names: by nationality, by flight once it is known, or everybody', () => {
  const event = { name: 'Hội nghị Mẫu', place: '', nationalities: ['XXA'], flights: ['XZ 417'] };
  const asks = (change: Partial<Parameters<typeof raiseOf>[0]>, list = event) =>
    raiseOf(traveller(change), inForceNow(PROFILES, [made({ profile: 'EVENT', event: list })], null, NOW))?.demands;
  const flight = {
    value: { number: 'XZ417', day: '2026-11-22', seat: null },
    source: 'OFFICER',
    at: NOW,
    by: '0412',
  } as const;
  expect(asks({})).toEqual([]);
  expect(asks({ travel: { ...NO_FACTS, flight } })).toEqual([{ demand: 'SECOND_OFFICER', met: null }]);
  expect(asks({}, { ...event, nationalities: ['UTO'] })).toHaveLength(1);
  expect(asks({}, { ...event, nationalities: [], flights: [] })).toHaveLength(1);
});

test('a demand is met once; a second officer is another one', () => {
  const asked = [{ demand: 'SECOND_OFFICER', met: null } as const];
  const met = { demand: 'SECOND_OFFICER', at: NOW, by: '0412', second: '0413' } as const;
  expect(withMet(asked, { ...met, second: null })).toBeNull();
  expect(withMet(asked, { ...met, second: '0412' })).toBeNull();
  expect(withMet(asked, { ...met, demand: 'EXTRA_QUESTION' })).toBeNull();
  const after = withMet(asked, met);
  expect(after).toEqual([{ demand: 'SECOND_OFFICER', met: { at: NOW, by: '0412', second: '0413' } }]);
  expect(withMet(after ?? [], met)).toBeNull();
});
