import type { Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import { type StreamDecoder, timedDecoder } from '../codec/stream.ts';
import type { Transport } from '../transport/transport.ts';
import { floodGuard, PICTURES_BYTES_A_SECOND } from './flood_guard.ts';
import { type QuietWait, waitForQuiet } from './quiet.ts';
import type { SessionEvent } from './session.ts';

/** More garbage than this without one good packet is no disturbance any more. */
const GARBAGE_LIMIT_BYTES = 4096;
/** A whole picture becomes garbage when the answer before it was damaged. */
const PICTURE_LIMIT_BYTES = 1024 * 1024;

/** The hearing side of a session with a device that answers in packets and says nothing unasked. */
export interface PacketInput {
  /** Waits for a quiet line after opening; what comes meanwhile is thrown away. */
  settle(quietMs: number): Promise<Result<number, DeviceProblem>>;
  /** All bytes that ever came, good or bad. */
  heard(): number;
  stop(): void;
}

interface InputTask<Message> {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly decoder: StreamDecoder<Message>;
  readonly interByteMs: number;
  readonly emit: (event: SessionEvent) => void;
  readonly onMessage: (message: Message) => void;
  readonly onGarbage: (bytes: number) => void;
  /** Bytes arrived, whatever they are; before they are judged. */
  readonly onBytes?: () => void;
  /** An answer is awaited: what arrives broken now was that answer. */
  readonly awaiting: () => boolean;
  /** A picture may be on its way. */
  readonly picture: () => boolean;
}

/** Emits garbage, DEVICE_FRAME faults and a flood; hands on the messages. */
export function packetInput<Message>(task: InputTask<Message>): PacketInput {
  const { transport, clock, emit } = task;
  const flooded = floodGuard(clock, PICTURES_BYTES_A_SECOND);
  let quiet: QuietWait | null = null;
  let heard = 0;

  const onGarbage = (bytes: number): void => {
    const at = clock.now();
    emit({ kind: 'garbage', bytes, at });
    if (task.awaiting()) {
      const detail = `${bytes} bytes that are no packet where an answer was awaited`;
      emit({ kind: 'fault', problem: { code: 'DEVICE_FRAME', detail }, at });
    }
    task.onGarbage(bytes);
  };
  const decoder = timedDecoder(task.decoder, clock, task.interByteMs, (item) => {
    if (item.kind === 'garbage') onGarbage(item.bytes);
    else task.onMessage(item.message);
  });
  const release = transport.onBytes((bytes) => {
    heard += bytes.length;
    if (quiet !== null) return quiet.noise(bytes.length);
    task.onBytes?.();
    decoder.push(bytes);
    const limit = task.picture() ? PICTURE_LIMIT_BYTES : GARBAGE_LIMIT_BYTES;
    if (!flooded(bytes.length) && decoder.garbageRun() <= limit) return;
    const detail = `${decoder.garbageRun()} bytes without a packet`;
    emit({ kind: 'failed', problem: { code: 'DEVICE_FLOOD', detail } });
  });

  return {
    settle: async (quietMs) => {
      quiet = waitForQuiet(clock, quietMs);
      const settled = await quiet.done;
      quiet = null;
      return settled;
    },
    heard: () => heard,
    stop: () => {
      release();
      decoder.stop();
      quiet?.stop();
    },
  };
}

/** What to call a device that gave no answer to its first question: bytes that are none say that it is another one. */
export function noAnswer(question: string, bytesHeard: number): DeviceProblem {
  return bytesHeard === 0
    ? { code: 'DEVICE_SILENT', detail: `no answer to ${question}` }
    : { code: 'DEVICE_WRONG', detail: `${bytesHeard} bytes that are no answer to ${question}` };
}
