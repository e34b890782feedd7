import type { MatchReason, MatchReasonCode } from './entry.ts';
import { align, newBoard } from './names/align.ts';
import { isLight, MOST_PARTS, type NamePart, namePart } from './names/name_part.ts';
import { LEVEL, LEVEL_REASON, partLevel } from './names/part_level.ts';
import { PLAIN, type Rarity, weightsBetweenScripts } from './names/weights.ts';
import type { PreparedName } from './prepared_query.ts';

/** How two names meet: the bits that speak for one person, and what they come from. */
export interface NameEvidence {
  /** The strictest description of the whole that holds. */
  readonly code: Extract<MatchReasonCode, `NAME_${string}`>;
  readonly bits: number;
  /** Every component of the one is a component of the other, equal or in another transliteration. */
  readonly allEqual: boolean;
  /** What the order of the parts takes off, in bits. */
  readonly disorder: number;
  /** What else the bits are made of; `points` are bits here. */
  readonly parts: readonly MatchReason[];
  readonly person: PreparedName;
  readonly entry: PreparedName;
}

/** What an alias that the list itself calls weak says less, in bits. */
const WEAK = 3;

const board = newBoard();

/** The rules that were used, by the person's part. */
function usedLevels(persons: number): number[] {
  const used: number[] = [];
  for (let i = 0; i < persons; i++) {
    const met = board.partner[i] as number;
    used.push(met < 0 ? -1 : (board.levels[i * MOST_PARTS + met] as number));
  }
  return used;
}

function describe(person: PreparedName, entry: PreparedName, used: readonly number[]): NameEvidence['code'] {
  const met = used.filter((level) => level >= 0);
  const complete = met.length === person.parts.length && met.length === entry.parts.length;
  if (complete && (person.otherScript || entry.otherScript) && board.alike) return 'NAME_OTHER_SCRIPT';
  if (complete && met.every((level) => level === LEVEL.EQUAL)) {
    const inOrder = used.every((_, place) => board.partner[place] === place);
    if (!inOrder) return 'NAME_REORDERED';
    return plain(person.written) === plain(entry.written) ? 'NAME_EQUAL' : 'NAME_EQUAL_WITHOUT_MARKS';
  }
  if (board.alike) return 'NAME_TRANSLITERATED';
  if (person.truncated && met.every((level) => level <= LEVEL.TRANSLITERATED || level === LEVEL.CUT)) {
    if (met.length === person.parts.length) return 'NAME_TRUNCATED';
  }
  const strict = met.every((level) => level <= LEVEL.TRANSLITERATED);
  const oneSided = met.length === person.parts.length || met.length === entry.parts.length;
  return strict && oneSided && met.length > 1 ? 'NAME_PART_MISSING' : 'NAME_SIMILAR';
}

const plain = (written: string) =>
  written
    .toUpperCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What every part gave or took, in bits that add up. `joined`: the asked name was parted otherwise to meet the entry's. */
function reasons(person: PreparedName, entry: PreparedName, used: readonly number[], joined: boolean): MatchReason[] {
  const met = new Set(board.partner.subarray(0, person.parts.length));
  const found: MatchReason[] = [];
  const alone: NamePart[] = [];
  person.parts.forEach((part, place) => {
    const level = used[place] as number;
    if (level < 0) {
      alone.push(part);
      return;
    }
    const other = (entry.parts[board.partner[place] as number] as NamePart).text;
    const code = joined && level === LEVEL.EQUAL ? 'NAME_PART_JOINED' : (LEVEL_REASON[level] as MatchReasonCode);
    found.push({ code, points: board.gained[place] as number, person: part.text, entry: other });
  });
  const others = entry.parts.filter((_, place) => !met.has(place));
  const against = Math.min(alone.length, others.length);
  const without = alone.length + others.length - against;
  // What is lost is shown on the parts without partner, in equal shares.
  const share = without === 0 ? 0 : -board.lost / without;
  alone.forEach((part, place) => {
    const other = others[place]?.text;
    found.push(
      other === undefined
        ? { code: 'NAME_PART_ONLY_PERSON', points: share, person: part.text }
        : { code: 'NAME_PART_CONTRADICTS', points: share, person: part.text, entry: other },
    );
  });
  for (const part of others.slice(against))
    found.push({ code: 'NAME_PART_ONLY_ENTRY', points: share, entry: part.text });
  if (entry.weak === true) found.push({ code: 'NAME_WEAK', points: -WEAK });
  if (board.common > 0) found.push({ code: 'NAME_COMMON', points: -board.common });
  return found;
}

