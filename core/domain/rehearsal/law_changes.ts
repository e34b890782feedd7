import { termsOf } from '../entry/rule_terms.ts';
import type { Rule, RuleSet } from '../entry/rules.ts';
import type { CrossingDifference } from './crossing_difference.ts';

/** Where a row stands. */
interface RowName {
  readonly id: string;
  readonly act: string;
  readonly article: string;
}

/** One change between two laws that made a crossing come out otherwise. */
export interface LawChange {
  /** The table as a rule set names it; `openPoints` for what the law leaves open. */
  readonly table: string;
  /** Null where there was no such row; both null for an open point. */
  readonly old: RowName | null;
  readonly new: RowName | null;
  /** Columns that say something else now; null: that they said or say nothing. */
  readonly terms: readonly { readonly name: string; readonly old: string | null; readonly new: string | null }[];
}

interface Row {
  readonly table: string;
  readonly rule: Rule;
}

function rowsOf(rules: RuleSet): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  for (const [table, some] of Object.entries(rules) as [string, unknown][])
    if (Array.isArray(some)) for (const rule of some as Rule[]) rows.set(rule.id, { table, rule });
  return rows;
}

const same = (one: Row | undefined, other: Row | undefined): boolean =>
  JSON.stringify(one?.rule ?? null) === JSON.stringify(other?.rule ?? null);

const nameOf = (row: Row | undefined): RowName | null =>
  row === undefined ? null : { id: row.rule.id, act: row.rule.source.act, article: row.rule.source.article };

const datesOf = ({ from, to }: Rule) => [
  { name: 'from', value: from },
  ...(to === null ? [] : [{ name: 'to', value: to }]),
];

function changedTerms(
  old: readonly { readonly name: string; readonly value: string }[],
  now: readonly { readonly name: string; readonly value: string }[],
): LawChange['terms'] {
  const valueIn = (some: typeof old, name: string): string | null =>
    some.find((one) => one.name === name)?.value ?? null;
  const names = [...new Set([...old, ...now].map(({ name }) => name))];
  return names
    .map((name) => ({ name, old: valueIn(old, name), new: valueIn(now, name) }))
    .filter((one) => one.old !== one.new);
}

/** From one row to another; the dates are told where nothing else is between them. */
function change(old: Row | undefined, now: Row | undefined): LawChange {
  const table = (old ?? now)?.table ?? '';
  const common = { table, old: nameOf(old), new: nameOf(now) };
  if (old === undefined || now === undefined) return { ...common, terms: [] };
  const terms = changedTerms(termsOf(old.rule), termsOf(now.rule));
  return { ...common, terms: terms.length > 0 ? terms : changedTerms(datesOf(old.rule), datesOf(now.rule)) };
}

function openPointChanges(then: RuleSet, now: RuleSet): LawChange[] {
  const terms = (rules: RuleSet) =>
    Object.entries(rules.openPoints).map(([name, value]) => ({ name, value: String(value) }));
  return changedTerms(terms(then), terms(now)).map((one) => ({
    table: 'openPoints',
    old: null,
    new: null,
    terms: [one],
  }));
}

/**
 * Why a crossing would be decided otherwise: the rows that it rests on and that are not the same in both laws. A row that
 * went and one of its table that came are one change. Rows that are equal in both are consequences, and are not named; where
 * no row changed, what the law leaves open did. Empty: both laws say the same, and it is the product that reckons otherwise.
 */
export function lawChanges(
  then: RuleSet,
  now: RuleSet,
  { rulesGone, rulesCome, rulesKept }: Pick<CrossingDifference, 'rulesGone' | 'rulesCome' | 'rulesKept'>,
): readonly LawChange[] {
  const [old, young] = [rowsOf(then), rowsOf(now)];
  const changed = (ids: readonly string[]) => ids.filter((id) => !same(old.get(id), young.get(id)));
  const came = changed(rulesCome);
  const changes = changed(rulesKept).map((id) => change(old.get(id), young.get(id)));
  for (const id of changed(rulesGone)) {
    const gone = old.get(id);
    const place = came.findIndex((one) => young.get(one)?.table === gone?.table);
    const [follows = id] = place < 0 ? [] : came.splice(place, 1);
    changes.push(change(gone, young.get(follows)));
  }
  for (const id of came) changes.push(change(old.get(id), young.get(id)));
  return changes.length > 0 ? changes : openPointChanges(then, now);
}
