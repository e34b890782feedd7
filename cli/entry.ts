import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate } from '../core/domain/entry/evaluate.ts';
import { parseFacts } from '../core/rules/facts_schema.ts';
import { loadRules } from '../core/rules/load_rules.ts';
import { linesOf } from '../core/sync/lines.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { writeJson } from './json_output.ts';

const LONGEST_LINE = 1 << 20;
const RULES = join(dirname(dirname(fileURLToPath(import.meta.url))), 'resources/rules/vn');

/**
 * `booth entry evaluate [FILE]`: each line the facts of one crossing, each answer a line with the law's verdict. The first line
 * that cannot be read ends it with exit code 2.
 */
export async function entryCommand(args: readonly string[], io: Io): Promise<number> {
  const [name, file, ...more] = args;
  if (name !== 'evaluate' || more.length > 0) return wrongUse(io, 'entry: "entry evaluate [FILE]"');
  const rules = await loadRules(RULES, 'VNM');
  if (!rules.ok) return wrongUse(io, `${rules.error.code}: ${rules.error.detail}`);
  const source = file === undefined ? io.stdin : createReadStream(file);
  try {
    for await (const { number, text } of linesOf(source, LONGEST_LINE)) {
      if (text?.trim() === '') continue;
      if (text === null) return wrongUse(io, `line ${number} is too long`);
      const facts = parseFacts(text);
      if (!facts.ok) return wrongUse(io, `line ${number}: ${facts.error}`);
      await writeJson(io, evaluate(rules.value, facts.value));
    }
    return EXIT.DONE;
  } catch (problem) {
    if (problem instanceof Error && 'syscall' in problem) return wrongUse(io, `${file} can not be read`);
    throw problem;
  }
}
