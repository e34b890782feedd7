import type { Signal } from '../../core/ports/signal_light.ts';

/** The signals by the names which settings use. OFF is always dark. */
export type LampSignal = 'closed' | 'ready' | 'busy' | 'pass' | 'callOfficer';

const NAMES: Readonly<Record<Exclude<Signal, 'OFF'>, LampSignal>> = {
  CLOSED: 'closed',
  READY: 'ready',
  BUSY: 'busy',
  PASS: 'pass',
  CALL_OFFICER: 'callOfficer',
};

/** What the settings say for a signal; null where the lamp shall be dark. */
export function lampFor<T>(signal: Signal, lamps: Readonly<Record<LampSignal, T>>): T | null {
  return signal === 'OFF' ? null : lamps[NAMES[signal]];
}

/**
 * Why a choice of colours is refused, or null. A hit ends in CALL_OFFICER like any ordinary question, so that signal must alarm
 * nobody: not red, not amber, and steady like the others.
 */
export function tellTale<T>(lamps: Readonly<Record<LampSignal, T>>, alarming: (lamp: T) => boolean): string | null {
  return alarming(lamps.callOfficer) ? 'callOfficer must not be red or amber: it must not look like an alarm' : null;
}
