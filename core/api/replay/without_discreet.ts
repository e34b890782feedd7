import type { JournalEntry, Json } from '../../ports/records.ts';

/** Entries that tell of discreet hits, whether any answered or none. They are in no replay, whoever looks. */
const DISCREET_EVENTS = /^(DISCREET_|SILENT_)/;

const isPlain = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDiscreet = (value: Json): boolean =>
  isPlain(value) && (value.kind === 'DISCREET' || value.action === 'DISCREET' || value.discreet === true);

/** The names of lists that an entry says are discreet. */
function discreetLists(value: Json, names: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) discreetLists(one, names);
  if (!isPlain(value)) return;
  if (isDiscreet(value) && typeof value.list === 'string') names.add(value.list);
  for (const one of Object.values(value)) discreetLists(one, names);
}

/** Seals prove, and tell a reader nothing; what was asked in a search stands under `redacted`. */
const LEFT_OUT = ['sealed', 'redacted', 'discreet'];

function covered(value: Json, names: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return value.filter((one) => !isDiscreet(one)).map((one: Json) => covered(one, names));
  if (typeof value === 'string') {
    const parts = value.split(' ');
    const kept = parts.filter((part) => !names.has(part.split(/[@/]/)[0] ?? ''));
    return kept.length === parts.length ? value : kept.join(' ');
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, one]) => !LEFT_OUT.includes(key) && !isDiscreet(one))
      .map(([key, one]) => [key, covered(one, names)]),
  );
}

/** The entries of a case without a trace of discreet lists; their numbers and hashes stay as they are. */
export function withoutDiscreet(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const names = new Set<string>();
  for (const { data } of entries) discreetLists(data, names);
  return entries
    .filter(({ event }) => !DISCREET_EVENTS.test(event))
    .map((entry) => ({ ...entry, data: covered(entry.data, names) }));
}
