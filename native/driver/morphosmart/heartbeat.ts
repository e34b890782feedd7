import type { Clock } from '../../../core/ports/clock.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import { CANCEL, type Commands, GET_DESCRIPTOR, isBusy } from './commands.ts';
import type { IlvLink } from './link.ts';
import type { MorphosmartSettings } from './settings.ts';

/** What asking whether the device is still there needs of the session. */
export interface HeartbeatNeeds {
  readonly link: Pick<IlvLink, 'send'>;
  readonly asked: Commands;
  readonly clock: Clock;
  readonly options: MorphosmartSettings;
  /** A device at a capture answers nothing else. */
  readonly capturing: () => boolean;
  readonly onBeat: (ms: number) => void;
  readonly onSilent: (problem: DeviceProblem) => void;
}

export interface Heartbeat {
  /** Something was heard: the next question comes a whole interval after it. */
  later(): void;
  /** A frame came: the device is there. */
  alive(): void;
  stop(): void;
}

/** Asks for the descriptor whenever the line was quiet for a while. It begins with the first `later`. */
export function heartbeat({ link, asked, clock, options, capturing, onBeat, onSilent }: HeartbeatNeeds): Heartbeat {
  let missed = 0;
  let stopped = false;
  let cancel = () => {};

  const later = (): void => {
    cancel();
    if (!stopped) cancel = clock.after(options.heartbeatMs, () => void beat());
  };
  const beat = async (): Promise<void> => {
    if (stopped || capturing()) return later();
    const since = clock.monotonic();
    const answer = await asked.ask(GET_DESCRIPTOR, options.responseTimeoutMs);
    if (stopped) return;
    if (answer !== null) onBeat(clock.monotonic() - since);
    else if (!capturing()) missed += 1;
    // A command that nobody here gave: a host before us, or a capture whose CANCEL was lost.
    if (answer !== null && isBusy(answer) && !capturing()) void link.send(CANCEL);
    if (missed < options.missedBeats) return later();
    onSilent({ code: 'DEVICE_SILENT', detail: `${missed} heartbeats unanswered` });
  };
  return {
    later,
    alive: () => {
      missed = 0;
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}
