import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type { CaptureFailure, CaptureRequest, FingerHint } from '../../../core/ports/fingerprint_reader.ts';
import { ZFM_COMMAND, ZFM_CONFIRMATION } from '../../codec/zfm_message.ts';
import { captureFailure } from './capture_failure.ts';
import type { ZfmLine } from './line.ts';
import { expandedPixels, imageBytes } from './picture.ts';

/** A transfer under way may go on so long behind the time-out: the port promises a reason within a second of it. */
const GRACE_MS = 800;
/** So many unanswered looks for a finger in a row end the capture. */
const SILENT_LOOKS = 2;

/** The dots of a picture, and how long it took from the finger to the last of them. */
export interface Captured {
  readonly pixels: Uint8Array;
  readonly ms: number;
}

/** One capture: looks for a finger until there is one, then fetches its image. */
export interface ZfmCapture {
  /** Settles in any case; what is left on the line is waited for by the line itself. */
  readonly done: Promise<Result<Captured, CaptureFailure>>;
  abort(reason: CaptureFailure): void;
}

interface CaptureTask {
  readonly line: ZfmLine;
  readonly clock: Clock;
  readonly request: CaptureRequest;
  readonly size: { readonly width: number; readonly height: number };
  readonly pollMs: number;
  readonly hint: (hint: FingerHint) => void;
  /** Shows the password once more, which a module that restarted has forgotten; true when it is taken. */
  readonly unlock: () => Promise<boolean>;
}

export function startCapture(task: CaptureTask): ZfmCapture {
  const { line, clock, request, size } = task;
  let aborted = false;
  let fetching = false;
  // Said when no finger could be used in time.
  let late: CaptureFailure = { code: 'CAPTURE_TIMEOUT', detail: 'no finger in time' };
  let abort: (reason: CaptureFailure) => void = () => {};
  const given = new Promise<Result<Captured, CaptureFailure>>((resolve) => {
    abort = (reason) => {
      aborted = true;
      resolve(err(reason));
    };
  });
  const onDeadline = (): void => {
    const slow = 'the picture was still on its way: the line is slow for this time-out';
    if (!fetching) abort(late);
    else cancelDeadline = clock.after(GRACE_MS, () => abort({ code: 'CAPTURE_TIMEOUT', detail: slow }));
  };
  let cancelDeadline = clock.after(request.timeoutMs, onDeadline);

  let silent = 0;
  let unlocked = false;
  /** One look: a finger is in the module's image buffer, or there is none yet, or why there will be none. */
  const look = async (): Promise<'FOUND' | 'AGAIN' | CaptureFailure> => {
    const ack = await line.ask(ZFM_COMMAND.GEN_IMG);
    silent = ack === null ? silent + 1 : 0;
    if (ack === null) return silent < SILENT_LOOKS ? 'AGAIN' : line.noAnswer(ZFM_COMMAND.GEN_IMG);
    if (ack.code === ZFM_CONFIRMATION.OK) return 'FOUND';
    if (ack.code === ZFM_CONFIRMATION.NO_FINGER) return 'AGAIN';
    const failure = captureFailure(ZFM_COMMAND.GEN_IMG, ack.code);
    if (ack.code === ZFM_CONFIRMATION.PASSWORD_REQUIRED && !unlocked) {
      unlocked = true;
      return (await task.unlock()) ? 'AGAIN' : failure;
    }
    if (ack.code !== ZFM_CONFIRMATION.CAPTURE_FAILED) return failure;
    late = failure;
    return 'AGAIN';
  };
  /** Null once there is a finger. */
  const findFinger = async (): Promise<CaptureFailure | null> => {
    while (!aborted) {
      const seen = await look();
      if (seen !== 'AGAIN') return seen === 'FOUND' ? null : seen;
      await new Promise<void>((resolve) => clock.after(task.pollMs, resolve));
    }
    return late;
  };

  const fetchImage = async (): Promise<Result<Uint8Array, CaptureFailure>> => {
    const expected = imageBytes(size.width, size.height);
    const { ack, data } = await line.receive(ZFM_COMMAND.UP_IMAGE, new Uint8Array(0), expected);
    if (ack === null) return err(line.noAnswer(ZFM_COMMAND.UP_IMAGE));
    if (data === null) return err(captureFailure(ZFM_COMMAND.UP_IMAGE, ack.code));
    return expandedPixels(data, size.width, size.height);
  };

  const run = async (): Promise<Result<Captured, CaptureFailure>> => {
    task.hint('PLACE');
    const problem = await findFinger();
    if (problem !== null || aborted) return err(problem ?? late);
    const from = clock.monotonic();
    fetching = true;
    task.hint('HOLD');
    const pixels = await fetchImage();
    if (!pixels.ok) return pixels;
    return ok({ pixels: pixels.value, ms: clock.monotonic() - from });
  };
  const done = Promise.race([given, run()]).finally(() => {
    aborted = true;
    cancelDeadline();
  });
  return { done, abort };
}
