import type { EventId } from '../domain/audit/events.ts';
import type { Clearance } from '../domain/clearance/clearance.ts';
import type { CaseFiles } from '../ports/case_files.ts';
import type { Clock } from '../ports/clock.ts';
import type { Crossings } from '../ports/crossings.ts';
import type { Exclusions } from '../ports/exclusions.ts';
import type { Ids } from '../ports/ids.ts';
import type { Patterns } from '../ports/patterns.ts';
import type { JournalInput, Json, Records } from '../ports/records.ts';
import type { RulesInForce } from '../ports/rules_in_force.ts';
import type { TravelSources } from '../ports/travel_sources.ts';
import type { Watchlist } from '../ports/watchlist.ts';
import { gateDay } from '../settings/gate_day.ts';
import type { Settings } from '../settings/settings.ts';

/** What every part of the lane's running needs from outside, handed in once by booth.ts. */
export interface LaneContext {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly records: Records;
  readonly watchlist: Watchlist;
  readonly exclusions: Exclusions;
  readonly caseFiles: CaseFiles;
  readonly crossings: Crossings;
  readonly patterns: Patterns;
  readonly rules: RulesInForce;
  readonly travel: TravelSources;
}

/** The day at the gate, YYYY-MM-DD: law and validity are judged by it, not by UTC. */
export function dayAtGate(context: LaneContext): string {
  return gateDay(context.clock.now(), context.settings.lane.timeZone);
}

/** An entry for the journal, stamped with time and lane. */
export function entry(
  context: LaneContext,
  event: EventId,
  actor: string,
  clearance: Pick<Clearance, 'id'> | null,
  data: Json,
): JournalInput {
  return {
    event,
    at: context.clock.now(),
    actor,
    terminal: context.settings.lane.id,
    clearance: clearance?.id ?? null,
    data,
  };
}

/** Domain values are plain data; this only tells the compiler so, by the way of the wire. */
export function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
