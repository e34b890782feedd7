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

/** Builds a decoder from the judgement of one protocol. A `skip` must stay a `skip` whatever follows. */
export function streamDecoder<Message>(judge: (bytes: Uint8Array) => Front<Message>): StreamDecoder<Message> {
  let rest = new Uint8Array(0);
  let unreported = 0;
  let run = 0;

  const scan = (items: StreamItem<Message>[]): void => {
    let at = 0;
    for (let front = judge(rest); front.kind !== 'need'; front = judge(rest.subarray(at))) {
      if (front.kind === 'skip') {
        const skipped = Math.min(front.bytes ?? 1, rest.length - at);
        at += skipped;
        unreported += skipped;
        run += skipped;
        continue;
      }
      reportGarbage(items);
      run = 0;
      at += front.length;
      items.push({ kind: 'frame', message: front.message });
    }
    rest = rest.slice(at);
  };
  const reportGarbage = (items: StreamItem<Message>[]): void => {
    if (unreported > 0) items.push({ kind: 'garbage', bytes: unreported });
    unreported = 0;
  };

  return {
    push: (bytes) => {
      const items: StreamItem<Message>[] = [];
      rest = joined(rest, bytes);
      scan(items);
      return items;
    },
    silence: () => {
      const items: StreamItem<Message>[] = [];
      while (rest.length > 0) {
        rest = rest.slice(1);
        unreported += 1;
        run += 1;
        scan(items);
      }
      reportGarbage(items);
      return items;
    },
    waiting: () => rest.length > 0 || unreported > 0,
    garbageRun: () => run,
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
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
