import fc from 'fast-check';
import type { CrossingSeen } from '../domain/patterns/sighting_of.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1);

/** A small world in which everything meets: few persons, few values, half a year. Whatever `world` is shared is shared within it alone. */
export const inventedCrossing = (world: string) =>
  fc
    .record({
      at: fc.integer({ min: 0, max: 180 * 24 * 60 }),
      person: fc.integer({ min: 0, max: 6 }),
      document: fc.integer({ min: 0, max: 6 }),
      departs: fc.boolean(),
      outcome: fc.constantFrom('CLEARED', 'CLEARED', 'REFUSED', 'HANDED_OVER', 'NOT_PERMITTED'),
      over: fc.constantFrom(0, 0, 3),
      listed: fc.boolean(),
      sponsor: fc.option(fc.integer({ min: 0, max: 1 })),
      phone: fc.option(fc.integer({ min: 0, max: 1 })),
      address: fc.option(fc.integer({ min: 0, max: 1 })),
      group: fc.option(fc.integer({ min: 0, max: 1 })),
      companions: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 2 }),
      gate: fc.constantFrom('', 'X', 'Y'),
    })
    .map(
      ({ at, person, document, departs, outcome, over, listed, gate, companions, ...links }, ...rest): CrossingSeen => {
        const moment = START + at * 60_000;
        const day = new Date(Math.floor(moment / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
        const name = (kind: string, which: number | null) => (which === null ? null : `${world} ${kind} ${which}`);
        return {
          id: `${world}-${at}-${person}-${document}-${departs}-${rest.length}`,
          lane: 'A07',
          at: moment,
          day,
          direction: departs ? 'DEPARTURE' : 'ARRIVAL',
          outcome: outcome as CrossingSeen['outcome'],
          documentKey: name('document', document),
          personKey: name('person', person),
          personalNumber: null,
          nationality: ['XAA', 'XBB', 'XCC', 'VNM'][person % 4] ?? 'XAA',
          facts: {
            direction: departs ? 'departure' : 'arrival',
            date: day,
            person: { nationality: 'XAA', birthDate: person < 2 ? '2020-02-02' : `198${person}-02-02` },
            document: { kind: 'ordinary-passport' },
          },
          verdict: { outcome: 'clear', daysOver: over, legalBasis: [], reasons: [], ruleIds: [] },
          listed,
          gate,
          links: {
            sponsor: name('sponsor', links.sponsor),
            phone: name('phone', links.phone),
            address: name('address', links.address),
            group: name('group', links.group),
            companions: companions.flatMap((one) => name('person', one) ?? []),
          },
        };
      },
    );
