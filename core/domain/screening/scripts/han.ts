import readings from './han_readings.json' with { type: 'json' };
import { isChineseName, maybeKorean, surnameLength, surnameReading } from './han_surnames.ts';
import { hangulForms } from './hangul.ts';
import { japaneseName, japaneseSurname } from './japanese_names.ts';

type Language = 'mandarin' | 'cantonese' | 'korean' | 'vietnamese';

/** One reading a character, made when the language is first asked for. */
const made = new Map<Language, ReadonlyMap<string, string>>();

function readingsOf(language: Language): ReadonlyMap<string, string> {
  const known = made.get(language);
  if (known) return known;
  const map = new Map<string, string>();
  for (const [reading, characters] of Object.entries(readings[language])) {
    for (const character of characters) map.set(character, reading);
  }
  made.set(language, map);
  return map;
}

/** Every character's reading, or null when one is not known. */
function read(name: string, language: Language): string[] | null {
  const map = readingsOf(language);
  const found: string[] = [];
  for (const character of name) {
    const reading = map.get(character);
    if (reading === undefined) return null;
    found.push(reading);
  }
  return found;
}

/** Family name, and the given names in one word, as mainland passports have them. Ü is written YU (LYU) in the MRZ. */
function pinyin(name: string, isWholeName: boolean): string | null {
  const sounds = read(name, 'mandarin')?.map((sound) => sound.replace('Ü', 'YU'));
  if (!sounds) return null;
  if (!isWholeName) return sounds.join('');
  const length = surnameLength(name);
  const surname = (length === 1 ? surnameReading(name[0] ?? '') : undefined) ?? sounds.slice(0, length).join('');
  return [surname, sounds.slice(length).join('')].join(' ').trim();
}

/** From Jyutping to the spelling of Hong Kong's identity cards, which follows English habits. */
const HONG_KONG: readonly (readonly [RegExp, string])[] = [
  [/^j(?=yu)/, ''],
  [/^j/, 'y'],
  [/^[zc]/, 'ch'],
  [/^gw/, 'kw'],
  [/^g/, 'k'],
  [/^b/, 'p'],
  [/^d/, 't'],
  [/oeng$/, 'eung'],
  [/oek$/, 'euk'],
  [/eoi$/, 'ui'],
  [/eon$/, 'un'],
  [/eot$/, 'ut'],
  [/aa/, 'a'],
  [/yu(?=[nt]?$)/, 'yu'],
  [/ou$/, 'o'],
  [/^s(?=[iu]$)/, 'sz'],
];

function hongKong(sound: string): string {
  return HONG_KONG.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), sound).toUpperCase();
}

function cantonese(name: string): string | null {
  return read(name, 'cantonese')?.map(hongKong).join(' ') ?? null;
}

function korean(name: string): string | null {
  const sounds = read(name, 'korean');
  // The family name 金 is Kim; elsewhere the character is read Geum.
  if (sounds?.[0] === '금' && name.length > 1) sounds[0] = '김';
  return sounds ? (hangulForms(sounds.join(''), true)[1] ?? null) : null;
}

function vietnamese(name: string): string | null {
  return read(name, 'vietnamese')?.join(' ') ?? null;
}

/**
 * A word or a whole name in Chinese characters: as Mandarin, and as the neighbours read it. Japanese only where both of
 * its parts are common names.
 */
export function hanForms(word: string, isWholeName: boolean): string[] {
  const name = word.normalize('NFKC');
  const isName = isWholeName && isChineseName(name);
  const japanese = isWholeName ? japaneseName(name) : japaneseSurname(name);
  const second = isName && maybeKorean(name) && name.length <= 3 ? korean(name) : null;
  const forms = isName
    ? [japanese, pinyin(name, true), second, cantonese(name), vietnamese(name)]
    : [japanese, pinyin(name, false), cantonese(name)?.replaceAll(' ', '') ?? null];
  return forms.filter((form) => form !== null);
}
