import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';

/** A relay that lets a door go, which can be read back. Its calls settle within a bounded time. */
export interface Relay {
  set(on: boolean): Promise<Result<void, DeviceProblem>>;
  /** `withinMs`: it must have settled by then, so that the line is free for what follows. */
  isOn(withinMs?: number): Promise<Result<boolean, DeviceProblem>>;
  /** Sends "off" without waiting for anything: the connection is about to end. */
  letGo(): void;
  /** While `held`, whoever outlives the booth sends "off" for it. */
  outlive(held: boolean): void;
}

/** The one way in which a gate is let go: a pulse, timed here, that ends by itself. */
export interface ReleasePulse {
  /** Switches the relay off if it is on, and sees it off; true when it was on. Moves nothing that is at rest. */
  makeSafe(): Promise<Result<boolean, DeviceProblem>>;
  /**
   * On, pulse, off, each read back. DEVICE_REFUSED: a pulse is under way, the relay was on beforehand (it is switched off), or
   * does not obey. DEVICE_UNPLUGGED: the session was stopped in the middle.
   */
  release(): Promise<Result<void, DeviceProblem>>;
  underWay(): boolean;
  /** Ends a pulse that is under way at once. */
  stop(): void;
}

/** How often "off" is sent before the relay counts as stuck. */
const OFF_TRIES = 3;

/** `onStuck` hears of a relay that stays on although it was told off: the connection should be made anew, which tries again. */
export function releasePulse(
  relay: Relay,
  clock: Clock,
  pulseMs: number,
  onStuck: (problem: DeviceProblem) => void,
): ReleasePulse {
  let busy = false;
  let stopped = false;
  let endWait = () => {};
  let abandon: (result: Result<void, DeviceProblem>) => void = () => {};

  const wait = (delayMs: number): Promise<void> =>
    new Promise((resolve) => {
      if (stopped) return resolve();
      const cancel = clock.after(delayMs, resolve);
      endWait = () => {
        cancel();
        resolve();
      };
    });

  const switchOff = async (): Promise<Result<void, DeviceProblem>> => {
    let last: DeviceProblem = { code: 'DEVICE_REFUSED', detail: 'the relay stays on' };
    for (let tries = 0; tries < OFF_TRIES && !stopped; tries += 1) {
      const sent = await relay.set(false);
      const seen = sent.ok ? await relay.isOn() : sent;
      if (seen.ok && seen.value === false) return ok(undefined);
      if (!seen.ok) last = seen.error;
    }
    return err(last);
  };

  const makeSafe = async (): Promise<Result<boolean, DeviceProblem>> => {
    const before = await relay.isOn();
    if (!before.ok || !before.value) return before;
    const off = await switchOff();
    return off.ok ? ok(true) : off;
  };

  const pulse = async (): Promise<Result<void, DeviceProblem>> => {
    const before = await makeSafe();
    if (!before.ok) return before;
    if (before.value) return err({ code: 'DEVICE_REFUSED', detail: 'the relay was on already and was switched off' });
    if (stopped) return err(ENDED);
    relay.outlive(true);
    const on = await relay.set(true);
    // Read back while the time runs, and given up with it: a slow answer, or none, must not make the pulse longer.
    const seenOn = on.ok ? relay.isOn(pulseMs) : Promise.resolve(on);
    if (on.ok) await wait(pulseMs);
    // Off in any case: an order that seemed to fail may have arrived.
    const off = await switchOff();
    if (!off.ok) {
      onStuck(off.error);
      return off;
    }
    relay.outlive(false);
    const seen = await seenOn;
    if (!seen.ok) return seen;
    return seen.value === true ? ok(undefined) : err({ code: 'DEVICE_REFUSED', detail: 'the relay did not switch on' });
  };

  return {
    makeSafe,
    release: async () => {
      if (stopped) return err(ENDED);
      if (busy) return err({ code: 'DEVICE_REFUSED', detail: 'a release is under way' });
      busy = true;
      const abandoned = new Promise<Result<void, DeviceProblem>>((resolve) => {
        abandon = resolve;
      });
      const result = await Promise.race([pulse(), abandoned]);
      busy = false;
      return result;
    },
    underWay: () => busy,
    stop: () => {
      if (stopped) return;
      stopped = true;
      if (busy) relay.letGo();
      endWait();
      abandon(err(ENDED));
    },
  };
}

const ENDED: DeviceProblem = { code: 'DEVICE_UNPLUGGED', detail: 'the connection ended before the release was over' };
