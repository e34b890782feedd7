import { ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import { type StreamDecoder, timedDecoder } from '../codec/stream.ts';
import type { Transport } from '../transport/transport.ts';
import { floodGuard } from './flood_guard.ts';
import { type QuietWait, waitForQuiet } from './quiet.ts';
import type { SessionEvent } from './session.ts';

/** More garbage than this without one good frame is no disturbance any more. */
const GARBAGE_LIMIT_BYTES = 8192;

/** What a session hears and what it wants told. */
export interface ListeningTask<Message> {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly stream: StreamDecoder<Message>;
  readonly quietMs: number;
  readonly interByteMs: number;
  /** So much garbage and never a frame on this connection: another device. Null where that is found out by asking. */
  readonly wrongAfterBytes: number | null;
  readonly emit: (event: SessionEvent) => void;
  /** `at` is wall time; `tookMs` is from the frame's first byte to its last. */
  readonly onMessage: (message: Message, at: number, tookMs: number) => void;
  readonly onGarbage?: (bytes: number, at: number) => void;
  /** Bytes came, whatever they were. */
  readonly onBytes?: () => void;
}

/** The receiving half of a serial session: a quiet line first, then frames, garbage, floods. */
export interface Listening {
  /** Waits for the line to be quiet; what comes before is thrown away. */
  settle(): Promise<Result<void, DeviceProblem>>;
  bytesHeard(): number;
  frames(): number;
  stop(): void;
}

export function listening<Message>(task: ListeningTask<Message>): Listening {
  const { transport, clock, emit } = task;
  const flooded = floodGuard(clock);
  let quiet: QuietWait | null = null;
  let bytesHeard = 0;
  let frames = 0;
  let arrivedAt = 0;
  let began: number | null = null;

  const decoder = timedDecoder(task.stream, clock, task.interByteMs, (item) => {
    const tookMs = clock.monotonic() - (began ?? clock.monotonic());
    began = null;
    if (item.kind === 'frame') {
      frames += 1;
      task.onMessage(item.message, arrivedAt, tookMs);
    } else {
      emit({ kind: 'garbage', bytes: item.bytes, at: arrivedAt });
      task.onGarbage?.(item.bytes, arrivedAt);
    }
  });
  const judge = (bytes: number): void => {
    const garbage = decoder.garbageRun();
    if (flooded(bytes) || garbage > GARBAGE_LIMIT_BYTES) {
      emit({ kind: 'failed', problem: { code: 'DEVICE_FLOOD', detail: `${garbage} bytes without a frame` } });
    } else if (task.wrongAfterBytes !== null && frames === 0 && garbage > task.wrongAfterBytes) {
      emit({ kind: 'failed', problem: { code: 'DEVICE_WRONG', detail: `${garbage} bytes and never a frame` } });
    }
  };
  const release = transport.onBytes((bytes) => {
    arrivedAt = clock.now();
    if (quiet !== null) {
      quiet.noise(bytes.length);
      return;
    }
    bytesHeard += bytes.length;
    began ??= clock.monotonic();
    decoder.push(bytes);
    judge(bytes.length);
    task.onBytes?.();
  });

  return {
    settle: async () => {
      quiet = waitForQuiet(clock, task.quietMs);
      const settled = await quiet.done;
      quiet = null;
      return settled.ok ? ok(undefined) : settled;
    },
    bytesHeard: () => bytesHeard,
    frames: () => frames,
    stop: () => {
      release();
      decoder.stop();
      quiet?.stop();
    },
  };
}
