/** Rows of the table of distances; names are short, and one comparison is done before the next begins. */
const WIDTH = 64;
const rows = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)] as const;

/** The table for what is left between equal beginnings and ends. Lengths below `WIDTH`. */
function table(a: Uint16Array, aFrom: number, aLength: number, b: Uint16Array, bFrom: number, bLength: number): number {
  let before: Uint8Array = rows[0];
  let above: Uint8Array = rows[1];
  let row: Uint8Array = rows[2];
  for (let j = 0; j <= bLength; j++) above[j] = j;
  for (let i = 1; i <= aLength; i++) {
    row[0] = i;
    const letter = a[aFrom + i - 1] as number;
    const last = i > 1 ? (a[aFrom + i - 2] as number) : -1;
    for (let j = 1; j <= bLength; j++) {
      const other = b[bFrom + j - 1] as number;
      let least = (above[j - 1] as number) + (letter === other ? 0 : 1);
      if ((above[j] as number) + 1 < least) least = (above[j] as number) + 1;
      if ((row[j - 1] as number) + 1 < least) least = (row[j - 1] as number) + 1;
      if (last === other && j > 1 && letter === b[bFrom + j - 2] && (before[j - 2] as number) + 1 < least) {
        least = (before[j - 2] as number) + 1;
      }
      row[j] = least;
    }
    const done = before;
    before = above;
    above = row;
    row = done;
  }
  return above[bLength] as number;
}

/**
 * How many letters must be changed, left out, added or exchanged with their neighbour to make one word of the other
 * (optimal string alignment), or `most + 1` when it is more than `most`. Words are code units from a place in an array,
 * so that a dictionary need not be cut into strings.
 */
export function distanceWithin(
  a: Uint16Array,
  aStart: number,
  aSize: number,
  b: Uint16Array,
  bStart: number,
  bSize: number,
  most: number,
): number {
  if (Math.abs(aSize - bSize) > most) return most + 1;
  let aFrom = aStart;
  let bFrom = bStart;
  let aLength = aSize;
  let bLength = bSize;
  while (aLength > 0 && bLength > 0 && a[aFrom] === b[bFrom]) {
    aFrom++;
    bFrom++;
    aLength--;
    bLength--;
  }
  while (aLength > 0 && bLength > 0 && a[aFrom + aLength - 1] === b[bFrom + bLength - 1]) {
    aLength--;
    bLength--;
  }
  if (aLength === 0 || bLength === 0) return Math.min(most + 1, aLength + bLength);
  if (aLength === 1 && bLength === 1) return 1;
  if (most === 1) {
    const exchanged = aLength === 2 && bLength === 2 && a[aFrom] === b[bFrom + 1] && a[aFrom + 1] === b[bFrom];
    return exchanged ? 1 : 2;
  }
  if (aLength >= WIDTH || bLength >= WIDTH) return most + 1;
  return Math.min(most + 1, table(a, aFrom, aLength, b, bFrom, bLength));
}

/** The code units of a word. */
export function unitsOf(word: string): Uint16Array {
  const units = new Uint16Array(word.length);
  for (let place = 0; place < word.length; place++) units[place] = word.charCodeAt(place);
  return units;
}

/**
 * Which letters a word has, a bit each: two words that differ in one letter differ in at most two bits, which rules most
 * pairs out before their distance is counted.
 */
export function letterMask(units: Uint16Array, from: number, size: number): number {
  let mask = 0;
  for (let place = from; place < from + size; place++) {
    const unit = units[place] as number;
    mask |= unit >= 65 && unit <= 90 ? 1 << (unit - 65) : 1 << (26 + (unit % 5));
  }
  return mask;
}

/** How many bits of a 32-bit number are set. */
export function bitsSet(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
