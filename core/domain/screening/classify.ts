import { BIRTH, BIRTH_BITS, BIRTH_CODE, birthEqual, nearestBirthDate } from './birth_evidence.ts';
import type { MatchClass, MatchReason, ScreeningQuery, WatchlistEntry } from './entry.ts';
import { foldIssuer } from './fold.ts';
import { bestNameEvidence, type NameEvidence } from './name_evidence.ts';
import { PLAIN, type Rarity } from './names/weights.ts';
import { writtenName } from './names/written_name.ts';
import { CERTAIN_POINTS, numberEvidence } from './number_evidence.ts';
import { type PreparedName, type PreparedQuery, prepareNames } from './prepared_query.ts';
import { bitsForNationality, bitsForSex } from './traits.ts';

export type { PreparedQuery } from './prepared_query.ts';
export { prepareQuery } from './prepared_query.ts';

/** What an entry that matched is worth: `why` adds up to `score`. */
export interface Judgement {
  readonly matchClass: MatchClass;
  readonly score: number;
  readonly threshold: number;
  readonly why: readonly MatchReason[];
}

/** Points of the scale of 100 for each bit of evidence: 40 bits are as good as a number. */
const POINTS_PER_BIT = 2.5;
const points = (bits: number) => Math.min(CERTAIN_POINTS, Math.round(bits * POINTS_PER_BIT));

/** Whether an entry is in force on a day; bounds may be known by year or month only. */
export function inForce(entry: WatchlistEntry, on: string): boolean {
  const { validFrom, validTo } = entry;
  if (validFrom && on.slice(0, validFrom.length) < validFrom) return false;
  return !(validTo && on.slice(0, validTo.length) > validTo);
}

const SEXES = { M: 1, F: 2, X: 0 } as const;

function sexReason(query: ScreeningQuery, entry: WatchlistEntry): MatchReason[] {
  const person = query.sex ? SEXES[query.sex] : 0;
  const other = entry.sex ? SEXES[entry.sex] : 0;
  const bits = bitsForSex(person, other);
  if (bits === 0 || !query.sex || !entry.sex) return [];
  return [{ code: bits > 0 ? 'SEX_EQUAL' : 'SEX_DIFFERENT', points: bits, person: query.sex, entry: entry.sex }];
}

function nationalityReason(query: ScreeningQuery, entry: WatchlistEntry): MatchReason[] {
  const known = entry.nationalities ?? [];
  if (!query.nationality || known.length === 0) return [];
  const person = foldIssuer(query.nationality);
  const same = known.map(foldIssuer).includes(person);
  const bits = bitsForNationality(1, same ? 1 : 2);
  return [{ code: same ? 'NATIONALITY_EQUAL' : 'NATIONALITY_DIFFERENT', points: bits, person, entry: known.join(' ') }];
}

/** Bits become points that add up: each reason takes what the running sum grew by, so that rounding is never lost. */
function inPoints(reasons: readonly MatchReason[]): MatchReason[] {
  let bits = 0;
  let shown = 0;
  return reasons.map((reason) => {
    bits += reason.points;
    const upTo = points(bits);
    const share = upTo - shown;
    shown = upTo;
    return { ...reason, points: share };
  });
}

function headOf(name: NameEvidence): MatchReason {
  return { code: name.code, points: -name.disorder, person: name.person.written, entry: name.entry.written };
}

function certain(reason: MatchReason, others: readonly MatchReason[]): Judgement {
  // A number that is equal needs no help: the rest is shown, and weighs nothing.
  const why = [reason, ...others.map((other) => ({ ...other, points: 0 }))];
  return { matchClass: 'CERTAIN', score: reason.points, threshold: CERTAIN_POINTS, why };
}

/** Weighs name, birth date, sex and nationality; null below the limit. All reasons but the numbers' are in bits here. */
function byName(prepared: PreparedQuery, entry: WatchlistEntry, name: NameEvidence, rarity: Rarity) {
  const { query } = prepared;
  const { met, date } = nearestBirthDate(query.birthDate, entry);
  const alone = met === BIRTH.DIFFERENT && query.nameAlone === true;
  const birth: MatchReason = {
    code: BIRTH_CODE[met] as MatchReason['code'],
    points: alone ? 0 : (BIRTH_BITS[met] as number),
    ...(query.birthDate === undefined ? {} : { person: query.birthDate }),
    ...(date === undefined ? {} : { entry: date }),
  };
  const traits = [...sexReason(query, entry), ...nationalityReason(query, entry)];
  const probable = name.allEqual && birthEqual(met);
  const raw = name.bits + birth.points;
  // Name and birth date equal are a hit however common the name (vocabulary E7, PROBABLE).
  const base = probable ? Math.max(raw, rarity.limit) : raw;
  const raised: MatchReason = { ...birth, points: birth.points + base - raw };
  const possible = met !== BIRTH.DIFFERENT || alone;
  const reasons = [headOf(name), ...name.parts, raised, ...notExcluding(base, traits, rarity.limit)];
  const bits = reasons.reduce((sum, reason) => sum + reason.points, 0);
  return { reasons, bits, hit: possible && Math.max(base, bits) >= rarity.limit, probable };
}

/** Sex and nationality raise or lower, but what name and birth date have made a hit stays one (vocabulary E7). */
function notExcluding(base: number, traits: readonly MatchReason[], limit: number): MatchReason[] {
  let bits = base;
  // What speaks for the person comes first, so that it counts against what speaks against.
  const ordered = [...traits].sort((a, b) => b.points - a.points);
  return ordered.map((reason) => {
    const least = base >= limit ? limit - bits : Number.NEGATIVE_INFINITY;
    const allowed = Math.max(reason.points, Math.min(0, least));
    bits += allowed;
    return { ...reason, points: allowed };
  });
}

/**
 * Weighs one entry against the person at the desk (classes of vocabulary E7). Null when it is not in force on the day
 * or does not reach the list's limit.
 */
export function judge(prepared: PreparedQuery, entry: WatchlistEntry, rarity: Rarity = PLAIN): Judgement | null {
  if (!inForce(entry, prepared.query.on)) return null;
  const number = numberEvidence(prepared.query, entry);
  const name = bestNameEvidence(prepared.names, preparedNames(entry), rarity);
  const weighed = name && byName(prepared, entry, name, rarity);
  if (number?.points === CERTAIN_POINTS) return certain(number, weighed?.reasons ?? []);
  const threshold = points(rarity.limit);
  if (!weighed?.hit) {
    // The number alone, its issuer unknown, makes a possible hit; beside a name it adds what is left to full marks.
    return number && { matchClass: 'POSSIBLE', score: number.points, threshold, why: [number] };
  }
  const why = inPoints(weighed.reasons);
  const score = points(weighed.bits);
  const matchClass = weighed.probable ? 'PROBABLE' : 'POSSIBLE';
  if (!number) return { matchClass, score, threshold, why };
  return { matchClass, score: CERTAIN_POINTS, threshold, why: [{ ...number, points: CERTAIN_POINTS - score }, ...why] };
}

/** The names of an entry, with their Latin spellings, made ready to be compared. */
export function preparedNames(entry: WatchlistEntry): PreparedName[] {
  return entry.names.flatMap((name) => {
    const prepared = prepareNames(writtenName(name));
    return name.weak === true ? prepared.map((one) => ({ ...one, weak: true })) : prepared;
  });
}
