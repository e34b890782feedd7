/** Groups of letters of one script, in small letters, and how each is written in Latin capitals. */
export type LetterTable = Readonly<Record<string, string>>;

const tables = new WeakMap<LetterTable, { readonly map: ReadonlyMap<string, string>; readonly longest: number }>();

function prepared(table: LetterTable) {
  const known = tables.get(table);
  if (known) return known;
  const made = {
    map: new Map(Object.entries(table)),
    longest: Math.max(...Object.keys(table).map((group) => group.length)),
  };
  tables.set(table, made);
  return made;
}

const LATIN = /[a-z0-9]/;

/**
 * Writes a word in Latin capitals, the longest group of letters first. Latin letters among the others stay (look-alikes are
 * typed into names by mistake and by intent); what else the table does not know is left out.
 */
export function transcribe(word: string, table: LetterTable): string {
  const { map, longest } = prepared(table);
  let latin = '';
  let place = 0;
  while (place < word.length) {
    let length = Math.min(longest, word.length - place);
    while (length > 1 && !map.has(word.slice(place, place + length))) length--;
    const group = word.slice(place, place + length);
    latin += map.get(group) ?? (LATIN.test(group) ? group.toUpperCase() : '');
    place += length;
  }
  return latin;
}
