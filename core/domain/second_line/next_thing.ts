import { type ConfirmationLimits, dueAt } from './escalation.ts';
import type { SecondLineFile } from './file.ts';
import { openDoubts, openEntries } from './standing.ts';

/** The one thing to do now, with the moment (ms) until which it should be done where there is one. */
export interface NextThing {
  readonly what: 'ESCORT' | 'TAKE' | 'LOCKED' | 'OWNER_LATE' | 'OWNER' | 'COMPARE' | 'RECHECK' | 'DECIDE' | 'CLOSED';
  readonly dueAt: number | null;
  /** How many entries or checks it is about. */
  readonly count: number;
}

const thing = (what: NextThing['what'], count = 0, due: number | null = null): NextThing => ({
  what,
  count,
  dueAt: due,
});

/** What the officer who looks should do next: first the person, then the lock, then what waits longest, then what is open. */
export function nextThing(file: SecondLineFile, officer: string, limits: ConfirmationLimits): NextThing {
  if (file.stage === 'CLOSED') return thing('CLOSED');
  if (file.taken === null) return thing(file.escorted === null ? 'ESCORT' : 'TAKE');
  if (file.taken.by !== officer) return thing('LOCKED');
  const asked = file.confirmations.filter(({ answer }) => answer === null).sort((a, b) => a.at - b.at);
  const [first] = asked;
  const late = first !== undefined && first.escalated.length > 0;
  if (late) return thing('OWNER_LATE', asked.length, dueAt(first, 'HEAD_OF_UNIT', limits));
  if (file.escorted === null) return thing('ESCORT');
  if (first !== undefined) return thing('OWNER', asked.length, dueAt(first, 'SUPERVISOR', limits));
  const entries = openEntries(file).length;
  if (entries > 0) return thing('COMPARE', entries);
  const doubts = openDoubts(file).length;
  return doubts > 0 ? thing('RECHECK', doubts) : thing('DECIDE');
}
