const PREFIX = 4;
const LONGEST = 256;
const usedB = new Uint8Array(LONGEST);
const common = new Uint16Array(LONGEST);

/** Jaro-Winkler similarity of two words as UTF-16 codes: what `core/domain/screening/jaro_winkler.ts` gives, without garbage. */
export function typedJaroWinkler(
  a: Uint16Array,
  lengthA: number,
  b: Uint16Array,
  fromB: number,
  lengthB: number,
): number {
  if (lengthA === 0 || lengthB === 0) return 0;
  const window = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  usedB.fill(0, 0, lengthB);
  let found = 0;
  for (let i = 0; i < lengthA; i++) {
    const code = a[i] as number;
    const to = Math.min(lengthB, i + window + 1);
    for (let j = Math.max(0, i - window); j < to; j++) {
      if (usedB[j] !== 0 || b[fromB + j] !== code) continue;
      usedB[j] = 1;
      common[found++] = code;
      break;
    }
  }
  if (found === 0) return 0;
  let outOfOrder = 0;
  let at = 0;
  for (let j = 0; j < lengthB; j++) {
    if (usedB[j] !== 0 && common[at++] !== b[fromB + j]) outOfOrder++;
  }
  const jaro = (found / lengthA + found / lengthB + (found - outOfOrder / 2) / found) / 3;
  let prefix = 0;
  while (prefix < PREFIX && prefix < lengthA && prefix < lengthB && a[prefix] === b[fromB + prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

export function codesOf(text: string): Uint16Array {
  return Uint16Array.from(text.slice(0, LONGEST), (letter) => letter.charCodeAt(0));
}
