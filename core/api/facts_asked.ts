import type { Clearance, ClearanceEvent } from '../domain/clearance/clearance.ts';
import { mergeMovements } from '../domain/clearance/merge_movements.ts';
import type { Movement, SourceAnswer } from '../domain/clearance/travel_facts.ts';
import type { DocumentFacts } from '../domain/document/facts.ts';
import type { Crossing } from '../ports/crossings.ts';
import type { SourcedFacts, TravelQuery } from '../ports/travel_sources.ts';
import { personKeys } from './crossing_record.ts';
import { dayAtGate, type LaneContext } from './lane_context.ts';
import { atWholeSteps } from './whole_steps.ts';

/** Each source keeps its own time; should one ever not, the lane goes on without it, in ms. */
const SOURCES_LIMIT_MS = 10_000;

/** So many of a person's own crossings are looked at, newest first. */
const CROSSINGS_LIMIT = 200;

type Told = Extract<ClearanceEvent, { type: 'SOURCES_ANSWERED' }>;

/** The one at the desk as sources are asked. */
export function queryOf(document: DocumentFacts, direction: Clearance['direction'], day: string): TravelQuery {
  const { number, issuer, nationality, surname, givenNames, nameTruncated, birthDate, personalNumber } = document;
  return {
    ...{ direction, day, documentNumber: number, issuer, nationality, surname, givenNames },
    ...{ nameTruncated, birthDate, personalNumber },
  };
}

/** A crossing this booth decided, as a movement of the person now at the desk. */
function movementOf(one: Crossing, document: DocumentFacts, gate: string): Movement {
  const keys = personKeys(document);
  const [issuer, ...number] = (one.documentKey ?? '').split(':');
  const { basis } = one.facts;
  return {
    direction: one.direction === 'ARRIVAL' ? 'arrival' : 'departure',
    date: one.day,
    at: one.at,
    ...(one.documentKey === null ? {} : { sameDocument: one.documentKey === keys.documentKey }),
    ...(issuer === undefined || issuer === '' ? {} : { documentIssuer: issuer }),
    documentNumber: number.length === 0 ? null : number.join(':'),
    ...(one.personKey === null || keys.personKey === null ? {} : { sameIdentity: one.personKey === keys.personKey }),
    stayUntil: one.stayUntil,
    visaNumber: basis?.evisa?.number ?? basis?.visa?.number ?? null,
    gate,
    recordNumber: one.recordNumber,
    source: 'LOCAL',
  };
}

async function ownMovements(context: LaneContext, document: DocumentFacts): Promise<readonly Movement[]> {
  const found = await context.crossings.ofPerson(personKeys(document), CROSSINGS_LIMIT);
  // A store that does not answer remembers nothing; every step that follows says so itself.
  if (!found.ok) return [];
  const { lane } = context.settings;
  return found.value
    .filter(({ outcome }) => outcome === 'CLEARED')
    .map((one) => movementOf(one, document, `${lane.gate.vi} · ${one.lane}`));
}

const ALL_LATE: readonly SourceAnswer[] = (['VISAS', 'MOVEMENTS', 'DECLARATIONS', 'PASSENGERS'] as const).map(
  (source) => ({ source, state: 'TIMEOUT', asOf: null, tookMs: SOURCES_LIMIT_MS }),
);

async function sourced(context: LaneContext, query: TravelQuery, online: boolean): Promise<SourcedFacts> {
  const answer = context.travel.ask(query, online).catch((): SourcedFacts => ({ sources: ALL_LATE }));
  return (await atWholeSteps(context.clock, answer, SOURCES_LIMIT_MS)) ?? { sources: ALL_LATE };
}

/**
 * Asks every source of the journey at once, and the booth's own crossings. Never fails and always ends: who did not answer is
 * named in `sources`. Answered at whole steps of time, as the lists are.
 */
export async function askSources(
  context: LaneContext,
  { document, direction }: Pick<Clearance, 'document' | 'direction'>,
  online: boolean,
): Promise<Told> {
  const query = queryOf(document, direction, dayAtGate(context));
  const [told, own] = await Promise.all([sourced(context, query, online), ownMovements(context, document)]);
  const movements = mergeMovements(own, told.movements ?? []);
  const { gateKind } = context.settings.lane;
  return { type: 'SOURCES_ANSWERED', facts: { ...told, movements, gateKind }, at: context.clock.now() };
}
