import type { ReplayedCase, ReplayMoment } from '../../../contract/replay_view.ts';
import type { CheckOutcome } from '../../domain/clearance/check.ts';
import type { Clearance, ListConsulted } from '../../domain/clearance/clearance.ts';
import type { LawAnswer } from '../../domain/clearance/law_answer.ts';
import type { ClearanceState } from '../../domain/clearance/step.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { CaseFiles } from '../../ports/case_files.ts';
import type { JournalEntry, Records, StorageProblem, StoredClearance } from '../../ports/records.ts';
import type { RuleSnapshots } from '../../ports/rules_in_force.ts';
import { judgedAgain, judgedToday } from './judged_again.ts';
import { withoutDiscreet } from './without_discreet.ts';

/** From where a case is rebuilt. */
export interface ReplaySources {
  readonly records: Pick<Records, 'journalOf' | 'proveCase' | 'clearanceById' | 'clearanceByNumber'>;
  readonly caseFiles: Pick<CaseFiles, 'ofClearance'>;
  readonly rules: Pick<RuleSnapshots, 'current' | 'ruleSet'>;
}

/** What an entry says, cut where no screen could show it, in characters. */
const LONGEST_SAYING = 20_000;

const RESETS: readonly string[] = ['CHECKS_STARTED'];

function checkOf({ event, data }: JournalEntry): ReplayMoment['check'] {
  if (event !== 'CHECK_FINISHED') return null;
  const { check, result, reason, source, dataVersion, durationMs } = data as unknown as CheckOutcome;
  return { check, result, reason, source, dataVersion: dataVersion || null, durationMs };
}

function momentOf(entry: JournalEntry, openedAt: number, decided: number): ReplayMoment {
  const { seq, at, event, actor, hash, previousHash, data } = entry;
  return {
    seq,
    wall: at,
    at: Math.max(0, at - openedAt),
    event,
    actor,
    hash,
    previousHash,
    afterwards: seq > decided,
    check: checkOf(entry),
    resetsChecks: RESETS.includes(event),
    says: JSON.stringify(data).slice(0, LONGEST_SAYING),
  };
}

const DECISIONS: readonly string[] = ['CLEARED', 'REFERRED', 'REFUSAL_PROPOSED', 'ABANDONED'];

/** The last of an event's data, as it was written. */
function lastSaid<T>(entries: readonly JournalEntry[], event: string): T | null {
  return (entries.findLast((one) => one.event === event)?.data ?? null) as T | null;
}

/** A closed case ended in one of the four; what a later version may add is told as no decision. */
export const outcomeOf = ({ outcome }: Pick<StoredClearance, 'outcome'>): ReplayedCase['outcome'] =>
  (['CLEARED', 'REFERRED', 'REFUSAL_PROPOSED'] as const).find((one) => one === outcome) ?? 'ABANDONED';

/** The seals of a step name the pieces of evidence it brought in. */
function evidenceOf(entries: readonly JournalEntry[]): string[] {
  const names = entries.flatMap(({ data }) => {
    const sealed = typeof data === 'object' && data !== null && 'sealed' in data ? data.sealed : null;
    return Object.keys(sealed ?? {});
  });
  return [...new Set(names.filter((name) => name.startsWith('evidence/')).map((name) => name.slice(9)))];
}

const personOf = ({ document }: Clearance): ReplayedCase['person'] => {
  const { surname, givenNames, nationality, birthDate, sex, issuer, number, expiryDate } = document;
  return { surname, givenNames, nationality, birthDate, sex, issuer, number, expiryDate };
};

/**
 * A decided case as it was, from its entries in the journal, the sealed state and nothing else: no list is asked and no
 * device. Null for what is not decided or not here. Nothing discreet is in it.
 */
export async function replayCase(
  stored: StoredClearance | null,
  sources: ReplaySources,
): Promise<Result<ReplayedCase | null, StorageProblem>> {
  if (stored === null || stored.closedAt === null) return ok(null);
  const [journal, proof, files] = await Promise.all([
    sources.records.journalOf(stored.id),
    sources.records.proveCase(stored.id),
    sources.caseFiles.ofClearance(stored.id),
  ]);
  if (!journal.ok) return journal;
  if (!proof.ok) return proof;
  if (!files.ok) return files;
  const entries = withoutDiscreet(journal.value);
  const decision = entries.findLast(({ event }) => DECISIONS.includes(event));
  const law = lastSaid<LawAnswer>(entries, 'LAW_ANSWERED');
  const consulted = lastSaid<{ lists: readonly ListConsulted[] }>(entries, 'LIST_CONSULTED');
  const { clearance } = stored.state as unknown as ClearanceState;
  const told = journal.value.filter(({ seq }) => entries.some((one) => one.seq === seq));
  return ok({
    id: stored.id,
    recordNumber: stored.recordNumber,
    lane: stored.lane,
    direction: stored.direction,
    openedAt: stored.openedAt,
    closedAt: stored.closedAt,
    outcome: outcomeOf(stored),
    decidedBy: decision?.actor ?? '',
    person: personOf(clearance),
    moments: entries.map((one) => momentOf(one, stored.openedAt, decision?.seq ?? Number.MAX_SAFE_INTEGER)),
    lists: (consulted?.lists ?? []).map(({ list, kind, version, asOf }) => ({ list, kind, version, asOf })),
    files: files.value
      .filter(({ kind }) => kind !== 'DISCREET')
      .map(({ kind, number, openedAt, closedAt }) => ({ kind, number, openedAt, closedAt })),
    evidence: evidenceOf(told),
    law: await judgedAgain(law, sources.rules),
    today: judgedToday(law, sources.rules),
    proof: { ...proof.value, broken: [...proof.value.broken] },
  });
}
