import { nameTokens, variantKey } from '../fold.ts';
import { soundOutline } from '../scripts/sound_outline.ts';
import { letterMask, unitsOf } from './edit_distance.ts';
import { titleOrParticle } from './titles.ts';

/** One word of a name, made ready once to be compared often. */
export interface NamePart {
  /** Folded: capital letters without marks. */
  readonly text: string;
  readonly units: Uint16Array;
  readonly letters: number;
  /** One form for all ways in which states transliterate it. */
  readonly variant: string;
  /** How it sounds, in outline; empty where that says too little. */
  readonly sound: string;
  /** A title or particle, often left out or added (DR, BIN, VAN, DE): its absence says little. */
  readonly light: boolean;
}

/** Longer names are judged by their first parts. */
export const MOST_PARTS = 12;

/** Outlines of fewer consonants join half of a dictionary. */
const LEAST_OUTLINE = 3;

/** Middle words of nearly every Vietnamese name, which say the sex and little else. */
const MIDDLE_WORDS = new Set(['THI', 'VAN']);

export function namePart(text: string): NamePart {
  const units = unitsOf(text);
  const sound = soundOutline(text);
  return {
    text,
    units,
    letters: letterMask(units, 0, units.length),
    variant: variantKey(text),
    sound: sound.length >= LEAST_OUTLINE ? sound : '',
    light: titleOrParticle(text) !== null || MIDDLE_WORDS.has(text),
  };
}

/** The folded words of a name without titles; a name that is nothing but titles keeps them. */
export function nameWords(written: string): string[] {
  const words = nameTokens(written);
  const names = words.filter((word) => titleOrParticle(word) !== 'TITLE');
  return (names.length > 0 ? names : words).slice(0, MOST_PARTS);
}

/** The parts of a name in Latin letters, in the order in which they are written. */
export function nameParts(written: string): NamePart[] {
  return nameWords(written).map(namePart);
}

/** Whether a part says little when it has no partner: a light one, or one that the name holds twice. */
export function isLight(parts: readonly NamePart[], place: number): boolean {
  const part = parts[place] as NamePart;
  return part.light || parts.some((other, at) => at < place && other.text === part.text);
}
