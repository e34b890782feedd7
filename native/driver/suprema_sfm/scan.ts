import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type { CaptureFailure } from '../../../core/ports/fingerprint_reader.ts';
import { SFM_COMMAND, SFM_FLAG, type SfmImage, type SfmMessage } from '../../codec/suprema_sfm_message.ts';
import { captureFailure, isIntermediate } from './capture_failure.ts';
import type { SfmRequests } from './requests.ts';

/** A transfer under way may go on so long behind the time-out: the port promises a reason within a second of it. */
const GRACE_MS = 800;
/** Less garbage than this is noise; so much may have been an answer. */
const PACKET_BYTES = 13;

export type ScanOutcome = Result<SfmImage, CaptureFailure>;

/** One SI command from its sending to its picture. */
export interface Scan {
  readonly done: Promise<ScanOutcome>;
  /** The module is at rest again; later than `done` where the scan was given up. Bounded. */
  readonly rested: Promise<void>;
  onMessage(message: SfmMessage): void;
  /** Bytes arrived, whatever they are. */
  onBytes(): void;
  onGarbage(bytes: number): void;
  /** Gives up with this reason; the module is told to. */
  abort(reason: CaptureFailure): void;
  /** The connection ends: settles everything at once. */
  stop(): void;
}

interface ScanTask {
  readonly asked: SfmRequests;
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** Silence in the middle of a picture, or behind a damaged answer, after which nothing more comes. */
  readonly silenceMs: number;
  readonly onFinger: () => void;
}

export function startScan(task: ScanTask): Scan {
  const { asked, clock, silenceMs } = task;
  // waiting: no final answer yet. picture: the answer is here, its picture is on its way. ending: what comes now is of
  // no use, but the module is at rest only once it is silent. over: nothing more comes.
  let phase: 'waiting' | 'picture' | 'ending' | 'over' = 'waiting';
  let settled = false;
  let damaged = false;
  let cancelSilence = () => {};
  let resolveDone: (outcome: ScanOutcome) => void = () => {};
  let resolveRested = () => {};
  const done = new Promise<ScanOutcome>((resolve) => {
    resolveDone = resolve;
  });
  const rested = new Promise<void>((resolve) => {
    resolveRested = resolve;
  });

  const settle = (outcome: ScanOutcome): void => {
    if (settled) return;
    settled = true;
    cancelDeadline();
    resolveDone(outcome);
  };
  const over = (outcome: ScanOutcome): void => {
    phase = 'over';
    cancelSilence();
    settle(outcome);
    resolveRested();
  };
  const watchSilence = (): void => {
    cancelSilence();
    cancelSilence = clock.after(silenceMs, onSilence);
  };
  const onSilence = (): void => {
    if (phase === 'picture' || phase === 'ending') over(broken('the picture stopped half way'));
    else if (damaged) abort({ code: 'IMAGE_BROKEN', detail: 'an answer was damaged on the line' });
  };
  const abort = (reason: CaptureFailure): void => {
    if (settled) return;
    settle(err(reason));
    // A picture on its way cannot be stopped; it is let pass.
    if (phase === 'waiting') void tellToStop(reason);
  };
  const tellToStop = async (reason: CaptureFailure): Promise<void> => {
    const answer = await asked.ask(SFM_COMMAND.CA);
    // Its answer may stand behind a picture on a slow line.
    if (phase === 'waiting' && answer === null) end();
    else if (phase !== 'picture') over(err(reason));
  };
  const end = (): void => {
    phase = 'ending';
    watchSilence();
  };
  const onDeadline = (): void => {
    const late: CaptureFailure =
      phase === 'picture'
        ? { code: 'CAPTURE_TIMEOUT', detail: 'the picture was still on its way: the line is slow for this time-out' }
        : { code: 'CAPTURE_TIMEOUT', detail: 'no finger in time' };
    if (phase !== 'picture') abort(late);
    else cancelDeadline = clock.after(GRACE_MS, () => abort(late));
  };
  let cancelDeadline = clock.after(task.timeoutMs, onDeadline);

  const onAnswer = (flag: number, size: number): void => {
    damaged = false;
    if (isIntermediate(flag)) {
      if (flag === SFM_FLAG.SCAN_SUCCESS) task.onFinger();
    } else if (flag !== SFM_FLAG.SUCCESS) {
      over(err(captureFailure(flag)));
    } else if (size === 0) {
      over(broken('the answer announces no picture'));
    } else {
      phase = 'picture';
      watchSilence();
    }
  };

  void asked.send(SFM_COMMAND.SI).then((sent) => {
    if (!sent) over(err({ code: 'DEVICE_IO', detail: 'the scan command could not be sent' }));
  });
  return {
    done,
    rested,
    onMessage: (message) => {
      if (phase === 'over') return;
      if (message.type === 'image') over(ok(message));
      else if (message.command === SFM_COMMAND.SI) onAnswer(message.flag, message.size);
    },
    onBytes: () => {
      if (phase === 'picture' || phase === 'ending') watchSilence();
    },
    onGarbage: (bytes) => {
      if (phase === 'picture') {
        settle(broken('the picture was damaged on the line'));
        end();
      } else if (phase === 'waiting' && bytes >= PACKET_BYTES) {
        damaged = true;
        watchSilence();
      }
    },
    abort,
    stop: () => over(err({ code: 'DEVICE_UNPLUGGED', detail: 'the connection ended during the capture' })),
  };
}

function broken(detail: string): ScanOutcome {
  return err({ code: 'IMAGE_BROKEN', detail });
}
