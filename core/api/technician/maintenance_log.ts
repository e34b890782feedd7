import type { LogEntry } from '../../../contract/technician_view.ts';
import { EVENTS, type EventId } from '../../domain/audit/events.ts';
import { canonicalJson } from '../../domain/canonical_json.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { JournalEntry, Records, StorageProblem } from '../../ports/records.ts';

/** The kinds of events a technician may read; each must hold nothing of a traveller, which a test makes sure of. */
const LOGGED_KINDS: readonly string[] = ['maintenance', 'device'];
const SYSTEM_EVENTS: readonly EventId[] = ['BOOTH_STARTED', 'BOOTH_STOPPED', 'CONNECTION_CHANGED', 'STORE_SET_ASIDE'];

const MOST = 100;
/** So many entries are looked through in one go: a lane at work must not wait for a long look back. */
const SLICE = 5_000;
const MOST_TEXT = 400;

/** Whether an event belongs into the maintenance log. An event that holds traveller data never does. */
export function isLogged(event: EventId): boolean {
  const { kind, holds } = EVENTS[event];
  if (holds === 'traveller') return false;
  return LOGGED_KINDS.includes(kind) || SYSTEM_EVENTS.includes(event);
}

const LOGGED = (Object.keys(EVENTS) as EventId[]).filter(isLogged);

/** Entries of the maintenance log before entry number `before` (null: the newest), newest first; at most 100. */
export async function maintenanceLog(
  records: Pick<Records, 'journalOfEvents' | 'journalSize'>,
  before: number | null,
): Promise<Result<LogEntry[], StorageProblem>> {
  const size = await records.journalSize();
  if (!size.ok) return size;
  const found: LogEntry[] = [];
  let end = Math.min(before ?? size.value + 1, size.value + 1);
  while (end > 1 && found.length < MOST) {
    const from = Math.max(1, end - SLICE);
    const read = await records.journalOfEvents(LOGGED, { from, before: end }, MOST - found.length);
    if (!read.ok) return read;
    found.push(...read.value.map(logEntry));
    end = from;
  }
  return ok(found);
}

function logEntry({ seq, at, actor, event, data }: JournalEntry): LogEntry {
  const text = data === null ? '' : canonicalJson(data);
  return { seq, at, by: actor, event, text: text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text };
}
