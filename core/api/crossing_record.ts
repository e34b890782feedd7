import type { Clearance } from '../domain/clearance/clearance.ts';
import type { TravelFacts } from '../domain/clearance/travel_facts.ts';
import { type DocumentFacts, documentKey } from '../domain/document/facts.ts';
import { personKey } from '../domain/document/person_key.ts';
import { fold, foldNumber } from '../domain/screening/fold.ts';
import type { Crossing, CrossingLinks, CrossingOutcome, PersonKeys } from '../ports/crossings.ts';
import { gateDay } from '../settings/gate_day.ts';
import type { LaneContext } from './lane_context.ts';

/** By what the person of a document may be known again. */
export function personKeys(document: DocumentFacts): PersonKeys {
  const { surname, givenNames, birthDate, nationality, personalNumber } = document;
  return {
    documentKey: documentKey(document),
    personKey: personKey({ name: `${surname} ${givenNames}`, birthDate, nationality }),
    personalNumber,
  };
}

/** What a journey shares with others of the same sponsor, phone, house, flight or company; folded, so that equal is equal. */
function linksOf({ sponsor, phone, address, flight, group, companions }: TravelFacts): CrossingLinks {
  const folded = (given: { readonly value: string } | null) => (given === null ? null : fold(given.value) || null);
  return {
    sponsor: folded(sponsor),
    phone: phone === null ? null : foldNumber(phone.value) || null,
    address: folded(address),
    flight: flight === null ? null : `${foldNumber(flight.value.number)} ${flight.value.day}`,
    group: folded(group),
    companions: companions.flatMap(({ value: { name, birthDate, nationality } }) => {
      const key = personKey({ name, birthDate: birthDate ?? '', nationality: nationality ?? '' });
      return key === null ? [] : [key];
    }),
  };
}

/**
 * A decided crossing with the law as it was asked last; `at` is the wall time of its end, which also gives the day. Where
 * no rules were installed the record says so: `rulesVersion` is empty and the verdict rests on nothing.
 */
export function crossingOf(context: LaneContext, clearance: Clearance, outcome: CrossingOutcome, at: number): Crossing {
  const { document, law } = clearance;
  const day = gateDay(at, context.settings.lane.timeZone);
  const direction = clearance.direction === 'ARRIVAL' ? 'arrival' : 'departure';
  return {
    id: clearance.id,
    recordNumber: clearance.recordNumber,
    lane: clearance.lane,
    at,
    day,
    direction: clearance.direction,
    outcome,
    ...personKeys(document),
    nationality: document.nationality,
    stayUntil: outcome === 'CLEARED' ? (law?.verdict.stayUntil ?? null) : null,
    rulesVersion: law?.rules.version ?? '',
    facts: law?.facts ?? {
      direction,
      date: day,
      person: { nationality: document.nationality },
      document: { kind: 'ordinary-passport' },
    },
    verdict: law?.verdict ?? { outcome: 'refer', legalBasis: [], reasons: [], ruleIds: [] },
    links: linksOf(clearance.travel),
    listed: clearance.hits.some(({ answer }) => answer === 'SAME'),
    gate: context.settings.lane.gate.en,
  };
}
