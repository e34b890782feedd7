import type { ReplayedCase } from '../../../contract/replay_view.ts';
import type { LawAnswer } from '../../domain/clearance/law_answer.ts';
import { evaluate } from '../../domain/entry/evaluate.ts';
import type { Verdict } from '../../domain/entry/outcome.ts';
import type { RuleSnapshots } from '../../ports/rules_in_force.ts';

type Law = NonNullable<ReplayedCase['law']>;

const saidBy = ({ outcome, stayUntil, reasons, ruleIds, legalBasis }: Verdict): Law['said'] => ({
  outcome,
  stayUntil: stayUntil ?? null,
  reasons: [...reasons],
  ruleIds: [...ruleIds],
  legalBasis: [...legalBasis],
});

/** Every fact that has a value, by its place; a list of none says nothing. */
function factsOf(value: unknown, at = ''): Law['facts'] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [{ fact: at, value: String(value) }];
  return Object.entries(value).flatMap(([name, one]) => factsOf(one, at === '' ? name : `${at}.${name}`));
}

/** The fields of two verdicts that are not equal. */
function differing(one: Verdict, other: Verdict): string[] {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  const text = (verdict: Verdict, field: string) => JSON.stringify(verdict[field as keyof Verdict] ?? null);
  return [...fields].filter((field) => text(one, field) !== text(other, field)).sort();
}

/** What the law said then, judged again on the same facts by the very same rules where they are kept. */
export async function judgedAgain(
  law: LawAnswer | null,
  rules: Pick<RuleSnapshots, 'ruleSet'>,
): Promise<ReplayedCase['law']> {
  if (law === null) return null;
  const { version, signedBy } = law.rules;
  const kept = await rules.ruleSet(version);
  const common = { version, signedBy, said: saidBy(law.verdict), facts: factsOf(law.facts) };
  if (!kept.ok) return { ...common, again: 'NOT_KEPT', differs: [] };
  const differs = differing(law.verdict, evaluate(kept.value, law.facts));
  return { ...common, again: differs.length === 0 ? 'SAME' : 'DIFFERS', differs };
}

/** The same facts by the rules in force now. The names of the rules alone are no difference to the person. */
export function judgedToday(law: LawAnswer | null, rules: Pick<RuleSnapshots, 'current'>): ReplayedCase['today'] {
  const now = rules.current();
  if (law === null || now === null) return null;
  const verdict = evaluate(now.rules, law.facts);
  const named = ['ruleIds', 'legalBasis'];
  const same = differing(law.verdict, verdict).every((field) => named.includes(field));
  return { version: now.rules.version, same, said: saidBy(verdict) };
}
