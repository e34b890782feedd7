import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { RuleSet } from '../domain/entry/rules.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { TABLES } from './rule_schema.ts';

/** Why a rule set cannot be used; `detail` names the file and the place in it, for whoever keeps the tables. */
export interface RulesProblem {
  readonly code: 'RULES_UNREADABLE' | 'RULES_INVALID';
  readonly detail: string;
}

type Table = keyof typeof TABLES;

/**
 * Reads the tables of one State from a folder, checks every row, and refuses the whole set for one wrong row or one id used
 * twice. The version is the SHA-256 of all files, so that the same rules always bear the same name.
 */
export async function loadRules(directory: string, state: string): Promise<Result<RuleSet, RulesProblem>> {
  const hash = createHash('sha256');
  const read = async <T extends Table>(table: T): Promise<z.infer<(typeof TABLES)[T]>> => {
    const file = `${table}.json`;
    const text = await readFile(join(directory, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new Unusable('RULES_UNREADABLE', `${file}: ${error.code ?? 'cannot be read'}`);
    });
    hash.update(`${file}\n${text}`);
    const parsed = TABLES[table].safeParse(jsonOf(text, file));
    if (parsed.success) return parsed.data as z.infer<(typeof TABLES)[T]>;
    const [issue] = parsed.error.issues;
    throw new Unusable('RULES_INVALID', `${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  };
  try {
    const tables = {
      openPoints: await read('open_points'),
      unilateralExemptions: await read('unilateral_exemptions'),
      treatyExemptions: await read('treaty_exemptions'),
      zones: await read('zones'),
      visaKinds: await read('visa_kinds'),
      electronicVisas: await read('electronic_visas'),
      visas: await read('visas'),
      cards: await read('cards'),
      transit: await read('transit'),
      refusalGrounds: await read('refusal_grounds'),
      exitSuspensions: await read('exit_suspensions'),
      overstayTiers: await read('overstay_tiers'),
      exitConditions: await read('exit_conditions'),
      minors: await read('minors'),
      passports: await read('passports'),
      gates: await read('gates'),
    };
    const twice = idUsedTwice(tables);
    if (twice !== null) return err({ code: 'RULES_INVALID', detail: `${twice} is the id of two rules` });
    return ok({ version: hash.digest('hex').slice(0, 16), state, ...tables });
  } catch (error) {
    if (error instanceof Unusable) return err({ code: error.code, detail: error.message });
    throw error;
  }
}

class Unusable extends Error {
  readonly code: RulesProblem['code'];
  constructor(code: RulesProblem['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unusable('RULES_INVALID', `${file} is not JSON`);
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
