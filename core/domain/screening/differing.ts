/** Characters from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Differing {
  readonly person: readonly Range[];
  readonly entry: readonly Range[];
}

function ranges(kept: readonly boolean[]): Range[] {
  const found: Range[] = [];
  let start = -1;
  for (let place = 0; place <= kept.length; place++) {
    const differs = place < kept.length && kept[place] === false;
    if (differs && start < 0) start = place;
    if (!differs && start >= 0) {
      found.push({ start, end: place });
      start = -1;
    }
  }
  return found;
}

/** Table of the longest common subsequence of the rests from (i, j). */
function commonLengths(a: string, b: string): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const below = lengths[(i + 1) * width + j] ?? 0;
      const right = lengths[i * width + j + 1] ?? 0;
      const diagonal = lengths[(i + 1) * width + j + 1] ?? 0;
      lengths[i * width + j] = a[i] === b[j] ? diagonal + 1 : Math.max(below, right);
    }
  }
  return lengths;
}

/** Longer texts are not compared letter by letter. */
const LONGEST = 200;

/** Which characters of two texts are not common to both, for the eye to find. Positions are UTF-16 code units. */
export function differing(person: string, entry: string): Differing {
  if (person.length > LONGEST || entry.length > LONGEST) {
    return person === entry
      ? { person: [], entry: [] }
      : { person: [{ start: 0, end: person.length }], entry: [{ start: 0, end: entry.length }] };
  }
  const width = entry.length + 1;
  const lengths = commonLengths(person, entry);
  const keptPerson = new Array<boolean>(person.length).fill(false);
  const keptEntry = new Array<boolean>(entry.length).fill(false);
  let i = 0;
  let j = 0;
  while (i < person.length && j < entry.length) {
    if (person[i] === entry[j]) {
      keptPerson[i++] = true;
      keptEntry[j++] = true;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return { person: ranges(keptPerson), entry: ranges(keptEntry) };
}
