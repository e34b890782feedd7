import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceHealth, DeviceProblem, DeviceState } from '../../core/ports/device.ts';
import type { DeviceIdentity, SessionEvent } from '../driver/session.ts';
import { failuresByHour } from './failures_by_hour.ts';
import type { WearBook } from './wear_book.ts';

/** So many last times of each act are kept for its 95th percentile. */
const KEPT_TIMES = 200;

/** What an act counts as in the life of a device. */
const WEARING: Readonly<Record<string, string>> = { release: 'releases', capture: 'captures' };

/** The health of one device and who wants to hear of it. */
export interface HealthRecord {
  current(): DeviceHealth;
  /** Goes to a state; tells listeners and counts a failure only when state or problem changed. */
  turn(state: DeviceState, problem: DeviceProblem | null, identity?: DeviceIdentity): void;
  openedAt(port: string): void;
  /** Takes down what a session said: reads, times, faults, when it was heard last. */
  note(event: SessionEvent): void;
  countReconnect(): void;
  onChange(listener: (health: DeviceHealth) => void): () => void;
}

export type FirstHealth = Pick<DeviceHealth, 'name' | 'kind' | 'driver' | 'simulated'>;

/** The health of a device of which nothing has been heard. */
export function blankHealth(first: FirstHealth, clock: Clock): DeviceHealth {
  return {
    ...first,
    state: 'absent',
    since: clock.now(),
    problem: null,
    firmware: null,
    port: null,
    serialNumber: null,
    lastHeardAt: null,
    reads: 0,
    failures: {},
    failuresByHour: Array.from({ length: 24 }, () => 0),
    reconnects: 0,
    p95Ms: {},
    wear: {},
  };
}

/** `wear` keeps the counters of its whole life, under its driver and serial number, or its name where it has none. */
export function healthRecord(first: FirstHealth, clock: Clock, wear: WearBook): HealthRecord {
  const listeners = new Set<(health: DeviceHealth) => void>();
  const times = new Map<string, number[]>();
  const byHour = failuresByHour();
  let health = blankHealth(first, clock);

  const wearKey = (): string =>
    health.serialNumber === null ? `${first.driver} ${first.name}` : `${first.driver} #${health.serialNumber}`;
  const timed = (act: string, ms: number): void => {
    const kept = [...(times.get(act) ?? []), ms].slice(-KEPT_TIMES);
    times.set(act, kept);
    health = { ...health, p95Ms: { ...health.p95Ms, [act]: percentile95(kept) } };
    const worn = WEARING[act];
    if (worn !== undefined) wear.count(wearKey(), worn);
  };
  const fail = (problem: DeviceProblem | null): void => {
    if (problem === null) return;
    byHour.count(clock.now());
    health = { ...health, failures: { ...health.failures, [problem.code]: (health.failures[problem.code] ?? 0) + 1 } };
  };
  const current = (): DeviceHealth => ({
    ...health,
    failuresByHour: byHour.at(clock.now()),
    wear: wear.of(wearKey()),
  });

  return {
    current,
    turn: (state, problem, identity) => {
      const firmware = identity?.firmware ?? health.firmware;
      const serialNumber = identity?.serialNumber ?? health.serialNumber;
      const sameState = health.state === state;
      if (sameState && health.problem?.code === problem?.code && health.firmware === firmware) return;
      const since = sameState ? health.since : clock.now();
      health = { ...health, state, since, problem, firmware, serialNumber };
      fail(problem);
      if (state === 'ready') wear.count(wearKey(), 'connects');
      const told = current();
      for (const listener of [...listeners]) listener(told);
    },
    openedAt: (port) => {
      health = { ...health, port };
    },
    note: (event) => {
      if (event.kind === 'timed') return timed(event.act, event.ms);
      health = { ...health, lastHeardAt: clock.now() };
      if (event.kind === 'read' || event.kind === 'scan') {
        health = { ...health, reads: health.reads + 1 };
        wear.count(wearKey(), 'reads');
      }
      if (event.kind === 'fault') fail(event.problem);
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

function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? 0;
}
