const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;

/** Revised Romanisation of Korean (2000), sound by sound. */
const INITIALS = 'G KK N D TT R M B PP S SS  J JJ CH K T P H'.split(' ');
const VOWELS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WO WE WI YU EU UI I'.split(' ');
const FINALS = ' K K K N N N T L K M L L L P L M P P T T NG T T K T P T'.split(' ');

/** By ear, near to McCune-Reischauer without its marks: as newspapers, older passports and the North write. */
const INITIALS_BY_EAR = 'K KK N D TT R M B PP S SS  J JJ CH K T P H'.split(' ');
const VOWELS_BY_EAR = 'A AE YA YAE O E YO YE O WA WAE OE YO U WO WE WI YU U UI I'.split(' ');

/** How the people themselves write their family names; the first is the commonest. */
const SURNAMES: Readonly<Record<string, string>> = {
  김: 'KIM',
  이: 'LEE YI RHEE',
  리: 'RI LEE RHEE',
  박: 'PARK PAK BAK',
  최: 'CHOI CHOE',
  정: 'JUNG CHUNG JEONG',
  강: 'KANG GANG',
  조: 'CHO JO',
  윤: 'YOON YUN',
  장: 'JANG CHANG',
  임: 'LIM IM YIM',
  림: 'RIM LIM',
  한: 'HAN',
  오: 'OH O',
  서: 'SEO SUH SO',
  신: 'SHIN SIN',
  권: 'KWON GWON',
  황: 'HWANG',
  안: 'AHN AN',
  송: 'SONG',
  류: 'RYU YOO',
  유: 'YOO YU RYU',
  전: 'JEON CHUN CHON',
  홍: 'HONG',
  고: 'KO GO KOH',
  문: 'MOON MUN',
  양: 'YANG RYANG',
  량: 'RYANG YANG',
  손: 'SON SOHN',
  배: 'BAE PAE',
  백: 'BAEK PAEK PAIK',
  허: 'HEO HUH HO',
  남: 'NAM',
  심: 'SHIM SIM',
  노: 'NOH ROH NO',
  로: 'RO NOH',
  하: 'HA',
  곽: 'KWAK GWAK',
  성: 'SUNG SEONG SONG',
  차: 'CHA',
  주: 'JOO JU CHU',
  우: 'WOO U',
  구: 'KOO GU KU',
  나: 'NA RA',
  라: 'RA NA',
  민: 'MIN',
  진: 'JIN CHIN',
  지: 'JI CHI',
  엄: 'UM EOM',
  채: 'CHAE',
  원: 'WON',
  천: 'CHEON CHUN CHON',
  방: 'BANG PANG',
  공: 'KONG GONG',
  현: 'HYUN HYON',
  함: 'HAM',
  변: 'BYUN PYON',
  염: 'YEOM YUM',
  여: 'YEO YO',
  추: 'CHOO CHU',
  도: 'DO TO',
  소: 'SO',
  석: 'SEOK SUK',
  선: 'SUN SEON SON',
  설: 'SEOL SUL',
  마: 'MA',
  길: 'GIL KIL',
  연: 'YEON YON',
  위: 'WI',
  표: 'PYO',
  명: 'MYUNG MYONG',
  기: 'KI GI',
  반: 'BAN PAN',
  왕: 'WANG',
  금: 'KEUM GEUM',
  옥: 'OK',
  육: 'YOOK YUK',
  맹: 'MAENG',
  제: 'JE CHE',
  탁: 'TAK',
  국: 'KOOK KUK',
  은: 'EUN UN',
  편: 'PYEON',
  용: 'YONG RYONG',
  남궁: 'NAMGUNG NAMKUNG',
  황보: 'HWANGBO',
  선우: 'SUNWOO SEONU',
  제갈: 'JEGAL',
  독고: 'DOKGO',
};

interface Sounds {
  readonly initials: readonly string[];
  readonly vowels: readonly string[];
  /** What an initial becomes between two sounds, by its place among the initials: ㄱ is G. */
  readonly voiced: Readonly<Record<string, string>>;
}

const REVISED: Sounds = { initials: INITIALS, vowels: VOWELS, voiced: {} };
const BY_EAR: Sounds = {
  initials: INITIALS_BY_EAR,
  vowels: VOWELS_BY_EAR,
  voiced: { '0': 'G' },
};

const LIEUL = 5;
const VOICED_FINALS = new Set(['', 'N', 'M', 'NG', 'L']);

function romanise(word: string, sounds: Sounds): string {
  let latin = '';
  let before: string | null = null;
  for (const syllable of word) {
    const code = (syllable.codePointAt(0) ?? 0) - FIRST_SYLLABLE;
    if (code < 0 || code > LAST_SYLLABLE - FIRST_SYLLABLE) continue;
    const initial = Math.floor(code / 588);
    const final = FINALS[code % 28] ?? '';
    const voiced = before !== null && VOICED_FINALS.has(before) ? sounds.voiced[String(initial)] : undefined;
    const doubled = initial === LIEUL && before === 'L' ? 'L' : undefined;
    latin += voiced ?? doubled ?? sounds.initials[initial] ?? '';
    latin += (sounds.vowels[Math.floor((code % 588) / 28)] ?? '') + final;
    before = final;
  }
  return latin;
}

function parted(word: string): { readonly surnames: readonly string[]; readonly given: string } | null {
  for (const length of [2, 1]) {
    const surnames = SURNAMES[word.slice(0, length)];
    const given = word.slice(length);
    if (surnames !== undefined && given.length >= 1 && given.length <= 2)
      return { surnames: surnames.split(' '), given };
  }
  return null;
}

/** Syllables apart: "JONG HUN". */
function apart(given: string): string {
  return [...given].map((syllable) => romanise(syllable, BY_EAR)).join(' ');
}

const EO = 4;
const EU = 18;
const SILENT_INITIAL = 11;

/** A foreign name as it may have been before Korea heard it: no 으 between consonants, and 어 may be ER. */
function foreign(word: string): string {
  const syllables = [...word].map((syllable) => (syllable.codePointAt(0) ?? 0) - FIRST_SYLLABLE);
  return syllables
    .map((code, place) => {
      const sound = romanise(word[place] ?? '', REVISED);
      const vowel = Math.floor((code % 588) / 28);
      const final = FINALS[code % 28] ?? '';
      if (vowel === EU && (final === '' || final === 'L')) return sound.replace('EU', '');
      if (final !== '') return sound;
      const next = Math.floor((syllables[place + 1] ?? 0) / 588);
      const last = place === syllables.length - 1;
      const closed = last || (next !== LIEUL && next !== SILENT_INITIAL);
      return vowel === EO && closed ? `${sound.slice(0, -1)}R` : sound;
    })
    .join('')
    .replace(/LR/g, 'LL');
}

/** A Korean word, or a whole Korean name written together, in Latin letters. A foreign word is written as it sounds. */
export function hangulForms(word: string, isWholeName: boolean): string[] {
  const revised = romanise(word, REVISED);
  const name = isWholeName ? parted(word) : null;
  if (!name) {
    const [first, second = first] = SURNAMES[word]?.split(' ') ?? [];
    return first && second ? [first, second, revised] : [revised, romanise(word, BY_EAR), foreign(word)];
  }
  const [usual = '', other = usual] = name.surnames;
  return [`${usual} ${romanise(name.given, REVISED)}`, `${other} ${apart(name.given)}`, revised];
}
