/** Reads a machine readable zone: Doc 9303 parts 4 to 7 and the French identity card of 1988. */
import { checkComposite } from './check_digits.ts';
import { proposeCorrections } from './corrections.ts';
import { findLayout, shapeProblems } from './format.ts';
import type { MrzCorrection, MrzProblem, ParsedMrz } from './mrz.ts';
import { readField } from './read_fields.ts';
import { beginReading } from './reading.ts';

const NO_CORRECTIONS: readonly MrzCorrection[] = Object.freeze([]);

/**
 * Reads an MRZ. Never throws, whatever it is given; every problem is in `problems`, in reading order. `valid` says that
 * the string is well formed: a known format, the right kind of character everywhere, dates that some year can have, and
 * every check digit there and right. Whether the document may clear anybody is decided elsewhere: a specimen, a code
 * nobody knows or 29 February of a common year leave the string valid, with a warning.
 */
export function parseMrz(input: readonly string[]): ParsedMrz {
  const lines = asLines(input);
  const layout = findLayout(lines);
  if (layout === null) {
    return {
      format: null,
      lines,
      valid: false,
      fields: {},
      checks: {},
      problems: shapeProblems(lines),
      corrections: NO_CORRECTIONS,
      nameTruncated: false,
    };
  }
  const reading = beginReading(layout, lines);
  for (const spec of layout.fields) readField(reading, spec);
  if (layout.composite !== null) checkComposite(reading, layout.composite);
  const { problems } = reading;
  sortInReadingOrder(problems);
  return {
    format: layout.format,
    lines,
    valid: !problems.some(isError),
    fields: reading.fields,
    checks: reading.checks,
    problems,
    corrections: reading.suspicious ? proposeCorrections(reading) : NO_CORRECTIONS,
    nameTruncated: reading.nameTruncated,
  };
}

/** What came from outside the type system counts as lines too: anything but a string is an empty line. */
function asLines(input: unknown): readonly string[] {
  if (!Array.isArray(input)) return [];
  // A loop, not `every`: that would pass over the holes of a sparse array.
  for (let at = 0; at < input.length; at += 1) {
    if (typeof input[at] !== 'string') return Array.from(input, textOrNothing);
  }
  return input;
}

function textOrNothing(line: unknown): string {
  return typeof line === 'string' ? line : '';
}

function isError(problem: MrzProblem): boolean {
  return problem.severity === 'error';
}

/** By insertion: the problems are few and mostly in order already. */
function sortInReadingOrder(problems: MrzProblem[]): void {
  for (let next = 1; next < problems.length; next += 1) {
    const problem = problems[next];
    if (problem === undefined) return;
    let at = next - 1;
    for (let before = problems[at]; before !== undefined && place(before) > place(problem); before = problems[at]) {
      problems[at + 1] = before;
      at -= 1;
    }
    problems[at + 1] = problem;
  }
}

function place(problem: MrzProblem): number {
  return (problem.line ?? -1) * 100 + (problem.column ?? -1);
}
