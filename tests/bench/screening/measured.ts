import type { ScreeningQuery } from '../../../core/domain/screening/entry.ts';
import { percentile } from '../figures.ts';
import type { Contender } from './contender.ts';
import { collectGarbage } from './garbage.ts';
import { KINDS, type Kind, type LabelledQuery } from './queries.ts';

/** What came of one labelled query. */
export interface Outcome {
  readonly kind: Kind;
  readonly place: number;
  /** Whether the right person was among the first ten. */
  readonly found: boolean;
  /** The right person's score, 0 where not among the first ten. */
  readonly score: number;
}

export interface Measured {
  readonly name: string;
  readonly contender: Contender;
  readonly outcomes: readonly Outcome[];
  /** The highest score of each traveller who is on no list. */
  readonly strangers: readonly number[];
  readonly times: readonly number[];
}

/** The listed and the travellers, in turn. */
export interface Questions {
  readonly listed: readonly LabelledQuery[];
  readonly travellers: readonly ScreeningQuery[];
}

/** Asks the first so many of each, in turn, after so many that only warm up. */
export function measure(contender: Contender, questions: Questions, count: number, warmUp: number): Measured {
  const outcomes: Outcome[] = [];
  const strangers: number[] = [];
  const times: number[] = [];
  const last = questions.listed.length - 1;
  for (let at = 0; at < warmUp; at++) {
    const listed = questions.listed[last - (at % (last + 1))];
    if (listed) contender.ask(listed.query);
  }
  collectGarbage();
  for (let at = 0; at < count; at++) {
    const listed = questions.listed[at];
    const traveller = questions.travellers[at];
    if (!listed || !traveller) break;
    const answer = contender.ask(listed.query);
    const right = answer.top.slice(0, 10).find(({ place }) => place === listed.place);
    outcomes.push({ kind: listed.kind, place: listed.place, found: right !== undefined, score: right?.score ?? 0 });
    const other = contender.ask(traveller);
    strangers.push(other.top[0]?.score ?? 0);
    times.push(answer.took, other.took);
  }
  const seconds = times.reduce((sum, took) => sum + took, 0) / 1000;
  console.error(`${contender.name}: ${times.length} queries in ${seconds.toFixed(1)} s`);
  return { name: contender.name, contender, outcomes, strangers, times };
}

export function share(values: readonly boolean[]): number {
  return values.length === 0 ? Number.NaN : values.filter(Boolean).length / values.length;
}

export function recallAt10(measured: Measured, kind?: Kind): number {
  return share(measured.outcomes.filter((one) => !kind || one.kind === kind).map((one) => one.found));
}

export function alertRecall(measured: Measured, limit = measured.contender.alertFrom, kind?: Kind): number {
  return share(measured.outcomes.filter((one) => !kind || one.kind === kind).map((one) => one.score >= limit));
}

export function falseAlerts(measured: Measured, limit = measured.contender.alertFrom): number {
  return share(measured.strangers.map((score) => score >= limit));
}

/** The highest limit at which the alert recall is still `recall`; 0 where it never is. */
export function limitForRecall(measured: Measured, recall: number): number {
  const scores = measured.outcomes.map((one) => one.score).sort((a, b) => b - a);
  return scores[Math.max(0, Math.ceil(recall * scores.length - 1e-9) - 1)] ?? 0;
}

/** The lowest limit at which at most `part` of the travellers have an alert. */
export function limitForFalseAlerts(measured: Measured, part: number): number {
  const scores = [...measured.strangers].sort((a, b) => b - a);
  const allowed = scores[Math.floor(part * scores.length + 1e-9)] ?? 0;
  return allowed + 1e-9;
}

export const kinds = Object.keys(KINDS) as Kind[];

export const p = (measured: Measured, part: number) => percentile(measured.times, part);
