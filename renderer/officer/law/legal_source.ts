import type { Language } from '../../i18n/preferences.tsx';

/** Words by which rule tables name their sources, in Vietnamese. */
const VIETNAMESE: readonly (readonly [RegExp, string])[] = [
  [/\bLaw on\b/g, 'Luật'],
  [/\bLaw\b/g, 'Luật'],
  [/\bDecree\b/g, 'Nghị định'],
  [/\bResolution\b/g, 'Nghị quyết'],
  [/\bCircular\b/g, 'Thông tư'],
  [/\bArts?\.? ?/g, 'Điều '],
  [/\bno\. ?/g, 'điểm '],
  [/ND-CP\b/g, 'NĐ-CP'],
];

/** A source of law as the rule set names it ("Law 47/2014/QH13, Art. 20"), in the language of the screen. */
export function legalSource(source: string, language: Language): string {
  if (language !== 'vi') return source;
  return VIETNAMESE.reduce((text, [words, vietnamese]) => text.replace(words, vietnamese), source);
}
