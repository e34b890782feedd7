import type { ClearanceEvent, RecordedHit } from './clearance.ts';
import { secondPersonFor, secondRefused } from './who_answers.ts';

type Answered = Extract<ClearanceEvent, { readonly type: 'HIT_ANSWERED' }>;
type Undone = Extract<ClearanceEvent, { readonly type: 'EXCLUSION_UNDONE' }>;

/** Whether an entry still asks the officer for an answer: one told apart earlier stands there quietly. */
export const asks = (hit: RecordedHit): boolean => hit.exclusion?.standing !== 'HOLDS';

/** "Same" and "cannot decide" are always an officer's to say; "different" has its rules (who_answers.ts). */
export function mayAnswer(hits: readonly RecordedHit[], event: Answered): boolean {
  const found = hits.find((one) => one.name === event.name);
  if (found === undefined || !asks(found)) return false;
  if (event.answer !== 'DIFFERENT') return true;
  const { strongDifferences, hit } = found;
  const needed = secondPersonFor({ strongDifferences, matchClass: hit.matchClass }, event.by.roles);
  return secondRefused(needed, event.by, event.second) === null;
}

export function answered(hits: readonly RecordedHit[], event: Answered): RecordedHit[] {
  const { name, answer, by, second } = event;
  const confirmedBy = answer === 'DIFFERENT' ? (second?.number ?? null) : null;
  return hits.map((hit) => (hit.name === name ? { ...hit, answer, answeredBy: by.number, confirmedBy } : hit));
}

export function mayUndo(hits: readonly RecordedHit[], name: string): boolean {
  return hits.some((hit) => hit.name === name && hit.exclusion?.standing === 'HOLDS');
}

/** The entry asks again; who took the exclusion back stays written beside it. */
export function undone(hits: readonly RecordedHit[], { name, by, at, reason }: Undone): RecordedHit[] {
  return hits.map((hit) =>
    hit.name === name && hit.exclusion !== null
      ? { ...hit, exclusion: { ...hit.exclusion, standing: 'UNDONE', undone: { by, at, reason } } }
      : hit,
  );
}
