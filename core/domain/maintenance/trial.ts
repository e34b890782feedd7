import type { SettingsChange } from './settings_changes.ts';

/** How long settings are tried before they go back by themselves, and by how much that may be prolonged, once. */
export const TRIAL_MS = 30_000;
/** A device that failed within this time is not yet well enough to be kept. */
const QUIET_MS = 5_000;

/** Settings on trial. Lives in memory only: whatever ends the booth puts the old settings back in service. */
export interface Trial {
  readonly id: string;
  readonly by: string;
  readonly since: number;
  readonly until: number;
  readonly extended: boolean;
  readonly changes: readonly SettingsChange[];
  /** The devices that were added or changed, each with what it had done when the trial began. */
  readonly tried: readonly TriedDevice[];
}

interface TriedDevice {
  readonly device: string;
  /** Whether it must have been heard: a lamp has nothing to say, a one-way reader must have read once. */
  readonly speaks: boolean;
}

/** What one tried device did since the trial began. */
export interface TrialEvidence {
  readonly device: string;
  readonly state: 'absent' | 'opening' | 'ready' | 'busy' | 'lost' | 'failed' | 'closed';
  readonly problem: string | null;
  readonly beats: number;
  readonly faults: number;
  readonly reads: number;
  /** Good frames from the device. */
  readonly frames: number;
  /** Wall time of its last fault; null: none in this trial. */
  readonly lastFaultAt: number | null;
}

export type WaitingFor = 'DEVICE_NOT_READY' | 'FAULTS' | 'NOT_HEARD';

export function beginTrial(facts: Pick<Trial, 'id' | 'by' | 'changes' | 'tried'>, now: number): Trial {
  return { ...facts, since: now, until: now + TRIAL_MS, extended: false };
}

/** Prolonged by 30 s; null when it was prolonged already. */
export function extendTrial(trial: Trial): Trial | null {
  return trial.extended ? null : { ...trial, extended: true, until: trial.until + TRIAL_MS };
}

/** Why the settings cannot be kept yet, the first that holds; null when they can. A trial that only takes devices away can be kept at once. */
export function waitingFor(trial: Trial, evidence: readonly TrialEvidence[], now: number): WaitingFor | null {
  const of = (device: string): TrialEvidence | undefined => evidence.find((one) => one.device === device);
  const seen = trial.tried.map(({ device, speaks }) => ({ speaks, said: of(device) }));
  if (seen.some(({ said }) => said === undefined || (said.state !== 'ready' && said.state !== 'busy')))
    return 'DEVICE_NOT_READY';
  if (seen.some(({ said }) => said?.lastFaultAt != null && now - said.lastFaultAt < QUIET_MS)) return 'FAULTS';
  const heard = (said: TrialEvidence | undefined) => said !== undefined && said.beats + said.reads + said.frames > 0;
  if (seen.some(({ speaks, said }) => speaks && !heard(said))) return 'NOT_HEARD';
  return null;
}
