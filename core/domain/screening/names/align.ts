import { MOST_PARTS } from './name_part.ts';
import { LEVEL, LEVELS } from './part_level.ts';

/**
 * Parts of one culture come together (who is called NGUYEN is often called VAN too), so each part after the first says
 * less than it would alone.
 */
export const TOGETHER = 2;
const LEAST = 0.4;
/** A part on either side that has none on the other. */
export const MISSING = 1.6;
export const MISSING_LIGHT = 0.4;
/** Two parts that stand against each other. */
const CONTRADICTION = 5;
/** The parts stand in another order than by moving the family name. */
const DISORDER = 0.5;

/** What `align` reads and writes: one comparison is done before the next begins. */
export interface Board {
  /** The rule by which part i of the person meets part j of the entry, at i * MOST_PARTS + j; -1 for none. */
  readonly levels: Int8Array;
  /** Bits of part i of the person at each rule, at i * LEVELS + level. */
  weights: Float64Array;
  readonly personLight: Uint8Array;
  readonly entryLight: Uint8Array;
  /** Written: the entry's part that met part i, or -1. */
  readonly partner: Int8Array;
  /** Written: the bits that this meeting gave. */
  readonly gained: Float64Array;
  /** Written: every part met another as equal or as a transliteration of it. */
  alike: boolean;
  /** Written: bits taken off because the whole name is common, because of the order, and for parts without partner. */
  common: number;
  disorder: number;
  lost: number;
}

export function newBoard(): Board {
  return {
    levels: new Int8Array(MOST_PARTS * MOST_PARTS),
    weights: new Float64Array(MOST_PARTS * LEVELS),
    personLight: new Uint8Array(MOST_PARTS),
    entryLight: new Uint8Array(MOST_PARTS),
    partner: new Int8Array(MOST_PARTS),
    gained: new Float64Array(MOST_PARTS),
    alike: false,
    common: 0,
    disorder: 0,
    lost: 0,
  };
}

/** Bits that a meeting gives as the n-th, best first. */
function shared(bits: number, place: number): number {
  return place === 0 ? bits : Math.max(LEAST, bits - TOGETHER);
}

function missing(light: Uint8Array, taken: (place: number) => boolean, size: number, spare: number): number {
  let heavy = 0;
  let lights = 0;
  for (let place = 0; place < size; place++) {
    if (taken(place)) continue;
    if (light[place] === 1) lights++;
    else heavy++;
  }
  // Those that stand against a part of the other side are counted there: the heavy ones first.
  const heavyLeft = Math.max(0, heavy - spare);
  const lightLeft = Math.max(0, lights - Math.max(0, spare - heavy));
  return heavyLeft * MISSING + lightLeft * MISSING_LIGHT;
}

function disorder(partner: Int8Array, size: number): number {
  let breaks = 0;
  let last = -1;
  for (let place = 0; place < size; place++) {
    const met = partner[place] as number;
    if (met < 0) continue;
    if (met < last) breaks++;
    last = met;
  }
  return breaks > 1 ? DISORDER : 0;
}

/** What the parts without partner take off. */
function missed(board: Board, persons: number, entries: number, met: number, taken: number, cut: boolean): number {
  const against = Math.min(persons - met, entries - met);
  let lost = against * CONTRADICTION;
  lost += missing(board.personLight, (place) => board.partner[place] !== -1, persons, against);
  if (!cut) lost += missing(board.entryLight, (place) => (taken & (1 << place)) !== 0, entries, against);
  return lost;
}

/** The open pair of parts that says most, as person * MOST_PARTS + entry; -1 when none is left. */
function bestPair(board: Board, persons: number, entries: number, taken: number): number {
  const { levels, weights, partner } = board;
  let best = 0;
  let pair = -1;
  for (let i = 0; i < persons; i++) {
    if (partner[i] !== -1) continue;
    for (let j = 0; j < entries; j++) {
      const level = levels[i * MOST_PARTS + j] as number;
      if (level < 0 || (taken & (1 << j)) !== 0) continue;
      const weight = weights[i * LEVELS + level] as number;
      if (weight <= best) continue;
      best = weight;
      pair = i * MOST_PARTS + j;
    }
  }
  return pair;
}

/**
 * The weight of evidence, in bits, that two names are one: each part of the person meets the part of the entry with
 * which it says most; what is left over speaks against. `cap` bounds names that are equal in every part, by how common
 * the whole name is. -Infinity when no part meets. `cut`: the person's name may have lost parts at its end.
 */
export function align(board: Board, persons: number, entries: number, cap: number, cut: boolean): number {
  const { levels, weights, partner, gained } = board;
  for (let i = 0; i < persons; i++) partner[i] = -1;
  let taken = 0;
  let met = 0;
  let bits = 0;
  let alike = true;
  for (;;) {
    const pair = bestPair(board, persons, entries, taken);
    if (pair < 0) break;
    const person = Math.floor(pair / MOST_PARTS);
    const level = levels[pair] as number;
    partner[person] = pair % MOST_PARTS;
    taken |= 1 << (pair % MOST_PARTS);
    gained[person] = shared(weights[person * LEVELS + level] as number, met);
    bits += gained[person] as number;
    alike &&= level <= LEVEL.TRANSLITERATED;
    met++;
  }
  if (met === 0) return Number.NEGATIVE_INFINITY;
  const complete = met === persons && met === entries;
  board.alike = alike && complete;
  board.common = board.alike ? Math.max(0, bits - cap) : 0;
  board.disorder = disorder(partner, persons);
  board.lost = complete ? 0 : missed(board, persons, entries, met, taken, cut);
  return bits - board.common - board.disorder - board.lost;
}
