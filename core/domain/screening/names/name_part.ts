import { nameTokens, variantKey } from '../fold.ts';
import { soundOutline } from '../scripts/sound_outline.ts';
import { letterMask, unitsOf } from './edit_distance.ts';

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
  /** Often left out or added (BIN, VAN, DE): its absence says little. */
  readonly light: boolean;
}

/** Longer names are judged by their first parts. */
export const MOST_PARTS = 12;

/** Outlines of fewer consonants join half of a dictionary. */
const LEAST_OUTLINE = 3;

const LIGHT = new Set(
  'AL EL AD AR AS AN UL BIN BINTI BINT IBN BEN OULD BIBI VAN VON DER DEN DE DA DO DOS DAS DEL DI DU LA LE LES MC MAC ST SAN Y E I THI VAN SRI ABU UMM HAJI JR SR'.split(
    ' ',
  ),
);

export function namePart(text: string): NamePart {
  const units = unitsOf(text);
  const sound = soundOutline(text);
  return {
    text,
    units,
    letters: letterMask(units, 0, units.length),
    variant: variantKey(text),
    sound: sound.length >= LEAST_OUTLINE ? sound : '',
    light: LIGHT.has(text),
  };
}

/** The parts of a name in Latin letters, in the order in which they are written. */
export function nameParts(written: string): NamePart[] {
  return nameTokens(written).slice(0, MOST_PARTS).map(namePart);
}
