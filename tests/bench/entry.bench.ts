import { join } from 'node:path';
import { CHECK_IDS } from '../../core/domain/clearance/check.ts';
import type { Clearance } from '../../core/domain/clearance/clearance.ts';
import { lawFacts } from '../../core/domain/clearance/law_facts.ts';
import { LAW_CHECKS } from '../../core/domain/clearance/law_outcomes.ts';
import { begin, type ClearanceState, step } from '../../core/domain/clearance/step.ts';
import type { Movement } from '../../core/domain/clearance/travel_facts.ts';
import { evaluate } from '../../core/domain/entry/evaluate.ts';
import { explain } from '../../core/domain/entry/explain.ts';
import type { Facts } from '../../core/domain/entry/facts.ts';
import type { RuleSet } from '../../core/domain/entry/rules.ts';
import { loadRules } from '../../core/rules/load_rules.ts';
import { factsOf, readExamples } from '../../core/rules/rule_examples.ts';
import { fresh, passed, run as stepped } from '../../core/testing/clearance_states.ts';
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

const CLEARANCES = 20_000;

/** A case that waits for its last fact, as foreign as the example. */
function waiting(facts: Facts, at: number): Clearance {
  const { clearance } = fresh({}, facts.direction === 'arrival' ? 'ARRIVAL' : 'DEPARTURE');
  const answered = CHECK_IDS.filter((check) => !LAW_CHECKS.includes(check)).map((check) => passed(check));
  const { clearance: open } = stepped(begin(clearance), { type: 'START_CHECKS', at }, ...answered);
  return open;
}

/** From the last fact of a clearance to its outcome on the screen: facts built, judged, explained, and the machine's own step. */
function clearances(rules: RuleSet, cases: readonly Facts[]): number[] {
  const movements = TRAVELLED.map(
    (one): Movement => ({
      ...one,
      ...{ documentNumber: '12AB34567', stayUntil: null, gate: null, recordNumber: null, source: 'CENTRAL' },
    }),
  );
  const told = { source: 'MOVEMENTS', state: 'CENTRAL', asOf: null, tookMs: 1 } as const;
  return Array.from({ length: CLEARANCES }, (_, at) => {
    const facts = cases[at % cases.length] as Facts;
    const before: ClearanceState = { phase: 'CHECKING', clearance: waiting(facts, at) };
    const from = performance.now();
    const known = step(before, {
      type: 'SOURCES_ANSWERED',
      facts: { movements, sources: [told], gateKind: facts.gateKind ?? null },
      at,
    }).state;
    lawFacts(known.clearance, facts.date);
    const { verdict, explanation } = explain(rules, facts, { movements, at, sameDocumentMinutes: 30 });
    const version = { version: rules.version, signedBy: null };
    const answer = { facts, verdict, explanation, rules: version, at, durationMs: 0 };
    step(known, { type: 'LAW_ANSWERED', answer, at });
    return performance.now() - from;
  });
}

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
  const whole = clearances(rules.value, cases);
  const total = times.reduce((sum, ms) => sum + ms, 0);
  return {
    title: `entry law: ${VERDICTS} verdicts, ${Object.keys(examples.rules).length} rules`,
    rows: [
      {
        what: 'verdict',
        'p50 ms': round(percentile(times, 0.5), 4),
        'p95 ms': round(percentile(times, 0.95), 4),
        target: '<= 2 ms',
        'a million, s': round((total / VERDICTS) * 1000, 1),
      },
      {
        what: 'clearance: facts, verdict, explanation, step',
        'p50 ms': round(percentile(whole, 0.5), 4),
        'p95 ms': round(percentile(whole, 0.95), 4),
        target: '<= 2 ms',
        'a million, s': round((whole.reduce((sum, ms) => sum + ms, 0) / CLEARANCES) * 1000, 1),
      },
    ],
  };
}
