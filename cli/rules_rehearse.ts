import { existsSync } from 'node:fs';
import type { RuleSet } from '../core/domain/entry/rules.ts';
import type { CrossingDifference } from '../core/domain/rehearsal/crossing_difference.ts';
import { ok, type Result } from '../core/domain/result.ts';
import type { RulesProblem } from '../core/ports/rules_in_force.ts';
import type { KeptRules } from '../core/rules/rule_snapshots.ts';
import type { Storage } from '../core/storage/open_storage.ts';
import { parseRulePackage, readPackageFile } from '../core/sync/rule_package.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { writeJson } from './json_output.ts';

const LAST = 1_000_000;
const DIFFERENCES = 10_000;

/** The rules of a file, whoever signed it: a rehearsal changes nothing; or of a version that is kept here. */
async function rulesToTry(rules: KeptRules, named: string): Promise<Result<RuleSet, RulesProblem>> {
  if (!existsSync(named) && /^[0-9a-f]{16}$/.test(named)) return await rules.ruleSet(named);
  const text = await readPackageFile(named);
  const parsed = text.ok ? parseRulePackage(text.value) : text;
  return parsed.ok ? ok(parsed.value.rules) : parsed;
}

const wholeNumber = (text: string | undefined, absent: number): number | null => {
  const number = text === undefined ? absent : Number(text);
  return Number.isSafeInteger(number) && number >= 0 ? number : null;
};

/** Differences as JSON Lines, then one line `{summary}`. */
export async function rehearseRules(
  rules: KeptRules,
  storage: Storage,
  io: Io,
  named: string,
  given: { readonly last?: string | undefined; readonly differences?: string | undefined },
): Promise<number> {
  const last = wholeNumber(given.last, LAST);
  const told = wholeNumber(given.differences, DIFFERENCES);
  if (last === null || told === null || last === 0) return wrongUse(io, '--last and --differences are whole numbers');
  const tried = await rulesToTry(rules, named);
  if (!tried.ok) return wrongUse(io, `${tried.error.code}: ${named}: ${tried.error.detail}`);
  const from = performance.now();
  const found: CrossingDifference[] = [];
  const running = storage.rehearsals.start({ rules: tried.value, last, told }, (soFar) => {
    found.push(...soFar.found);
    if (soFar.total > 0) io.stderr.write(`\r${soFar.read} of ${soFar.total}`);
  });
  const ended = await running.ended;
  io.stderr.write('\n');
  if (!ended.ok) return wrongUse(io, `${ended.error.code}: ${ended.error.detail}`);
  for (const one of found) if (!(await writeJson(io, one))) return EXIT.DONE;
  const seconds = Math.round(performance.now() - from) / 1000;
  const summary = { version: tried.value.version, inForce: rules.current()?.rules.version ?? null, seconds };
  await writeJson(io, { summary: { ...summary, ...ended.value } });
  return EXIT.DONE;
}
