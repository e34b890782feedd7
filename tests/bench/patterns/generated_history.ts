import type { Crossing } from '../../../core/ports/crossings.ts';
import { random } from '../screening/random.ts';
import { honest } from './honest.ts';
import type { Invented, Step } from './journey.ts';
import { drawing } from './people.ts';
import { plant } from './rings.ts';

const START = Date.UTC(2025, 10, 22);

/** A year at several gates: everyday travel with everything that looks like a ring and is none, and planted rings. Oldest first. */
export function generatedHistory(seed: number, crossings: number): readonly Step[] {
  const steps: Step[] = [];
  const draw = drawing(random(seed), (step) => steps.push(step));
  plant(draw, crossings);
  honest(draw, () => steps.length, crossings);
  return steps.sort((a, b) => a.minute - b.minute).slice(0, crossings);
}

const personKey = (who: Invented, spelling = '') => `INVENTED ${who.number}${spelling}|${who.birth}|${who.nationality}`;

/** The record of a step, as the booth would write it. */
export function crossingOf(step: Step, place: number): Crossing {
  const at = START + step.minute * 60_000;
  const day = new Date(at).toISOString().slice(0, 10);
  const { who, over } = step;
  return {
    id: `g-${place}`,
    recordNumber: `A07-${String(place).padStart(7, '0')}`,
    lane: 'A07',
    at,
    day,
    direction: step.departs ? 'DEPARTURE' : 'ARRIVAL',
    outcome: step.outcome ?? 'CLEARED',
    documentKey: `UTO:${step.document}`,
    personKey: personKey(who, step.spelling),
    personalNumber: null,
    nationality: who.nationality,
    stayUntil: null,
    rulesVersion: 'generated',
    facts: {
      direction: step.departs ? 'departure' : 'arrival',
      date: day,
      gateKind: step.land ? 'land-international' : 'airport',
      person: { nationality: who.nationality, birthDate: who.birth },
      document: { kind: 'ordinary-passport' },
    },
    verdict: {
      outcome: 'clear',
      legalBasis: [],
      reasons: [],
      ruleIds: [],
      ...(over === undefined ? {} : { daysOver: over }),
    },
    listed: step.listed ?? false,
    gate: step.gate,
    links: {
      sponsor: step.sponsor ?? null,
      phone: step.phone ?? null,
      address: step.address ?? null,
      flight: null,
      group: step.group ?? null,
      companions: (step.companions ?? []).map((one) => personKey(one)),
    },
  };
}
