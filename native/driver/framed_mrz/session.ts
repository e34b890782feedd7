import { ok } from '../../../core/domain/result.ts';
import type { SessionContext } from '../driver.ts';
import { listening } from '../listening.ts';
import { repeatFilter } from '../repeat_filter.ts';
import type { MrzReaderSession } from '../session.ts';
import { BACK_ENDS } from './back_end.ts';
import { commanded } from './commanded.ts';
import { type FramedHeard, framedHeardStream, linesOf } from './heard.ts';
import { commandedSelfTest, heardSelfTest } from './self_test.ts';
import type { FramedMrzSettings } from './settings.ts';
import { swipeCheck } from './swipe_check.ts';

/** So much garbage, and never one good frame on this connection: another device, or another format. */
const WRONG_AFTER_BYTES = 512;

/**
 * Listens to a framed reader. One that only speaks sends a frame for each laying or swipe, so each is a read of its own, and
 * silence means nothing. One that takes commands is asked whether it is there, and triggered again after each read.
 */
export function framedSession(context: SessionContext<FramedMrzSettings>): MrzReaderSession {
  const { transport, clock, options } = context;
  let stopped = false;
  const emit: typeof context.emit = (event) => {
    if (!stopped) context.emit(event);
  };
  const backEnd = options.commands === 'none' ? null : BACK_ENDS[options.commands];
  const reader = backEnd === null ? null : commanded({ ...context, emit }, backEnd);
  const repeats = repeatFilter(options.sameDocumentMs);
  const swipes = options.preset === 'rte-native' ? swipeCheck() : null;
  const checked = options.format.checksum.kind !== 'none' || (swipes !== null && options.bcc !== 'tolerant');

  const onMessage = (message: FramedHeard, at: number, tookMs: number): void => {
    if (message.type === 'reply') {
      reader?.settle(message);
      return;
    }
    const odd = message.type === 'swipe' ? (swipes?.note(message) ?? null) : null;
    if (odd !== null) emit({ kind: 'fault', problem: { code: 'DEVICE_FRAME', detail: odd }, at });
    onLines(linesOf(message), at, tookMs);
  };
  const onLines = (lines: readonly string[], at: number, tookMs: number): void => {
    if (lines.length > 0) emit({ kind: 'timed', act: 'read', ms: tookMs });
    // Only a reader that is triggered again reads what was left lying; all others send each laying once.
    const fresh = reader === null || repeats.isNew(lines.join('\r'), clock.monotonic());
    if (fresh) emit(lines.length === 0 ? { kind: 'no-read', at } : { kind: 'read', lines, at });
    reader?.armLater(fresh && lines.length > 0 ? 0 : options.repeatArmMs);
  };
  const line = listening<FramedHeard>({
    transport,
    clock,
    stream: framedHeardStream(options),
    quietMs: options.quietMs,
    interByteMs: options.interByteMs,
    wrongAfterBytes: reader === null ? WRONG_AFTER_BYTES : null,
    emit,
    onMessage,
    onGarbage: (bytes, at) => {
      const problem = {
        code: 'DEVICE_FRAME',
        detail: `${bytes} bytes that are no frame, or one with a wrong check byte`,
      } as const;
      if (checked) emit({ kind: 'fault', problem, at });
      // What was lost may have been a read, after which the reader rests.
      reader?.armLater(0);
    },
    onBytes: () => reader?.heard(),
  });

  return {
    kind: 'MRZ_READER',
    start: async () => {
      const settled = await line.settle();
      if (!settled.ok) return settled;
      return reader === null ? ok({ firmware: null }) : reader.start(line.bytesHeard);
    },
    // A reader that only speaks is always armed, and has no memory of what it sent.
    arm: async () => {
      repeats.forget();
      return reader === null ? ok(undefined) : reader.arm();
    },
    selfTest: async () =>
      reader === null || backEnd === null ? heardSelfTest(line.frames(), swipes) : commandedSelfTest(reader, backEnd),
    stop: () => {
      stopped = true;
      line.stop();
      reader?.stop();
    },
  };
}
