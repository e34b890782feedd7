import { matchBirthDates } from './birth_date_match.ts';
import type { MatchClass, MatchReason, MatchReasonCode, ScreeningQuery, WatchlistEntry } from './entry.ts';
import { foldIssuer, foldNumber } from './fold.ts';
import { bestNameMatch, type NameMatch, type PreparedName, prepareName, queryName, writtenName } from './name_match.ts';

/** The score from which a person of similar name is shown as a possible hit. */
export const POSSIBLE_FROM = 60;

/** What an entry that matched is worth: `why` adds up to `score`. */
export interface Judgement {
  readonly matchClass: MatchClass;
  readonly score: number;
  readonly threshold: number;
  readonly why: readonly MatchReason[];
}

/** A query made ready once for many entries. */
export interface PreparedQuery {
  readonly query: ScreeningQuery;
  readonly name: PreparedName;
}

export function prepareQuery(query: ScreeningQuery): PreparedQuery {
  return { query, name: queryName(query) };
}

const POINTS: Readonly<Partial<Record<MatchReasonCode, number>>> = {
  NAME_EQUAL: 62,
  NAME_EQUAL_WITHOUT_MARKS: 61,
  NAME_REORDERED: 60,
  NAME_TRANSLITERATED: 60,
  NAME_TRUNCATED: 50,
  BIRTH_DATE_EQUAL: 28,
  BIRTH_DATE_SWAPPED: 18,
  BIRTH_DATE_PARTIAL: 16,
  BIRTH_DATE_NEAR: 8,
  BIRTH_DATE_UNKNOWN: 0,
  BIRTH_DATE_DIFFERENT: -40,
  SEX_EQUAL: 5,
  SEX_DIFFERENT: -10,
  NATIONALITY_EQUAL: 5,
  NATIONALITY_DIFFERENT: -5,
};

/** A document number alone, its issuer unknown on one side. */
const NUMBER_WITHOUT_ISSUER = 70;

function namePoints(match: NameMatch): number {
  const fixed = POINTS[match.code];
  if (fixed !== undefined) return fixed;
  if (match.code === 'NAME_PART_MISSING') return Math.round(48 * match.similarity);
  return Math.max(0, Math.round(((match.similarity - 0.7) / 0.3) * 55));
}

/** Whether an entry is in force on a day; bounds may be known by year or month only. */
export function inForce(entry: WatchlistEntry, on: string): boolean {
  const { validFrom, validTo } = entry;
  if (validFrom && on.slice(0, validFrom.length) < validFrom) return false;
  return !(validTo && on.slice(0, validTo.length) > validTo);
}

function numberReason(query: ScreeningQuery, entry: WatchlistEntry): MatchReason | null {
  if (query.personalNumber && entry.personalNumber) {
    const person = foldNumber(query.personalNumber);
    if (person !== '' && person === foldNumber(entry.personalNumber)) {
      return { code: 'PERSONAL_NUMBER_EQUAL', points: 100, person, entry: person };
    }
  }
  const number = foldNumber(query.documentNumber ?? '');
  if (number === '') return null;
  const issuer = foldIssuer(query.issuer ?? '');
  let found: MatchReason | null = null;
  for (const document of entry.documents ?? []) {
    if (foldNumber(document.number) !== number) continue;
    const other = foldIssuer(document.issuer);
    if (issuer !== '' && other === issuer) {
      return { code: 'DOCUMENT_EQUAL', points: 100, person: `${issuer}:${number}`, entry: `${other}:${number}` };
    }
    if (issuer === '' || other === '' || other === 'XXX') {
      found = { code: 'DOCUMENT_EQUAL', points: NUMBER_WITHOUT_ISSUER, person: number, entry: number };
    }
  }
  return found;
}

function sexReason(query: ScreeningQuery, entry: WatchlistEntry): MatchReason | null {
  if (!query.sex || !entry.sex || query.sex === 'X' || entry.sex === 'X') return null;
  const code = query.sex === entry.sex ? 'SEX_EQUAL' : 'SEX_DIFFERENT';
  return { code, points: POINTS[code] ?? 0, person: query.sex, entry: entry.sex };
}

