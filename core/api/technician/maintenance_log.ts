import type { LogEntry } from '../../../contract/technician_view.ts';
import { EVENTS, type EventId } from '../../domain/audit/events.ts';
import { canonicalJson } from '../../domain/canonical_json.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { JournalEntry, Records, StorageProblem } from '../../ports/records.ts';

/** The kinds of events a technician may read; each must hold nothing of a traveller, which a test makes sure of. */
export const LOGGED_KINDS: readonly string[] = ['maintenance', 'device'];
const SYSTEM_EVENTS: readonly EventId[] = ['BOOTH_STARTED', 'BOOTH_STOPPED', 'CONNECTION_CHANGED', 'STORE_SET_ASIDE'];

const MOST = 100;
const PAGE = 500;
/** So far back is looked for entries in one call; a busy lane writes some fifteen for each traveller. */
const PAGES = 200;
const MOST_TEXT = 400;

/** Whether an event belongs into the maintenance log. An event that holds traveller data never does. */
export function isLogged(event: EventId): boolean {
  const { kind, holds } = EVENTS[event];
  if (holds === 'traveller') return false;
  return LOGGED_KINDS.includes(kind) || SYSTEM_EVENTS.includes(event);
}

/** Entries of the maintenance log before entry number `before` (null: the newest), newest first; at most 100. */
export async function maintenanceLog(
  records: Records,
  before: number | null,
): Promise<Result<LogEntry[], StorageProblem>> {
  const size = await records.journalSize();
  if (!size.ok) return size;
  const found: LogEntry[] = [];
  let end = Math.min(before ?? size.value + 1, size.value + 1);
  for (let page = 0; page < PAGES && end > 1 && found.length < MOST; page += 1) {
    const from = Math.max(1, end - PAGE);
    const read = await records.exportJournal(from, end - from);
    if (!read.ok) return read;
    found.push(
      ...read.value
        .filter(({ event }) => isKnown(event) && isLogged(event))
        .map(logEntry)
        .reverse(),
    );
    end = from;
  }
  return ok(found.slice(0, MOST));
}

/** A journal of a later version may hold events that this one does not know. */
const isKnown = (event: string): event is EventId => Object.hasOwn(EVENTS, event);

function logEntry({ seq, at, actor, event, data }: JournalEntry): LogEntry {
  const text = data === null ? '' : canonicalJson(data);
  return { seq, at, by: actor, event, text: text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text };
}
