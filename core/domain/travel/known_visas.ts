import type { PresentedVisa } from '../clearance/travel_facts.ts';
import { foldNumber } from '../screening/fold.ts';
import type { VisaRecord } from './advance.ts';
import { differingFields, isOf, type Traveller } from './same_holder.ts';

/** An entry on record at this booth: a person let in, and on what. Days are YYYY-MM-DD. */
export interface OwnEntry {
  readonly day: string;
  /** Wall time, ms. */
  readonly at: number;
  readonly visa: {
    readonly number: string | null;
    readonly symbol: string;
    readonly validFrom: string;
    readonly validTo: string;
  } | null;
}

/** A record with its age: when the copy was closed, or when the centre said it (ms). */
export interface AgedVisa {
  readonly record: VisaRecord;
  readonly asOf: number;
}

/** The entries here on this very visa: by its number, else by its symbol and its days. */
function entriesOn(record: VisaRecord, entries: readonly OwnEntry[]): readonly OwnEntry[] {
  return entries.filter(({ visa }) => {
    if (visa === null) return false;
    if (visa.number !== null) return foldNumber(visa.number) === foldNumber(record.number);
    const { symbol, validFrom, validTo } = record;
    return visa.symbol === symbol && visa.validFrom === validFrom && visa.validTo === validTo;
  });
}

/**
 * How often it was used: as the register says, with the entries here that came after its word, and never less than those here.
 * Null where the register does not say and nothing happened here.
 */
function usedEntries({ record, asOf }: AgedVisa, here: readonly OwnEntry[]): number | null {
  const since = here.filter(({ at }) => at > asOf).length;
  if (record.usedEntries === null) return here.length === 0 ? null : here.length;
  return Math.max(record.usedEntries + since, here.length);
}

/**
 * The visas among these that are this person's, as they are presented: those of the document first. `gateListed` says of one
 * electronic visa whether it serves at this gate.
 */
export function visasOf(
  person: Traveller,
  found: readonly AgedVisa[],
  entries: readonly OwnEntry[],
  gateListed: (record: VisaRecord) => boolean | null,
): readonly (PresentedVisa & { readonly record: VisaRecord })[] {
  return found
    .filter(({ record }) => isOf(person, record.holder))
    .map((aged) => {
      const { record } = aged;
      const here = entriesOn(record, entries);
      const days = [record.lastUsed, ...here.map(({ day }) => day)].filter((day) => day !== null).sort();
      return {
        kind: record.kind,
        number: record.number,
        symbol: record.symbol,
        validFrom: record.validFrom,
        validTo: record.validTo,
        entries: record.entries,
        usedEntries: usedEntries(aged, here),
        lastUsed: days.at(-1) ?? null,
        gateListed: record.kind === 'EVISA' ? gateListed(record) : null,
        forged: false,
        holderMatches: differingFields(person, record.holder).length === 0,
        record,
      };
    })
    .sort((a, b) => Number(b.holderMatches) - Number(a.holderMatches) || b.validTo.localeCompare(a.validTo));
}