function nationalityReason(query: ScreeningQuery, entry: WatchlistEntry): MatchReason | null {
  const known = entry.nationalities ?? [];
  if (!query.nationality || known.length === 0) return null;
  const person = foldIssuer(query.nationality);
  const code = known.map(foldIssuer).includes(person) ? 'NATIONALITY_EQUAL' : 'NATIONALITY_DIFFERENT';
  return { code, points: POINTS[code] ?? 0, person, entry: known.join(' ') };
}

function birthDateReason(query: ScreeningQuery, entry: WatchlistEntry): MatchReason {
  const code = matchBirthDates(query.birthDate, entry.birthDate);
  return {
    code,
    points: POINTS[code] ?? 0,
    ...(query.birthDate === undefined ? {} : { person: query.birthDate }),
    ...(entry.birthDate === undefined ? {} : { entry: entry.birthDate }),
  };
}

const total = (why: readonly MatchReason[]) => why.reduce((sum, reason) => sum + reason.points, 0);

/** Sex and nationality raise or lower, but what name and birth date have made a hit stays one (vocabulary E7). */
function withoutExcluding(base: number, reasons: readonly MatchReason[]): MatchReason[] {
  let score = base;
  return reasons.map((reason) => {
    const floor = base >= POSSIBLE_FROM ? POSSIBLE_FROM : 0;
    const points = Math.max(reason.points, Math.min(0, floor - score));
    score += points;
    return { ...reason, points };
  });
}

function certain(reason: MatchReason, others: readonly MatchReason[]): Judgement {
  // A number that is equal needs no help: the rest is shown, and weighs nothing.
  const why = [reason, ...others.map((other) => ({ ...other, points: 0 }))];
  return { matchClass: 'CERTAIN', score: reason.points, threshold: 100, why };
}

/**
 * Weighs one entry against the person at the desk (classes of vocabulary E7). Null when it is not in force on the day
 * or does not reach the limit.
 */
export function judge(prepared: PreparedQuery, entry: WatchlistEntry, names = preparedNames(entry)): Judgement | null {
  const { query, name } = prepared;
  if (!inForce(entry, query.on)) return null;
  const byNumber = numberReason(query, entry);
  const best = bestNameMatch(name, names);
  const nameReason: MatchReason[] = best
    ? [{ code: best.match.code, points: namePoints(best.match), person: name.written, entry: best.name.written }]
    : [];
  const birth = birthDateReason(query, entry);
  const others = [sexReason(query, entry), nationalityReason(query, entry)].filter((reason) => reason !== null);
  if (byNumber?.points === 100) return certain(byNumber, best ? [...nameReason, birth, ...others] : []);
  const byName = best ? judgeByName(best.match, [...nameReason, birth], others) : null;
  if (!byNumber) return byName;
  // The number alone, its issuer unknown, makes a possible hit; beside a name it adds what is left to full marks.
  if (!byName) return { matchClass: 'POSSIBLE', score: byNumber.points, threshold: POSSIBLE_FROM, why: [byNumber] };
  const added = { ...byNumber, points: 100 - byName.score };
  return { ...byName, score: 100, why: [added, ...byName.why] };
}

function judgeByName(match: NameMatch, main: readonly MatchReason[], others: readonly MatchReason[]): Judgement | null {
  const why = [...main, ...withoutExcluding(total(main), others)];
  const score = total(why);
  if (score < POSSIBLE_FROM) return null;
  const probable = match.allEqual && main.some((reason) => reason.code === 'BIRTH_DATE_EQUAL');
  return { matchClass: probable ? 'PROBABLE' : 'POSSIBLE', score, threshold: POSSIBLE_FROM, why };
}

export function preparedNames(entry: WatchlistEntry): PreparedName[] {
  return entry.names.map((name) => prepareName(writtenName(name)));
}
