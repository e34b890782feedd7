import type { Clock } from '../../core/ports/clock.ts';

/** What a stream of bytes turned out to be, in order. Garbage is counted, never kept. */
export type StreamItem<Message> =
  | { readonly kind: 'frame'; readonly message: Message }
  | { readonly kind: 'garbage'; readonly bytes: number };

/**
 * The judgement on the bytes at the front: more are needed, the first `bytes` (1 when not said) are garbage, or here is a
 * frame of `length` bytes.
 */
export type Front<Message> =
  | { readonly kind: 'need' }
  | { readonly kind: 'skip'; readonly bytes?: number }
  | { readonly kind: 'frame'; readonly length: number; readonly message: Message };

/** Cuts frames out of a stream. Pure: knows no time; any chunking of the same bytes gives the same frames. */
export interface StreamDecoder<Message> {
  push(bytes: Uint8Array): StreamItem<Message>[];
  /** The line fell silent: a frame that has begun will not be finished, so its start is garbage; looks again behind it. */
  silence(): StreamItem<Message>[];
  /** Something is half read or uncounted: `silence` would say something. */
  waiting(): boolean;
  /** Garbage seen since the last good frame, reported or not. */
  garbageRun(): number;
}

/**
 * Builds a decoder from the judgement of one protocol. A `skip` must stay a `skip` whatever follows. Bytes behind those
 * of a half-arrived frame are appended in place, so that a large frame in many small pieces costs no more than its size;
 * bytes once shown to `judge` are never overwritten, so a message may be a view of them.
 */
export function streamDecoder<Message>(judge: (bytes: Uint8Array) => Front<Message>): StreamDecoder<Message> {
  let buffer = new Uint8Array(0);
  let from = 0;
  let to = 0;
  let unreported = 0;
  let run = 0;

  const append = (bytes: Uint8Array): void => {
    if (to + bytes.length > buffer.length) {
      const rest = buffer.subarray(from, to);
      // Twice as much as is needed, but only where a frame is half there: most pieces are whole frames.
      buffer = new Uint8Array((rest.length + bytes.length) * (rest.length > 0 ? 2 : 1));
      buffer.set(rest);
      from = 0;
      to = rest.length;
    }
    buffer.set(bytes, to);
    to += bytes.length;
  };
  const scan = (items: StreamItem<Message>[]): void => {
    for (
      let front = judge(buffer.subarray(from, to));
      front.kind !== 'need';
      front = judge(buffer.subarray(from, to))
    ) {
      if (front.kind === 'skip') {
        drop(Math.min(front.bytes ?? 1, to - from));
        continue;
      }
      reportGarbage(items);
      run = 0;
      from += front.length;
      items.push({ kind: 'frame', message: front.message });
    }
  };
  const drop = (bytes: number): void => {
    from += bytes;
    unreported += bytes;
    run += bytes;
  };
  const reportGarbage = (items: StreamItem<Message>[]): void => {
    if (unreported > 0) items.push({ kind: 'garbage', bytes: unreported });
    unreported = 0;
  };

  return {
    push: (bytes) => {
      const items: StreamItem<Message>[] = [];
      append(bytes);
      scan(items);
      return items;
    },
    silence: () => {
      const items: StreamItem<Message>[] = [];
      while (to > from) {
        drop(1);
        scan(items);
      }
      reportGarbage(items);
      return items;
    },
    waiting: () => to > from || unreported > 0,
    garbageRun: () => run,
  };
}

const LAST_STEP_MS = 20;

/**
 * Gives a decoder the sense of time: when nothing arrives for `silenceMs` while something is half read, the decoder
 * looks for the next frame. Frames are emitted in the same turn in which their last byte arrived.
 */
export function timedDecoder<Message>(
  decoder: StreamDecoder<Message>,
  clock: Clock,
  silenceMs: number,
  emit: (item: StreamItem<Message>) => void,
): { push(bytes: Uint8Array): void; stop(): void; garbageRun(): number } {
  let cancel = () => {};
  let stopped = false;
  const tell = (items: StreamItem<Message>[]): void => {
    for (const item of items) if (!stopped) emit(item);
  };
  return {
    push: (bytes) => {
      cancel();
      tell(decoder.push(bytes));
      if (stopped || !decoder.waiting()) return;
      // In two steps: after a stall of this process the first is overdue, and bytes that wait in the system arrive
      // before the second; a single one would take our own sleep for the device's silence.
      cancel = clock.after(silenceMs - LAST_STEP_MS, () => {
        cancel = clock.after(LAST_STEP_MS, () => tell(decoder.silence()));
      });
    },
    stop: () => {
      stopped = true;
      cancel();
    },
    garbageRun: () => decoder.garbageRun(),
  };
}

/** A decoder for the side of a one-way protocol that never speaks: everything is garbage. */
export function silentStream<Message>(): StreamDecoder<Message> {
  return streamDecoder((bytes): Front<Message> => {
    return bytes.length === 0 ? { kind: 'need' } : { kind: 'skip', bytes: bytes.length };
  });
}
