import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { RuleSet } from '../domain/entry/rules.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { RulesProblem } from '../ports/rules_in_force.ts';
import { TABLES } from './rule_schema.ts';

export type RuleTable = keyof typeof TABLES;

/** The files of a rule set as they stand, by table. */
export type RuleTexts = Readonly<Record<RuleTable, string>>;

export const RULE_TABLES = Object.keys(TABLES) as RuleTable[];

/** How many characters of the digest name a rule set. */
const VERSION_LENGTH = 16;

export const versionOfDigest = (digest: string): string => digest.slice(0, VERSION_LENGTH);

/** Reads the files of one State from a folder, all that there must be. */
export async function readRuleTexts(directory: string): Promise<Result<RuleTexts, RulesProblem>> {
  const texts: Partial<Record<RuleTable, string>> = {};
  for (const table of RULE_TABLES) {
    try {
      texts[table] = await readFile(join(directory, `${table}.json`), 'utf8');
    } catch (problem) {
      const code = problem instanceof Error && 'code' in problem ? String(problem.code) : 'cannot be read';
      return err({ code: 'RULES_UNREADABLE', detail: `${table}.json: ${code}` });
    }
  }
  return ok(texts as RuleTexts);
}

/** A rule set with the digest of all its files, lower-case hexadecimal. */
export interface DigestedRules {
  readonly rules: RuleSet;
  readonly digest: string;
}

/**
 * Checks every row, and refuses the whole set for one wrong row or one id used twice. The version is the beginning of the
 * SHA-256 of all files, so that the same rules always bear the same name.
 */
export function ruleSetOf(texts: RuleTexts, state: string): Result<DigestedRules, RulesProblem> {
  const hash = createHash('sha256');
  const read = <T extends RuleTable>(table: T): z.infer<(typeof TABLES)[T]> => {
    const file = `${table}.json`;
    const text = texts[table];
    hash.update(`${file}\n${text}`);
    const parsed = TABLES[table].safeParse(jsonOf(text, file));
    if (parsed.success) return parsed.data as z.infer<(typeof TABLES)[T]>;
    const [issue] = parsed.error.issues;
    throw new Unusable(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  };
  try {
    const tables = {
      openPoints: read('open_points'),
      unilateralExemptions: read('unilateral_exemptions'),
      treatyExemptions: read('treaty_exemptions'),
      zones: read('zones'),
      visaKinds: read('visa_kinds'),
      electronicVisas: read('electronic_visas'),
      visas: read('visas'),
      cards: read('cards'),
      transit: read('transit'),
      refusalGrounds: read('refusal_grounds'),
      exitSuspensions: read('exit_suspensions'),
      overstayTiers: read('overstay_tiers'),
      exitConditions: read('exit_conditions'),
      minors: read('minors'),
      passports: read('passports'),
      gates: read('gates'),
    };
    const twice = idUsedTwice(tables);
    if (twice !== null) return err({ code: 'RULES_INVALID', detail: `${twice} is the id of two rules` });
    const digest = hash.digest('hex');
    return ok({ rules: { version: versionOfDigest(digest), state, ...tables }, digest });
  } catch (error) {
    if (error instanceof Unusable) return err({ code: 'RULES_INVALID', detail: error.message });
    throw error;
  }
}

/** The tables of one State from a folder, read and checked whole. */
export async function loadRules(directory: string, state: string): Promise<Result<RuleSet, RulesProblem>> {
  const texts = await readRuleTexts(directory);
  if (!texts.ok) return texts;
  const checked = ruleSetOf(texts.value, state);
  return checked.ok ? ok(checked.value.rules) : checked;
}

/** Ends the reading of a table from within. */
class Unusable extends Error {}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unusable(`${file} is not JSON`);
  }
}

function idUsedTwice(tables: object): string | null {
  const seen = new Set<string>();
  for (const rows of Object.values(tables)) {
    if (!Array.isArray(rows)) continue;
    for (const { id } of rows as { id: string }[]) {
      if (seen.has(id)) return id;
      seen.add(id);
    }
  }
  return null;
}
