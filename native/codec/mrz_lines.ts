/** What the assembly of lines has to know about a reader (devices of the CUTE kind and its kin). */
export interface LineRules {
  /** What short lines are filled up with, if anything. */
  readonly pad: '_' | ' ' | null;
  /** An AIM identifier (`]`, letter, digit) stands before the data. */
  readonly aimId: boolean;
}

/** Lengths of one-piece machine readable zones and of their lines: TD3/MRV-A, TD2/MRV-B, TD1 (9303-4 to 9303-7). */
const PIECES: ReadonlyMap<number, number> = new Map([
  [88, 44],
  [72, 36],
  [90, 30],
]);

/**
 * Lines out of the text between the frame's marks: breaks parted, empty lines left out, padding taken away at the end
 * and turned into fillers within, one long piece cut by its length. Nothing is checked or trusted here.
 */
export function assembleLines(text: string, rules: LineRules): string[] {
  const body = rules.aimId ? text.replace(/^\][A-Za-z][0-9A-Za-z]/, '') : text;
  const lines = body
    .split(/[\r\n]+/)
    .map((line) => unpadded(line, rules.pad))
    .filter((line) => line.length > 0);
  const [only] = lines;
  return lines.length === 1 && only !== undefined ? inPieces(only) : lines;
}

function unpadded(line: string, pad: LineRules['pad']): string {
  if (pad === null) return line;
  let end = line.length;
  while (end > 0 && line[end - 1] === pad) end -= 1;
  return line.slice(0, end).replaceAll(pad, '<');
}

function inPieces(line: string): string[] {
  const width = PIECES.get(line.length);
  if (width === undefined) return [line];
  const pieces: string[] = [];
  for (let at = 0; at < line.length; at += width) pieces.push(line.slice(at, at + width));
  return pieces;
}
