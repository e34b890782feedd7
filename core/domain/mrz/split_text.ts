/** Turns text as it is pasted, typed or sent by a reader into the lines of one MRZ. */

/** The lengths that lines of an MRZ have. */
const WIDTHS = [30, 36, 44];

/** Lines and their width where a reader sends them without any line ends. */
const RUN_TOGETHER: Readonly<Record<number, number>> = { 88: 44, 72: 36, 90: 30 };

/**
 * What is done to the text is what typing and transport do to an MRZ, and nothing else: CR, LF and CRLF end lines, empty
 * lines and control characters are dropped, letters become capitals, `‹` and `«` stand for one and two fillers, and one
 * line of 72, 88 or 90 characters is cut into its lines. Blanks are dropped as noise where the rest of the line has the
 * length of an MRZ line; otherwise they are fillers where that gives such a length; otherwise they are dropped. No letter or
 * digit is ever exchanged for another. Anything but a string gives no lines.
 */
export function splitMrzText(text: string): readonly string[] {
  if (typeof text !== 'string') return [];
  const lines: string[] = [];
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = readLine(raw);
    if (line !== '') lines.push(line);
  }
  const [only] = lines;
  const width = lines.length === 1 && only !== undefined ? RUN_TOGETHER[only.length] : undefined;
  if (only === undefined || width === undefined) return lines;
  const cut: string[] = [];
  for (let at = 0; at < only.length; at += width) cut.push(only.slice(at, at + width));
  return cut;
}

function readLine(raw: string): string {
  const line = withoutControls(raw)
    .replaceAll('«', '<<')
    .replaceAll('‹', '<')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
  if (!/\s/.test(line)) return line;
  const dropped = line.replace(/\s+/g, '');
  if (dropped === '' || WIDTHS.includes(dropped.length)) return dropped;
  for (const candidate of [line, line.trim()]) {
    if (WIDTHS.includes(candidate.length)) return candidate.replace(/\s/g, '<');
  }
  return dropped;
}

/** Control characters, a byte order mark among them; a tab is a blank. */
function withoutControls(text: string): string {
  let kept = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 9) kept += ' ';
    else if (code >= 32 && code !== 127 && code !== 0xfeff) kept += character;
  }
  return kept;
}
