import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { evaluate } from '../core/domain/entry/evaluate.ts';
import type { RuleSet } from '../core/domain/entry/rules.ts';
import { readFacts } from '../core/rules/facts_schema.ts';
import { linesOf } from '../core/sync/lines.ts';
import { type RulesToJudgeBy, rulesToJudgeBy } from './entry_rules.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { writeJson } from './json_output.ts';
import type { StoreEnvironment } from './open_store.ts';

const USAGE = 'usage: booth entry evaluate [FILE] [--data DIR]';
const LONGEST_LINE = 1 << 20;
/** So many names of what is no fact are told; a wrong file has one on every line. */
const MOST_NAMES = 10;

interface Given {
  readonly file: string | undefined;
  readonly data: string | undefined;
}

function given(args: readonly string[]): Given | null {
  try {
    const options = { data: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name, file, ...more] = positionals;
    return name === 'evaluate' && more.length === 0 ? { file, data: values.data } : null;
  } catch {
    return null;
  }
}

/**
 * `booth entry evaluate [FILE] [--data DIR]`: each line the facts of one crossing, each answer a line with the law's verdict,
 * by the rules in force in that data folder, else by the product's own. Which rules they were, and what was given that is no
 * fact, is said on standard error at the end. The first line that cannot be read ends it with exit code 2; so does an input
 * without a crossing.
 */
export async function entryCommand(args: readonly string[], io: Io, parts?: StoreEnvironment): Promise<number> {
  const asked = given(args);
  if (asked === null) return wrongUse(io, USAGE);
  const { file, data } = asked;
  const rules = await rulesToJudgeBy(data, parts);
  if (!rules.ok) return wrongUse(io, rules.error);
  const source = file === undefined || file === '-' ? io.stdin : createReadStream(file);
  try {
    const judged = await judgeLines(source, rules.value.rules, io);
    if (typeof judged === 'string') return wrongUse(io, judged);
    tell(io, rules.value, judged);
    return EXIT.DONE;
  } catch (problem) {
    if (problem instanceof Error && 'syscall' in problem) return wrongUse(io, `${file} can not be read`);
    throw problem;
  }
}

interface Judged {
  readonly crossings: number;
  /** What was given that is no fact, by its place. */
  readonly unknown: ReadonlySet<string>;
}

/** Answers line after line; why it stopped where it had to. */
async function judgeLines(source: Readable, rules: RuleSet, io: Io): Promise<Judged | string> {
  const unknown = new Set<string>();
  let crossings = 0;
  for await (const { number, text, problem } of linesOf(source, LONGEST_LINE)) {
    if (text?.trim() === '') continue;
    if (text === null) return `line ${number} ${problem === 'ENCODING' ? 'is not UTF-8' : 'is too long'}`;
    const read = readFacts(text);
    if (!read.ok) return `line ${number}: ${read.error}`;
    for (const place of read.value.unknown) if (unknown.size < MOST_NAMES) unknown.add(place);
    crossings++;
    if (!(await writeJson(io, evaluate(rules, read.value.facts)))) break;
  }
  return crossings === 0 ? 'there is no crossing in the input' : { crossings, unknown };
}

/** A place of the input in words of at most this many plain characters; nothing else of it is repeated. */
const plain = (place: string): string => place.replace(/[^A-Za-z0-9_.-]/g, '?').slice(0, 60);

function tell(io: Io, { rules, from }: RulesToJudgeBy, { crossings, unknown }: Judged): void {
  io.stderr.write(`judged by rules ${rules.version} (${from}): ${crossings} ${crossings === 1 ? 'line' : 'lines'}\n`);
  if (unknown.size > 0)
    io.stderr.write(`no facts of this product, not looked at: ${[...unknown].map(plain).join(', ')}\n`);
}
