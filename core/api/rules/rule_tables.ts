import type { RuleInWords, RulesView } from '../../../contract/rules_view.ts';
import { termsOf } from '../../domain/entry/rule_terms.ts';
import type { Rule, RuleSet } from '../../domain/entry/rules.ts';

const isTable = (value: unknown): value is readonly Rule[] => Array.isArray(value);

const standingOf = ({ from, to }: Rule, day: string): RuleInWords['standing'] => {
  if (from > day) return 'COMING';
  return to !== null && to < day ? 'PAST' : 'IN_FORCE';
};

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** The days from tomorrow on that change what is in force: rows that begin on it, rows that held until the day before. */
function comingDays(rows: readonly Rule[], day: string): RulesView['tables'][number]['coming'] {
  const days = new Map<string, { begin: number; end: number }>();
  const at = (on: string) => {
    const known = days.get(on) ?? { begin: 0, end: 0 };
    days.set(on, known);
    return known;
  };
  for (const { from, to } of rows) {
    if (from > day) at(from).begin++;
    if (to !== null && to >= day) at(dayAfter(to)).end++;
  }
  return [...days].map(([on, counts]) => ({ day: on, ...counts })).sort((a, b) => a.day.localeCompare(b.day));
}

/** Every table with its counts on a day and its days of change. */
export function tablesOf(rules: RuleSet, day: string): RulesView['tables'] {
  return Object.entries(rules).flatMap(([table, rows]) => {
    if (!isTable(rows)) return [];
    const today = rows.filter((row) => standingOf(row, day) === 'IN_FORCE').length;
    return [{ table, rows: rows.length, today, coming: comingDays(rows, day) }];
  });
}

export const openPointsOf = ({ openPoints }: RuleSet): RulesView['openPoints'] =>
  Object.entries(openPoints).map(([name, value]) => ({ name, value: String(value) }));

/** The rows of a table, those in force on the day first; null for no table of these rules. */
export function rulesInWords(rules: RuleSet, table: string, day: string): RuleInWords[] | null {
  const rows: unknown = Object.entries(rules).find(([name]) => name === table)?.[1];
  if (!isTable(rows)) return null;
  const order = ['IN_FORCE', 'COMING', 'PAST'];
  return rows
    .map((row) => ({
      id: row.id,
      from: row.from,
      to: row.to,
      standing: standingOf(row, day),
      act: row.source.act,
      article: row.source.article,
      mark: row.source.mark,
      terms: [...termsOf(row)],
    }))
    .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
}
