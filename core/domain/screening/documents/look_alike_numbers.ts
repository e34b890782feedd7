/**
 * Document numbers that eye and OCR take for one another. The pairs are those of OCR-B print (core/domain/mrz) and
 * those of other typefaces and of handwriting, because a list is often keyed in from a report.
 */
const PAIRS = ['O0', 'Q0', 'D0', 'I1', 'L1', 'Z2', 'A4', 'S5', 'G6', 'T7', 'B8'];

const ALTERNATIVES = new Map<number, number[]>();
for (const pair of PAIRS) {
  const letter = pair.charCodeAt(0);
  const digit = pair.charCodeAt(1);
  ALTERNATIVES.set(letter, [digit]);
  ALTERNATIVES.set(digit, [...(ALTERNATIVES.get(digit) ?? []), letter]);
}
const NOTHING: readonly number[] = [];

/** More signs than these are not read wrongly in one number. */
const MOST_SUBSTITUTIONS = 2;
const MOST_CANDIDATES = 200;

/** Whether two folded numbers differ in one or two signs, each of which may be taken for the other. */
export function lookAlikeNumbers(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let differing = 0;
  for (let place = 0; place < one.length; place++) {
    const code = one.charCodeAt(place);
    if (code === other.charCodeAt(place)) continue;
    if (!(ALTERNATIVES.get(code) ?? NOTHING).includes(other.charCodeAt(place))) return false;
    differing++;
  }
  return differing > 0 && differing <= MOST_SUBSTITUTIONS;
}

/**
 * The numbers that a folded number may be instead: first those with one sign changed, then those with two, 200 at
 * most. `mayHold` leaves out signs that do not occur at a place, such as letters where an issuer prints digits only.
 */
export function lookAlikesOf(number: string, mayHold: (place: number, code: number) => boolean): string[] {
  const changes: { readonly place: number; readonly sign: string }[] = [];
  for (let place = 0; place < number.length; place++) {
    for (const code of ALTERNATIVES.get(number.charCodeAt(place)) ?? NOTHING) {
      if (mayHold(place, code)) changes.push({ place, sign: String.fromCharCode(code) });
    }
  }
  const changed = (text: string, { place, sign }: (typeof changes)[number]) =>
    text.slice(0, place) + sign + text.slice(place + 1);
  const found = changes.map((change) => changed(number, change));
  for (const [at, first] of changes.entries()) {
    for (const second of changes.slice(at + 1)) {
      if (found.length >= MOST_CANDIDATES) return found;
      if (second.place !== first.place) found.push(changed(changed(number, first), second));
    }
  }
  return found;
}
