import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { CaptureFailure, CaptureRequest, FingerprintImage } from '../../../core/ports/fingerprint_reader.ts';
import { ILV, type IlvMessage } from '../../codec/morphosmart_ilv.ts';
import type { CaptureNeeds, Captures } from './captures.ts';
import { CANCEL, GET_DESCRIPTOR, isBusy, STATUS } from './commands.ts';
import { enrollCommand } from './enroll.ts';
import { HINTS, noteOf, outcomeOf, timeoutAfter } from './outcome.ts';
import { pictureOf } from './picture.ts';

/** A device that was told to stop says so within this time, and stays below the second that a capture may take longer. */
const GRACE_MS = 800;
/** Between a CANCEL and the next command. */
const AFTER_CANCEL_MS = 400;
const BUSY_TRIES = 3;
const MAX_SECONDS = 65_535;

const ENDED: CaptureFailure = { code: 'DEVICE_UNPLUGGED', detail: 'the connection ended' };

interface Running {
  readonly request: CaptureRequest;
  readonly since: number;
  readonly settle: (result: Result<FingerprintImage, CaptureFailure>) => void;
  readonly done: Promise<unknown>;
  /** Its own ENROLL is sent: an answer before that belongs to the capture before. */
  sent: boolean;
  /** Why it was given up; null while it is not. */
  ending: CaptureFailure | null;
  heardSince: boolean;
  command: number | null;
  quality: number | null;
  busyTries: number;
}

export function captures({ link, asked, clock, options, emit, sensor }: CaptureNeeds): Captures {
  let running: Running | null = null;
  /** An ENROLL was sent whose answer is not here yet, though nobody may be waiting for it any more. */
  let outstanding = false;
  let stopped = false;
  const cancelTimers: (() => void)[] = [];

  const later = (delayMs: number, run: () => void): void => {
    cancelTimers.push(clock.after(delayMs, run));
  };

  const take = (request: CaptureRequest): Promise<Result<FingerprintImage, CaptureFailure>> => {
    if (stopped) return Promise.resolve(err(ENDED));
    if (running !== null) return Promise.resolve(err({ code: 'CAPTURE_BUSY', detail: 'a capture is under way' }));
    let settle: Running['settle'] = () => {};
    const done = new Promise<Result<FingerprintImage, CaptureFailure>>((resolve) => {
      settle = (result) => {
        for (const cancel of cancelTimers.splice(0)) cancel();
        running = null;
        resolve(result);
      };
    });
    const since = clock.monotonic();
    const blank = { sent: false, ending: null, heardSince: false, command: null, quality: null, busyTries: 0 };
    running = { request, since, settle, done, ...blank };
    later(request.timeoutMs, () => giveUp(null));
    void begin(running);
    return done;
  };

  const begin = async (mine: Running): Promise<void> => {
    if (outstanding && !(await becameIdle())) {
      if (running === mine && mine.ending === null)
        fail({ code: 'CAPTURE_BUSY', detail: 'the capture before is not over' });
      return;
    }
    if (running !== mine || mine.ending !== null) return;
    const left = mine.request.timeoutMs - (clock.monotonic() - mine.since);
    const seconds = Math.min(MAX_SECONDS, Math.max(1, Math.ceil(left / 1000)));
    outstanding = true;
    mine.sent = true;
    const sent = await link.send(enrollCommand(seconds, options));
    // Over RS-232 the acknowledgement may be lost and the command not: what was heard since tells.
    if (sent || running !== mine || mine.heardSince) return;
    fail({ code: 'DEVICE_SILENT', detail: 'the command to capture was not taken' });
  };

  /** Ends what the device may still be at. It does one thing after the other: its next answer comes when it is free. */
  const becameIdle = async (): Promise<boolean> => {
    void link.send(CANCEL);
    const answer = await asked.ask(GET_DESCRIPTOR, options.responseTimeoutMs);
    outstanding = answer === null || isBusy(answer);
    return !outstanding;
  };

  /** Tells the device to stop; `why` null: time is up. What it says then is awaited a moment only. */
  const giveUp = (why: CaptureFailure | null): void => {
    const mine = running;
    if (mine === null || mine.ending !== null) return;
    mine.ending = why ?? timeoutAfter(mine.command);
    mine.heardSince = false;
    // Nothing was asked of the device yet, or its answer is here.
    if (!outstanding) {
      fail(mine.ending);
      return;
    }
    void link.send(CANCEL);
    later(GRACE_MS, () => {
      if (running !== mine || mine.ending === null) return;
      const silent = why === null && !mine.heardSince;
      fail(silent ? { code: 'DEVICE_SILENT', detail: 'no answer to CANCEL when time was up' } : mine.ending);
    });
  };
  const fail = (failure: CaptureFailure): void => running?.settle(err(failure));

  const answered = (message: IlvMessage): void => {
    outstanding = false;
    const mine = running;
    if (mine?.sent !== true) return;
    if (mine.ending === null && isBusy(message) && mine.busyTries < BUSY_TRIES) {
      mine.busyTries += 1;
      mine.sent = false;
      void link.send(CANCEL);
      later(AFTER_CANCEL_MS, () => void begin(mine));
      return;
    }
    const outcome = outcomeOf(message);
    if (outcome.ok && mine.ending?.code !== 'CAPTURE_CANCELLED') {
      emit({ kind: 'timed', act: 'capture', ms: clock.monotonic() - mine.since });
      const liveness = sensor().livenessCheck;
      mine.settle(ok(pictureOf(outcome.value, mine.request.finger, mine.quality, liveness, clock.now())));
    } else if (mine.ending !== null) fail(mine.ending);
    else if (!outcome.ok) fail(message.value[0] === STATUS.timeout ? timeoutAfter(mine.command) : outcome.error);
  };

  const noted = (message: IlvMessage): void => {
    const note = noteOf(message);
    if (running === null || note === null) return;
    if (note.kind === 'quality') {
      running.quality = note.value;
      return;
    }
    running.command = note.value;
    const hint = HINTS.get(note.value);
    if (hint !== undefined) emit({ kind: 'finger', hint, at: clock.now() });
  };

  return {
    take,
    cancel: async () => {
      const mine = running;
      giveUp({ code: 'CAPTURE_CANCELLED', detail: 'cancelled' });
      await mine?.done;
    },
    active: () => running !== null,
    heard: () => {
      if (running !== null) running.heardSince = true;
    },
    onMessage: (message) => {
      if (message.id === ILV.asyncMessage) noted(message);
      else if (message.id === ILV.enroll || (message.id === ILV.invalid && running?.sent === true)) answered(message);
      else return false;
      return true;
    },
    onLost: () => {
      if (running?.sent !== true || running.ending !== null) return;
      void link.send(CANCEL);
      fail({ code: 'IMAGE_BROKEN', detail: 'the picture was damaged on its way' });
    },
    stop: () => {
      stopped = true;
      // Without it the sensor would go on waiting for a finger. Nobody waits whether it is heard.
      if (outstanding) void link.send(CANCEL);
      fail(ENDED);
    },
  };
}
