import { join } from 'node:path';
import { evaluate } from '../../core/domain/entry/evaluate.ts';
import type { Facts } from '../../core/domain/entry/facts.ts';
import { loadRules } from '../../core/rules/load_rules.ts';
import { factsOf, readExamples } from '../../core/rules/rule_examples.ts';
import { percentile, round, type Table } from './figures.ts';

const FOLDER = join(import.meta.dirname, '../../resources/rules/vn');
const VERDICTS = 100_000;

/** Sixty earlier stays, so that the windows of treaties have something to count. */
const TRAVELLED: NonNullable<Facts['history']> = Array.from({ length: 60 }, (_, stay) => {
  const month = `${2021 + Math.floor(stay / 12)}-${String((stay % 12) + 1).padStart(2, '0')}`;
  return [
    { direction: 'arrival' as const, date: `${month}-03` },
    { direction: 'departure' as const, date: `${month}-09` },
  ];
}).flat();

/** From the last fact to the outcome, over every example of every rule, a third of them much travelled. */
export async function run(): Promise<Table> {
  const rules = await loadRules(FOLDER, 'VNM');
  if (!rules.ok) throw new Error(rules.error.detail);
  const examples = readExamples(FOLDER);
  const cases = Object.values(examples.rules)
    .flatMap(({ applies, not }) => [factsOf(examples, applies), factsOf(examples, not)])
    .map((facts, at) => (at % 3 === 0 ? { ...facts, history: TRAVELLED } : facts));
  const times = Array.from({ length: VERDICTS }, (_, at) => {
    const facts = cases[at % cases.length] as Facts;
    const from = performance.now();
    evaluate(rules.value, facts);
    return performance.now() - from;
  });
  const total = times.reduce((sum, ms) => sum + ms, 0);
  return {
    title: `entry law: ${VERDICTS} verdicts, ${Object.keys(examples.rules).length} rules`,
    rows: [
      {
        'p50 ms': round(percentile(times, 0.5), 4),
        'p95 ms': round(percentile(times, 0.95), 4),
        target: '<= 2 ms',
        'a million, s': round((total / VERDICTS) * 1000, 1),
      },
    ],
  };
}
