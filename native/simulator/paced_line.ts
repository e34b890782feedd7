import type { Clock } from '../../core/ports/clock.ts';
import type { Transport } from '../transport/transport.ts';

const BITS_A_BYTE = 10;
/** Between two portions; what a driver's buffer of a real port hands on at once is of this order. */
const PORTION_MS = 4;

/**
 * The same line, on which bytes leave no faster than `baud` would carry them with a start and a stop bit: each is written
 * when its last bit would have arrived. A pseudo-terminal by itself is as fast as memory.
 */
export function pacedLine(transport: Transport, clock: Clock, baud: number): Transport {
  const bytesAMs = baud / BITS_A_BYTE / 1000;
  let queue: Promise<unknown> = Promise.resolve();
  /** When the line has carried all that was written to it. */
  let freeAt = 0;

  const pause = (delayMs: number): Promise<void> => new Promise((resolve) => clock.after(delayMs, resolve));
  const write: Transport['write'] = async (bytes) => {
    const began = Math.max(clock.monotonic(), freeAt);
    freeAt = began + bytes.length / bytesAMs;
    let sent = 0;
    for (;;) {
      const now = clock.monotonic();
      const due = now >= freeAt ? bytes.length : Math.max(0, Math.floor((now - began) * bytesAMs));
      const written = due > sent ? await transport.write(bytes.subarray(sent, due)) : null;
      sent = Math.max(sent, due);
      if (written !== null && (!written.ok || sent === bytes.length)) return written;
      await pause(Math.max(1, Math.min(PORTION_MS, Math.ceil(freeAt - now))));
    }
  };
  return {
    ...transport,
    write: (bytes) => {
      const written = queue.then(() => write(bytes));
      queue = written;
      return written;
    },
  };
}
