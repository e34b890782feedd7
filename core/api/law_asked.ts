import type { Clearance, ClearanceEvent } from '../domain/clearance/clearance.ts';
import { lawFacts } from '../domain/clearance/law_facts.ts';
import { LAW_CHECKS } from '../domain/clearance/law_outcomes.ts';
import { explain } from '../domain/entry/explain.ts';
import { dayAtGate, type LaneContext } from './lane_context.ts';

/** Steps after which the law may say something else. Notes and answers to a posture's demands are none. */
const MATTERS: ReadonlySet<ClearanceEvent['type']> = new Set<ClearanceEvent['type']>([
  'CHECK_FINISHED',
  'LISTS_ANSWERED',
  'SOURCES_ANSWERED',
  'FACTS_KNOWN',
  'HIT_ANSWERED',
  'EXCLUSION_UNDONE',
]);

/** The lists and the sources have both answered: from now on the law can be asked, and is asked anew with every new fact. */
function mayBeAsked({ checks, askedAt }: Clearance): boolean {
  return askedAt !== null && typeof checks.LOCAL_LISTS === 'object' && typeof checks.LOST_REVOKED === 'object';
}

/**
 * The law's answer after these steps, or that none is installed; nothing where it need not be asked. It is asked of everybody
 * in the same way, whatever the lists keep to themselves.
 */
export function lawAsked(
  context: LaneContext,
  clearance: Clearance,
  after: readonly ClearanceEvent[],
): readonly ClearanceEvent[] {
  if (!mayBeAsked(clearance) || !after.some(({ type }) => MATTERS.has(type))) return [];
  const at = context.clock.now();
  const now = context.rules.current();
  if (now === null) {
    const missing = { result: 'NOT_PERFORMED', reason: 'RULES_NOT_INSTALLED', severity: 'NONE' } as const;
    const line = { ...missing, source: 'LOCAL', dataVersion: null, durationMs: 0 } as const;
    const open = LAW_CHECKS.filter((check) => typeof clearance.checks[check] === 'string');
    return open.map((check) => ({ type: 'CHECK_FINISHED', outcome: { check, ...line }, at }));
  }
  const { rules, signedBy } = now;
  const started = context.clock.monotonic();
  const facts = lawFacts(clearance, dayAtGate(context));
  const { movements } = clearance.travel;
  const { sameDocumentMinutes } = context.settings.law;
  const { verdict, explanation } = explain(rules, facts, { movements, at: clearance.openedAt, sameDocumentMinutes });
  const durationMs = context.clock.monotonic() - started;
  const version = { version: rules.version, signedBy };
  return [{ type: 'LAW_ANSWERED', answer: { facts, verdict, explanation, rules: version, at, durationMs }, at }];
}