/** Compares two names as they are parted. Null when no part meets another. */
function compare(person: PreparedName, entry: PreparedName, rarity: Rarity, joined: boolean): NameEvidence | null {
  const persons = person.parts.length;
  const entries = entry.parts.length;
  if (persons === 0 || entries === 0) return null;
  const { weights, cap } = rarity.weigh(person.parts, person.truncated);
  board.weights = person.otherScript === entry.otherScript ? weights : weightsBetweenScripts(weights);
  person.parts.forEach((part, i) => {
    board.personLight[i] = isLight(person.parts, i) ? 1 : 0;
    entry.parts.forEach((other, j) => {
      board.levels[i * MOST_PARTS + j] = partLevel(part, other, person.truncated);
    });
  });
  for (const j of entry.parts.keys()) board.entryLight[j] = isLight(entry.parts, j) ? 1 : 0;
  const bits = align(board, persons, entries, cap, person.truncated);
  if (bits === Number.NEGATIVE_INFINITY) return null;
  const used = usedLevels(persons);
  return {
    code: describe(person, entry, used),
    bits: entry.weak === true ? bits - WEAK : bits,
    allEqual: board.alike,
    disorder: board.disorder,
    parts: reasons(person, entry, used, joined),
    person,
    entry,
  };
}

/** The asked name parted as the entry's is, where they part the same letters otherwise (ABDUL RAHMAN, ABDULRAHMAN). */
function partedAlike(person: PreparedName, entry: PreparedName): PreparedName | null {
  const words = new Set(entry.parts.map((part) => part.text));
  for (const [place, part] of person.parts.entries()) {
    const next = person.parts[place + 1];
    if (next && words.has(part.text + next.text)) {
      return { ...person, parts: person.parts.toSpliced(place, 2, namePart(part.text + next.text)) };
    }
    for (const [at, first] of entry.parts.entries()) {
      const second = entry.parts[at + 1];
      if (second && first.text + second.text === part.text && person.parts.length < MOST_PARTS) {
        return { ...person, parts: person.parts.toSpliced(place, 1, first, second) };
      }
    }
  }
  return null;
}

/** How two names meet, parts rare on the list weighing more; null when they have nothing in common. */
export function nameEvidence(person: PreparedName, entry: PreparedName, rarity: Rarity = PLAIN): NameEvidence | null {
  const asWritten = compare(person, entry, rarity, false);
  const other = partedAlike(person, entry);
  const parted = other && compare(other, entry, rarity, true);
  return parted && (!asWritten || parted.bits > asWritten.bits) ? parted : asWritten;
}

/** The pair of several spellings of the person and several names of the entry that says most. */
export function bestNameEvidence(
  persons: readonly PreparedName[],
  entries: readonly PreparedName[],
  rarity: Rarity = PLAIN,
): NameEvidence | null {
  let best: NameEvidence | null = null;
  for (const person of persons) {
    for (const entry of entries) {
      const evidence = nameEvidence(person, entry, rarity);
      if (evidence && (!best || evidence.bits > best.bits)) best = evidence;
    }
  }
  return best;
}

/** How alike two written names are without a list, 0 (nothing in common) to 1 (equal in every part). */
export function compareNames(persons: readonly PreparedName[], entries: readonly PreparedName[]): number {
  const best = bestNameEvidence(persons, entries);
  if (!best || best.bits <= 0) return 0;
  const whole = Math.min(selfBits(best.person), selfBits(best.entry));
  return Math.min(1, best.bits / whole);
}

const selfBits = (name: PreparedName) => nameEvidence({ ...name, truncated: false }, name)?.bits ?? 1;
