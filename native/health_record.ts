import type { Clock } from '../core/ports/clock.ts';
import type { DeviceHealth, DeviceProblem, DeviceState } from '../core/ports/device.ts';

/** The health of one device and who wants to hear of it. */
export interface HealthRecord {
  current(): DeviceHealth;
  /** Goes to a state; tells listeners and counts a failure only when state or problem changed. */
  turn(state: DeviceState, problem: DeviceProblem | null, firmware?: string | null): void;
  countRead(): void;
  countReconnect(): void;
  onChange(listener: (health: DeviceHealth) => void): () => void;
}

export function healthRecord(first: Pick<DeviceHealth, 'name' | 'kind' | 'driver'>, clock: Clock): HealthRecord {
  const listeners = new Set<(health: DeviceHealth) => void>();
  let health: DeviceHealth = {
    ...first,
    state: 'absent',
    since: clock.now(),
    problem: null,
    firmware: null,
    reads: 0,
    failures: {},
    reconnects: 0,
  };
  return {
    current: () => health,
    turn: (state, problem, firmware = health.firmware) => {
      const sameState = health.state === state;
      if (sameState && health.problem?.code === problem?.code && health.firmware === firmware) return;
      const since = sameState ? health.since : clock.now();
      health = { ...health, state, since, problem, firmware, failures: counted(health, problem) };
      for (const listener of [...listeners]) listener(health);
    },
    countRead: () => {
      health = { ...health, reads: health.reads + 1 };
    },
    countReconnect: () => {
      health = { ...health, reconnects: health.reconnects + 1 };
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function counted(health: DeviceHealth, problem: DeviceProblem | null): DeviceHealth['failures'] {
  if (problem === null) return health.failures;
  return { ...health.failures, [problem.code]: (health.failures[problem.code] ?? 0) + 1 };
}
