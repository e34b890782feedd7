import { fold, variantKey } from '../../core/domain/screening/fold.ts';
import { jaroWinkler } from '../../core/domain/screening/jaro_winkler.ts';
import { titleOrParticle } from '../../core/domain/screening/names/titles.ts';
import { latinForms } from '../../core/domain/screening/scripts/latin_forms.ts';
import { soundOutline } from '../../core/domain/screening/scripts/sound_outline.ts';
import { arabicWords, type WordPair, wholeNames, wordsOf } from './published_data.ts';
import { booth, plainJaroWinkler } from './subjects.ts';
import { share, type Table } from './table.ts';

const SCRIPTS = ['russian', 'arabic', 'hebrew', 'korean', 'katakana', 'chinese'] as const;

export interface ScriptFigures {
  readonly script: string;
  readonly words: number;
  readonly first: number;
  readonly amongTen: number;
  readonly outline: number;
  readonly alike: number;
  readonly strangersAlike: number;
  readonly peerAlike: number;
}

const joined = (word: string) => soundOutline(fold(word).replaceAll(' ', ''));
const withoutParticles = (form: string) => form.split(' ').filter((word) => titleOrParticle(word) === null);

/** Of every Latin form, with its article and without: AL DURI is found as DURI too. */
function outlinesOf(native: string): string[] {
  const forms = latinForms(native);
  return [...new Set(forms.flatMap((form) => [joined(form), joined(withoutParticles(form).join(' '))]))];
}

const plain = (word: string) => variantKey(fold(word).replaceAll(' ', ''));

/** How near a Latin word is to the nearest Latin form, letter by letter. */
function nearness(forms: readonly string[], word: string): number {
  return Math.max(0, ...forms.map((form) => jaroWinkler(form, word)));
}

/** Where the partner stands among all Latin words of like sound, nearest first: 1 is the first, 0 none. */
function rank(pair: WordPair, byOutline: ReadonlyMap<string, readonly string[]>): number {
  const candidates = new Set(outlinesOf(pair.native).flatMap((outline) => byOutline.get(outline) ?? []));
  if (!candidates.has(pair.latin)) return 0;
  const forms = latinForms(pair.native).map((form) => plain(withoutParticles(form).join(' ')));
  const own = nearness(forms, plain(pair.latin));
  let better = 0;
  for (const word of candidates) if (word !== pair.latin && nearness(forms, plain(word)) > own) better++;
  return better + 1;
}

const count = (pairs: readonly WordPair[], fits: (pair: WordPair, place: number) => boolean) =>
  pairs.filter(fits).length;

/** From which similarity each side calls two names one: its best threshold on the pairs of names. */
export interface Thresholds {
  readonly booth: number;
  readonly peer: number;
}

/** Every `nth` word of a script sought among all Latin words of its file. */
export function scriptFigures(
  script: string,
  pairs: readonly WordPair[],
  nth: number,
  from: Thresholds,
): ScriptFigures {
  const latin = [...new Set(pairs.map((pair) => pair.latin))];
  const byOutline = Map.groupBy(latin, joined);
  const asked = pairs.filter((_, place) => place % nth === 0);
  const ranks = asked.map((pair) => rank(pair, byOutline));
  const stranger = (place: number) => latin[(place * 7919 + 13) % latin.length] ?? '';
  return {
    script,
    words: asked.length,
    first: ranks.filter((place) => place === 1).length,
    amongTen: ranks.filter((place) => place >= 1 && place <= 10).length,
    outline: ranks.filter((place) => place > 0).length,
    alike: count(asked, ({ native, latin: word }) => booth(native, word) >= from.booth),
    strangersAlike: count(asked, ({ native }, place) => booth(native, stranger(place)) >= from.booth),
    peerAlike: count(asked, ({ native, latin: word }) => plainJaroWinkler(native, word) >= from.peer),
  };
}

function allScripts(nth: number, from: Thresholds): ScriptFigures[] {
  return [
    ...SCRIPTS.map((script) => scriptFigures(script, wordsOf(script), nth, from)),
    scriptFigures('arabic (2)', arabicWords(), nth, from),
    scriptFigures('whole names', wholeNames(), nth, from),
  ];
}

export function crossScriptTable(from: Thresholds, nth = 1): Table {
  return {
    title: 'Names in other scripts',
    note:
      'Words of names in another script beside their Latin form (Wikidata, development parts; Arabic words of a ' +
      'published evaluation; whole names of watchman). First, among ten: where the Latin partner stands among all Latin ' +
      'words of the file that sound alike, nearest to a Latin form of ours first. Alike: the pair reaches the threshold of the pairs of names; strangers: the ' +
      'same for a word that is not the partner. JW: Jaro-Winkler after plain decomposition, which reads no other script. ' +
      'Some partners are wrong in the data.',
    rows: allScripts(nth, from).map((figures) => ({
      script: figures.script,
      words: figures.words,
      'same outline': share(figures.outline, figures.words),
      first: share(figures.first, figures.words),
      'among ten': share(figures.amongTen, figures.words),
      alike: share(figures.alike, figures.words),
      'strangers alike': share(figures.strangersAlike, figures.words),
      'JW alike': share(figures.peerAlike, figures.words),
    })),
  };
}
