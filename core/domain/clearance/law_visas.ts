import type { BasisFacts, Visa } from '../entry/facts.ts';
import { foldNumber } from '../screening/fold.ts';
import type { Given, Movement, PresentedVisa, TravelFacts } from './travel_facts.ts';

/** Entries that were made with a visa as far as this booth knows of them itself. */
function usesOf(visa: PresentedVisa, movements: readonly Movement[]): readonly Movement[] {
  const number = foldNumber(visa.number);
  return movements.filter(
    ({ direction, visaNumber }) => direction === 'arrival' && visaNumber != null && foldNumber(visaNumber) === number,
  );
}

function greater<T extends string | number>(a: T | null, b: T | null): T | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/**
 * One paper as all who speak of it say: the register's word on its days and entries, the officer's on the paper itself;
 * entries that either knows of, or that the booth saw, are used.
 */
function asOne(all: readonly Given<PresentedVisa>[], movements: readonly Movement[]): PresentedVisa {
  const [first, ...others] = [...all].sort((a, b) => Number(a.source === 'OFFICER') - Number(b.source === 'OFFICER'));
  if (first === undefined) throw new Error('a visa without anybody who speaks of it');
  let visa: PresentedVisa = first.value;
  for (const { value } of others) {
    visa = {
      ...visa,
      usedEntries: greater(visa.usedEntries, value.usedEntries),
      lastUsed: greater(visa.lastUsed, value.lastUsed),
      gateListed: visa.gateListed ?? value.gateListed,
      forged: visa.forged || value.forged,
      holderMatches: visa.holderMatches ?? value.holderMatches,
    };
  }
  const seen = usesOf(visa, movements);
  if (seen.length === 0) return visa;
  const last = seen.reduce((latest, { date }) => (date > latest ? date : latest), '');
  return { ...visa, usedEntries: greater(visa.usedEntries, seen.length), lastUsed: greater(visa.lastUsed, last) };
}

/** 0 first: good today; then without entries left; then of other days. */
function rank({ validFrom, validTo, entries, usedEntries }: PresentedVisa, day: string): number {
  if (day < validFrom || day > validTo) return 2;
  return entries === 'single' && (usedEntries ?? 0) > 0 ? 1 : 0;
}

function forLaw(visa: PresentedVisa): Visa {
  const { symbol, validFrom, validTo, entries, usedEntries, lastUsed, number, forged } = visa;
  return {
    ...{ symbol, validFrom, validTo, entries, number },
    ...(usedEntries === null ? {} : { usedEntries }),
    ...(lastUsed === null ? {} : { lastUsed }),
    ...(forged ? { forged } : {}),
  };
}

/**
 * The visa and the electronic visa on which the law is asked: of each kind the one that is nearest to holding. Papers that
 * are another person's are none. A paper said to be forged comes before all: who shows it is not asked for a better one.
 */
export function visasForLaw({ visas, movements }: TravelFacts, day: string): Pick<BasisFacts, 'visa' | 'evisa'> {
  const papers = new Map<string, Given<PresentedVisa>[]>();
  for (const given of visas) {
    const key = `${given.value.kind} ${foldNumber(given.value.number)}`;
    papers.set(key, [...(papers.get(key) ?? []), given]);
  }
  const whole = [...papers.values()]
    .map((all) => asOne(all, movements))
    .filter(({ holderMatches, forged }) => holderMatches !== false || forged)
    .sort(
      (a, b) =>
        Number(b.forged) - Number(a.forged) || rank(a, day) - rank(b, day) || b.validTo.localeCompare(a.validTo),
    );
  const visa = whole.find(({ kind, forged }) => kind === 'VISA' || forged);
  const evisa = whole.find((one) => one.kind === 'EVISA' && !one.forged);
  return {
    ...(visa === undefined ? {} : { visa: forLaw(visa) }),
    ...(evisa === undefined ? {} : { evisa: { ...forLaw(evisa), gate: evisa.gateListed ?? undefined } }),
  };
}
