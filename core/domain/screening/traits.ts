/** Weight of evidence of sex and nationality, in bits: each is often wrong on lists, and neither may exclude a person. */
const SEX_SAME = 0.8;
const SEX_OTHER = -3;
const STATE_SAME = 1;
const STATE_OTHER = -1.5;

/** The most that both can add. */
export const MOST_TRAIT_BITS = SEX_SAME + STATE_SAME;

/** Sexes as numbers, 0 for unknown. */
export function bitsForSex(person: number, entry: number): number {
  if (person === 0 || entry === 0) return 0;
  return person === entry ? SEX_SAME : SEX_OTHER;
}

/** States as numbers, 0 for unknown or several. */
export function bitsForNationality(person: number, entry: number): number {
  if (person === 0 || entry === 0) return 0;
  return person === entry ? STATE_SAME : STATE_OTHER;
}
