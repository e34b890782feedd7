import type { Clock } from '../../../core/ports/clock.ts';
import type { ZfmData } from '../../codec/zfm_message.ts';

/** Behind the last byte that can come; a module that sends no end packet is not waited for longer. */
const NO_END_MS = 250;

/** What came of an image or a template. */
export interface Transferred {
  readonly bytes: Uint8Array;
  /** The end packet came. */
  readonly ended: boolean;
  /** Garbage came between the packets. */
  readonly disturbed: boolean;
}

/** The receiving end of data packets, which nobody acknowledges. */
export interface Transfer {
  readonly done: Promise<Transferred>;
  onData(packet: ZfmData): void;
  onGarbage(): void;
  stop(): void;
}

/** Collects data packets until the end packet, or until no packet has come for `silenceMs`. `expected`: all bytes, where known. */
export function startTransfer(clock: Clock, silenceMs: number, expected: number | null): Transfer {
  const parts: Uint8Array[] = [];
  let total = 0;
  let disturbed = false;
  let resolveDone: (transferred: Transferred) => void = () => {};
  const done = new Promise<Transferred>((resolve) => {
    resolveDone = resolve;
  });
  const finish = (ended: boolean): void => {
    cancelSilence();
    const bytes = new Uint8Array(total);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    resolveDone({ bytes, ended, disturbed });
  };
  const watchSilence = (): void => {
    cancelSilence();
    const limit = expected !== null && total >= expected ? Math.min(NO_END_MS, silenceMs) : silenceMs;
    cancelSilence = clock.after(limit, () => finish(false));
  };
  let cancelSilence = clock.after(silenceMs, () => finish(false));

  return {
    done,
    onData: ({ content, last }) => {
      parts.push(content);
      total += content.length;
      if (last) finish(true);
      else watchSilence();
    },
    onGarbage: () => {
      disturbed = true;
    },
    stop: () => finish(false),
  };
}
