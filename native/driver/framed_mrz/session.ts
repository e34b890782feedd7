import { ok } from '../../../core/domain/result.ts';
import { framedStream } from '../../codec/framed_mrz.ts';
import type { FramedMrzMessage } from '../../codec/framed_mrz_format.ts';
import { type StreamItem, timedDecoder } from '../../codec/stream.ts';
import type { SessionContext } from '../driver.ts';
import { floodGuard } from '../flood_guard.ts';
import { type QuietWait, waitForQuiet } from '../quiet.ts';
import type { MrzReaderSession } from '../session.ts';
import type { FramedMrzSettings } from './settings.ts';

/** So much garbage, and never one good frame on this connection: another device, or another format. */
const WRONG_AFTER_BYTES = 512;
const GARBAGE_LIMIT_BYTES = 4096;

/**
 * Listens to a one-way reader. It sends one frame for each laying or swipe, so each frame is a read of its own. Silence
 * means nothing here: whether the device is still there is the transport's affair.
 */
export function framedSession(context: SessionContext<FramedMrzSettings>): MrzReaderSession {
  const { transport, clock, options } = context;
  const flooded = floodGuard(clock);
  let quiet: QuietWait | null = null;
  let stopped = false;
  let frames = 0;
  let arrivedAt = 0;

  const emit: typeof context.emit = (event) => {
    if (!stopped) context.emit(event);
  };
  const onItem = (item: StreamItem<FramedMrzMessage>): void => {
    if (item.kind === 'garbage') {
      emit({ kind: 'garbage', bytes: item.bytes, at: arrivedAt });
      return;
    }
    frames += 1;
    const { message } = item;
    emit(
      message.type === 'mrz'
        ? { kind: 'read', lines: message.lines, at: arrivedAt }
        : { kind: 'no-read', at: arrivedAt },
    );
  };
  const decoder = timedDecoder(framedStream(options.format), clock, options.interByteMs, onItem);

  const release = transport.onBytes((bytes) => {
    arrivedAt = clock.now();
    if (quiet !== null) return quiet.noise(bytes.length);
    decoder.push(bytes);
    const garbage = decoder.garbageRun();
    if (flooded(bytes.length) || garbage > GARBAGE_LIMIT_BYTES) {
      emit({ kind: 'failed', problem: { code: 'DEVICE_FLOOD', detail: `${garbage} bytes without a frame` } });
    } else if (frames === 0 && garbage > WRONG_AFTER_BYTES) {
      emit({ kind: 'failed', problem: { code: 'DEVICE_WRONG', detail: `${garbage} bytes and never a frame` } });
    }
  });

  return {
    kind: 'MRZ_READER',
    start: async () => {
      quiet = waitForQuiet(clock, options.quietMs);
      const settled = await quiet.done;
      quiet = null;
      return settled.ok ? ok({ firmware: null }) : settled;
    },
    // Such a reader is always armed, and has no memory of what it sent.
    arm: async () => ok(undefined),
    selfTest: async () => [
      { step: 'frames', ok: frames > 0, detail: `${frames} frames on this connection; the reader cannot be asked` },
    ],
    stop: () => {
      stopped = true;
      release();
      decoder.stop();
      quiet?.stop();
    },
  };
}
