import { initialTransition, type SnapshotFrom, transition } from 'xstate';
import type { Clearance, ClearanceEvent } from './clearance.ts';
import { clearanceMachine, openClearance } from './machine.ts';

export type Phase = 'READING' | 'CHECKING' | 'REVIEW' | 'CLEARED' | 'REFERRED' | 'REFUSAL_PROPOSED' | 'ABANDONED';
type Snapshot = SnapshotFrom<typeof clearanceMachine>;

/** The whole state of a clearance as it is stored: phase and data, plain JSON. */
export interface ClearanceState {
  readonly phase: Phase;
  readonly clearance: Clearance;
}

export interface Step {
  readonly state: ClearanceState;
  /** False when the event is not allowed in this state: nothing changed. */
  readonly taken: boolean;
  readonly runChecks: boolean;
}

function asState(snapshot: Snapshot): ClearanceState {
  return { phase: snapshot.value as Phase, clearance: snapshot.context };
}

/** The first state of a new clearance. */
export function begin(clearance: Clearance): ClearanceState {
  const [snapshot] = initialTransition(clearanceMachine, clearance);
  return asState(snapshot);
}

/**
 * A stored case as it is taken up again. One stored by an earlier version of the booth, before entries had digests and
 * exclusions or the law was asked, begins its checks anew.
 */
export function takenUp(stored: ClearanceState): ClearanceState {
  const { clearance } = stored;
  const known: Partial<Clearance> = clearance;
  const { listLine, travel, overstay, askedAt, demands } = known;
  if (![listLine, travel, overstay, askedAt, demands].includes(undefined)) return stored;
  return begin({ ...openClearance(clearance), readings: clearance.readings, notes: clearance.notes });
}

/** One step: pure, total, and without memory of its own. */
export function step(state: ClearanceState, event: ClearanceEvent): Step {
  const before = clearanceMachine.resolveState({ value: state.phase, context: state.clearance });
  // A finished clearance is never touched again: a correction is a new, linked record.
  if (isOver(state.phase) || !before.can(event)) return { state, taken: false, runChecks: false };
  const [after, actions] = transition(clearanceMachine, before, event);
  return {
    state: asState(after),
    taken: true,
    runChecks: actions.some((action) => action.type === 'runChecks'),
  };
}

export const isOver = (phase: Phase): boolean =>
  phase === 'CLEARED' || phase === 'REFERRED' || phase === 'REFUSAL_PROPOSED' || phase === 'ABANDONED';
