/** Words by which rule tables name their sources, in Vietnamese. */
const VIETNAMESE: readonly (readonly [RegExp, string])[] = [
  [/\bTreat(?:y|ies) with (?:the )?/g, 'Điều ước với '],
  [/\bordinary passports\b/g, 'hộ chiếu phổ thông'],
  [/\bofficial passports\b/g, 'hộ chiếu công vụ'],
  [/\bamended by\b/g, 'sửa đổi bởi'],
  [/\bJoint Circular\b/g, 'Thông tư liên tịch'],
  [/\bDecision\b/g, 'Quyết định'],
  [/\bResolutions\b/g, 'Nghị quyết'],
  [/\bgroup (?=\d)/g, 'nhóm '],
  [/\bwhole\b/g, 'toàn văn'],
  [/\bLaw on\b/g, 'Luật'],
  [/\bLaw\b/g, 'Luật'],
  [/\bDecree\b/g, 'Nghị định'],
  [/\bResolution\b/g, 'Nghị quyết'],
  [/\bCircular\b/g, 'Thông tư'],
  [/\bArts?\.? ?/g, 'Điều '],
  [/\bno\. ?/g, 'điểm '],
  [/\bform\b/g, 'mẫu'],
  [/ND-CP\b/g, 'NĐ-CP'],
];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})\\b`, 'g');

const numbered = (_day: string, day: string, month: string, year: string): string =>
  `${day.padStart(2, '0')}/${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}/${year}`;

/** A source of law as the rule set names it ("Law 47/2014/QH13, Art. 20"), in the language of a screen or paper; only Vietnamese has words of its own. */
export function legalSource(source: string, language: string): string {
  if (language !== 'vi') return source;
  return VIETNAMESE.reduce(
    (text, [words, vietnamese]) => text.replace(words, vietnamese),
    source.replace(DAY, numbered),
  );
}
