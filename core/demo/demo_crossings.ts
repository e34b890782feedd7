import { z } from 'zod';
import { personKeys } from '../api/crossing_record.ts';
import type { DemoDocument } from '../api/devdock_calls.ts';
import { kindOfDocument } from '../domain/clearance/law_facts.ts';
import { readDocument } from '../domain/document/read_document.ts';
import { addDays } from '../domain/entry/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { Crossing } from '../ports/crossings.ts';
import type { Ids } from '../ports/ids.ts';
import { gateDay } from '../settings/gate_day.ts';
import type { Settings } from '../settings/settings.ts';
import type { Storage } from '../storage/open_storage.ts';

const DAY_MS = 86_400_000;

/** Past crossings of invented documents, by days before today. */
export const pastCrossings = z.array(
  z.object({
    document: z.string(),
    direction: z.enum(['ARRIVAL', 'DEPARTURE']),
    daysAgo: z.number().int().min(1),
    /** Days of the stay granted, the day of entry counted. */
    stayDays: z.number().int().min(1),
    recordNumber: z.string(),
  }),
);

type PastCrossing = z.infer<typeof pastCrossings>[number];

interface Given {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly lane: Settings['lane'];
  readonly documents: readonly DemoDocument[];
}

function crossingOf(one: PastCrossing, given: Given): Crossing {
  const { clock, ids, lane, documents } = given;
  const { timeZone, state } = lane;
  const lines = documents.find(({ id }) => id === one.document)?.lines ?? [];
  const document = readDocument(lines, { today: gateDay(clock.now(), timeZone), state, typedIn: false });
  if (document === null) throw new Error(`the demo has no document ${one.document}`);
  const at = clock.now() - one.daysAgo * DAY_MS;
  const day = gateDay(at, timeZone);
  const direction = one.direction === 'ARRIVAL' ? 'arrival' : 'departure';
  const stayUntil = one.direction === 'ARRIVAL' ? addDays(day, one.stayDays - 1) : null;
  const { nationality } = document;
  return {
    ...{ id: ids.uuid(), recordNumber: one.recordNumber, lane: one.recordNumber.slice(0, 3), at, day },
    ...{ direction: one.direction, outcome: 'CLEARED', nationality, stayUntil, rulesVersion: '' },
    ...personKeys(document),
    facts: { direction, date: day, person: { nationality }, document: { kind: kindOfDocument(document) } },
    verdict: {
      ...{ outcome: 'clear', legalBasis: [], reasons: [], ruleIds: [] },
      ...(stayUntil === null ? {} : { stayUntil }),
    },
  };
}

/** Lays the invented past crossings into a store that has none yet; their days go by today. */
export async function layCrossings(given: Given, past: readonly PastCrossing[]): Promise<void> {
  const { storage, clock, lane } = given;
  const known = await storage.crossings.count();
  if (!known.ok || known.value > 0) return;
  for (const one of past) {
    const crossing = crossingOf(one, given);
    const { recordNumber } = one;
    const entry = { event: 'DEMO_CROSSING_LAID', actor: 'system', clearance: null, data: { recordNumber } } as const;
    const laid = await storage.records.commit({
      entries: [{ ...entry, at: clock.now(), terminal: lane.id }],
      crossing,
    });
    if (!laid.ok) throw new Error(`a crossing of the demo could not be laid: ${laid.error.code}`);
  }
}
