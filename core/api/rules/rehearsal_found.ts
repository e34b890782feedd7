import type { RuleDifference } from '../../../contract/rules_view.ts';
import type { RuleSet } from '../../domain/entry/rules.ts';
import type { CrossingDifference } from '../../domain/rehearsal/crossing_difference.ts';
import { lawChanges } from '../../domain/rehearsal/law_changes.ts';
import type { RuleSnapshots } from '../../ports/rules_in_force.ts';

/**
 * The differences as the desk shows them, newest day first, each with what in the law makes it. By rules that this booth no
 * longer keeps nobody can say why; then `why` is null.
 */
export async function foundInWords(
  found: readonly CrossingDifference[],
  tried: RuleSet,
  snapshots: Pick<RuleSnapshots, 'ruleSet'>,
): Promise<RuleDifference[]> {
  const then = new Map<string, RuleSet | null>();
  for (const { rulesVersion } of found) {
    if (then.has(rulesVersion)) continue;
    const kept = await snapshots.ruleSet(rulesVersion);
    then.set(rulesVersion, kept.ok ? kept.value : null);
  }
  return found
    .map((one) => {
      const old = then.get(one.rulesVersion) ?? null;
      const { rulesGone: _gone, rulesCome: _come, rulesKept: _kept, rulesVersion: _version, ...shown } = one;
      const why = old === null ? null : lawChanges(old, tried, one);
      // The contract's own arrays may be written to.
      return structuredClone({ ...shown, why }) as RuleDifference;
    })
    .sort((a, b) => b.day.localeCompare(a.day));
}
