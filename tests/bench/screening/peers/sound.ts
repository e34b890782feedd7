/** Letters that sound alike across romanisations, longer ones first. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[^A-Z]/g, ''],
  [/SHCH|SCH|TCH|CH|SH|ZH|TZ|TS|CZ/g, 'S'],
  [/PH/g, 'F'],
  [/GH|KH|CK|QU|Q|C|K|G/g, 'K'],
  [/TH|DH|T|D/g, 'T'],
  [/W|V|B|P/g, 'B'],
  [/X|Z/g, 'S'],
  [/J/g, 'Y'],
];

/** A word's consonants as they sound; vowels, doubles and H gone, a first vowel kept as one. */
export function soundOf(word: string): string {
  let sound = word;
  for (const [letters, one] of ALIKE) sound = sound.replace(letters, one);
  const first = /^[AEIOUY]/.test(sound) ? 'A' : sound.slice(0, 1);
  return (first + sound.slice(1).replace(/[AEIOUYH]/g, '')).replace(/(.)\1+/g, '$1');
}
