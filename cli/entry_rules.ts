import type { RuleSet } from '../core/domain/entry/rules.ts';
import { err, ok, type Result } from '../core/domain/result.ts';
import { productRules } from '../core/rules/installed_rules.ts';
import type { StoreEnvironment } from './open_store.ts';

/** The rules that answer, and whose they are in words. */
export interface RulesToJudgeBy {
  readonly rules: RuleSet;
  readonly from: string;
}

/**
 * The rules in force in a data folder; without one those that came with the product. The error is the one line to print.
 * Nothing is made where there is no booth.
 */
export async function rulesToJudgeBy(
  directory: string | undefined,
  parts: StoreEnvironment | undefined,
): Promise<Result<RulesToJudgeBy, string>> {
  if (directory === undefined) {
    const product = await productRules('VNM');
    if (product === null) return err('RULES_UNREADABLE: the tables of the product cannot be used');
    return ok({ rules: product.rules, from: 'the tables of the product' });
  }
  // The store is loaded only where it is asked for.
  const [{ openStore, systemEnvironment }, { openRules }] = await Promise.all([
    import('./open_store.ts'),
    import('./open_rules.ts'),
  ]);
  const environment = parts ?? (await systemEnvironment());
  const storage = await openStore(directory, environment, false);
  if (!storage.ok) return storage;
  try {
    const opened = await openRules(directory, storage.value, environment);
    if (!opened.ok) return opened;
    const { inForce, problem } = opened.value.status();
    const now = opened.value.current();
    if (now === null || inForce === null)
      return err(`${problem ?? 'RULES_UNKNOWN'}: no rules are in force in ${directory}`);
    const whose = inForce.signedBy === null ? 'the tables of the product' : `signed by ${inForce.signedBy}`;
    const instead = problem === null ? '' : `, the one before, as what should be in force is not: ${problem}`;
    return ok({ rules: now.rules, from: `in force in ${directory}, ${whose}${instead}` });
  } finally {
    await storage.value.close();
  }
}
