import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import type { SessionEvent } from './session.ts';

/** Asks a device now and then whether it is still there. */
export interface Heartbeat {
  /** The next beat comes after a full pause; begins the beating. */
  later(): void;
  /** No beats until `later`; for acts during which the device answers nothing else. */
  pause(): void;
  /** Something sound came from the device: what was missed does not count. */
  heard(): void;
  /** What came instead of an answer was damaged. */
  damaged(): void;
}

interface HeartbeatTask {
  readonly clock: Clock;
  readonly everyMs: number;
  /** So many unanswered beats in a row mean that the device is gone. */
  readonly missedBeats: number;
  /** Asks; true when it was answered. Bounded in time. */
  readonly ask: () => Promise<boolean>;
  readonly emit: (event: SessionEvent) => void;
}

/**
 * Emits each answered beat as `timed`, and `failed` when too many stayed unanswered: DEVICE_FRAME when damaged bytes came
 * instead, else DEVICE_SILENT.
 */
export function heartbeat(task: HeartbeatTask): Heartbeat {
  const { clock, emit } = task;
  let missed = 0;
  let sawDamage = false;
  let turn = 0;
  let cancel = () => {};

  const heard = (): void => {
    missed = 0;
    sawDamage = false;
  };
  const pause = (): void => {
    turn += 1;
    cancel();
  };
  const later = (): void => {
    pause();
    const mine = turn;
    cancel = clock.after(task.everyMs, () => void beat(mine));
  };
  const beat = async (mine: number): Promise<void> => {
    const since = clock.monotonic();
    const answered = await task.ask();
    if (mine !== turn) return;
    if (answered) emit({ kind: 'timed', act: 'heartbeat', ms: clock.monotonic() - since });
    if (answered) heard();
    else missed += 1;
    if (missed < task.missedBeats) later();
    else emit({ kind: 'failed', problem: gone() });
  };
  const gone = (): DeviceProblem =>
    sawDamage
      ? { code: 'DEVICE_FRAME', detail: `${missed} heartbeats with damaged answers` }
      : { code: 'DEVICE_SILENT', detail: `${missed} heartbeats unanswered` };

  return {
    later,
    pause,
    heard,
    damaged: () => {
      sawDamage = true;
    },
  };
}
