const PREFIX_LENGTH = 4;
const PREFIX_WEIGHT = 0.1;

/** How many letters of `a` stand in `b` within the window, and how many of them out of order. */
function commonLetters(a: string, b: string): { readonly common: number; readonly outOfOrder: number } {
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const usedB = new Array<boolean>(b.length).fill(false);
  const lettersA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    const to = Math.min(b.length, i + window + 1);
    for (let j = Math.max(0, i - window); j < to; j++) {
      if (usedB[j] || a[i] !== b[j]) continue;
      usedB[j] = true;
      lettersA.push(b[j] ?? '');
      break;
    }
  }
  const lettersB = [...b].filter((_, j) => usedB[j]);
  const outOfOrder = lettersA.filter((letter, place) => letter !== lettersB[place]).length;
  return { common: lettersA.length, outOfOrder };
}

/** Jaro-Winkler similarity of two words, 0 (nothing in common) to 1 (equal). */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const { common, outOfOrder } = commonLetters(a, b);
  if (common === 0) return 0;
  const jaro = (common / a.length + common / b.length + (common - outOfOrder / 2) / common) / 3;
  let prefix = 0;
  while (prefix < PREFIX_LENGTH && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}
