/** One word for a device: what a technician looks at first. NO_DATA has not been heard within three heartbeats. */
export const DEVICE_CONDITIONS = [
  'GOOD',
  'DEGRADED',
  'DISCONNECTED',
  'FAILED',
  'ABSENT',
  'NO_DATA',
  'SIMULATED',
] as const;
export type DeviceCondition = (typeof DEVICE_CONDITIONS)[number];

/** What the word is judged by. Times are wall times in ms. */
export interface DeviceEvidence {
  readonly state: 'absent' | 'opening' | 'ready' | 'busy' | 'lost' | 'failed' | 'closed';
  readonly simulated: boolean;
  /** When the present state began. */
  readonly since: number;
  /** When it was heard last; null: never. */
  readonly lastHeardAt: number | null;
  /** The pause between two heartbeats; null for a device that has none (a one-way reader, a lamp). */
  readonly heartbeatMs: number | null;
  /** Failures in the running hour and the one before it. */
  readonly recentFailures: number;
}

/** A device that failed more often than this lately works, but not well. */
const TOLERATED_FAILURES = 2;
/** A beat that is a little late is no lost one. */
const BEAT_SLACK_MS = 2_000;

/** Silence is never taken for health: what was not heard is said to be without data. */
export function deviceCondition(evidence: DeviceEvidence, now: number): DeviceCondition {
  switch (evidence.state) {
    case 'absent':
    case 'closed':
      return 'ABSENT';
    case 'lost':
    case 'opening':
      return 'DISCONNECTED';
    case 'failed':
      return 'FAILED';
    case 'ready':
    case 'busy': {
      if (isSilent(evidence, now)) return 'NO_DATA';
      if (evidence.recentFailures > TOLERATED_FAILURES) return 'DEGRADED';
      return evidence.simulated ? 'SIMULATED' : 'GOOD';
    }
  }
}

function isSilent({ heartbeatMs, lastHeardAt, since }: DeviceEvidence, now: number): boolean {
  if (heartbeatMs === null) return false;
  return now - Math.max(lastHeardAt ?? 0, since) > 3 * heartbeatMs + BEAT_SLACK_MS;
}
