import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type { CaptureFailure, CaptureRequest, FingerprintImage } from '../../../core/ports/fingerprint_reader.ts';
import type { SfmImage, SfmMessage } from '../../codec/suprema_sfm_message.ts';
import type { FingerprintSession, SessionEvent } from '../session.ts';
import { setGrey } from './identity.ts';
import { greyPixels } from './picture.ts';
import type { SfmRequests } from './requests.ts';
import { type Scan, type ScanOutcome, startScan } from './scan.ts';

/** A module that ends its own wait for a finger is told to wait on when there is so much time left. */
const WORTH_WAITING_MS = 200;

/** Captures over a session's line. One at a time; whoever calls sees to that. */
export interface SfmCapturing extends Pick<FingerprintSession, 'capture'> {
  cancel(): void;
  /** A scan is under way, or what is left of one. */
  busy(): boolean;
  /** Nothing is left of the last scan; later than its capture where that was given up. */
  rested(): Promise<void>;
  onMessage(message: SfmMessage): void;
  onBytes(): void;
  onGarbage(bytes: number): void;
  stop(): void;
}

interface CapturingTask {
  readonly asked: SfmRequests;
  readonly clock: Clock;
  readonly silenceMs: number;
  readonly emit: (event: SessionEvent) => void;
  /** What the sensor is, now that a picture says its size. */
  readonly sensorOf: (width: number, height: number) => FingerprintImage['sensor'];
}

export function sfmCapturing(task: CapturingTask): SfmCapturing {
  const { asked, clock, emit } = task;
  let scan: Scan | null = null;
  let resting: Promise<void> = Promise.resolve();
  let givenUp: CaptureFailure | null = null;
  let fingerAt = 0;
  let onGivenUp: (reason: CaptureFailure) => void = () => {};

  const capture = async (request: CaptureRequest): Promise<Result<FingerprintImage, CaptureFailure>> => {
    const deadline = clock.monotonic() + request.timeoutMs;
    givenUp = null;
    const late = await waitForRest(request.timeoutMs);
    if (late !== null) return err(late);
    // Before each scan: a module that restarted behind a serial converter has forgotten it.
    const grey = await setGrey(asked);
    if (!grey.ok) return givenUp === null ? grey : err(givenUp);
    emit({ kind: 'finger', hint: 'PLACE', at: clock.now() });
    for (;;) {
      const outcome = await scanned(deadline - clock.monotonic());
      if (outcome.ok) return taken(outcome.value, request);
      const stillTime = deadline - clock.monotonic() > WORTH_WAITING_MS;
      if (outcome.error.code !== 'CAPTURE_TIMEOUT' || !stillTime) return outcome;
    }
  };

  /** Null once nothing is left of the scan before, else why this one cannot begin. */
  const waitForRest = (timeoutMs: number): Promise<CaptureFailure | null> =>
    new Promise((resolve) => {
      const late: CaptureFailure = { code: 'CAPTURE_TIMEOUT', detail: 'the last picture was still on its way' };
      const cancel = clock.after(timeoutMs, () => resolve(late));
      onGivenUp = resolve;
      void resting.then(() => {
        cancel();
        resolve(null);
      });
    });

  const scanned = async (timeoutMs: number): Promise<ScanOutcome> => {
    if (givenUp !== null) return err(givenUp);
    fingerAt = clock.monotonic();
    const onFinger = (): void => {
      fingerAt = clock.monotonic();
      emit({ kind: 'finger', hint: 'HOLD', at: clock.now() });
    };
    const own = startScan({ asked, clock, timeoutMs: Math.max(timeoutMs, 0), silenceMs: task.silenceMs, onFinger });
    scan = own;
    resting = own.rested.then(() => {
      if (scan === own) scan = null;
    });
    return own.done;
  };

  const taken = (image: SfmImage, { finger }: CaptureRequest): Result<FingerprintImage, CaptureFailure> => {
    const pixels = greyPixels(image);
    if (!pixels.ok) return pixels;
    const { width, height } = image;
    emit({ kind: 'finger', hint: 'REMOVE', at: clock.now() });
    emit({ kind: 'timed', act: 'capture', ms: clock.monotonic() - fingerAt });
    const sensor = task.sensorOf(width, height);
    return ok({ width, height, pixels: pixels.value, sensor, finger, quality: null, at: clock.now() });
  };

  const giveUp = (reason: CaptureFailure): void => {
    givenUp = reason;
    onGivenUp(reason);
    scan?.abort(reason);
  };

  return {
    capture,
    cancel: () => giveUp({ code: 'CAPTURE_CANCELLED', detail: 'cancelled' }),
    busy: () => scan !== null,
    rested: () => resting,
    onMessage: (message) => scan?.onMessage(message),
    onBytes: () => scan?.onBytes(),
    onGarbage: (bytes) => scan?.onGarbage(bytes),
    stop: () => {
      giveUp({ code: 'DEVICE_UNPLUGGED', detail: 'the connection ended during the capture' });
      scan?.stop();
    },
  };
}
