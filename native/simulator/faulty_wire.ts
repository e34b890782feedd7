import type { Clock } from '../../core/ports/clock.ts';
import type { Transport } from '../transport/transport.ts';
import type { SimulatorFaults } from './faults.ts';

/** The gap between the parts of a split frame: long enough to arrive apart, far below the inter-byte limit. */
const SPLIT_GAP_MS = 1;
const FLOOD_BLOCK_BYTES = 4096;
/** No letter, no mark, no printable text in any protocol here. */
const FLOOD_BYTE = 0xa5;

/** The simulator's line out, with the ordered faults applied to whole frames. One frame is said after the other. */
export interface FaultyWire {
  /** `document` marks the frames that carry a read. */
  say(frame: Uint8Array, document: boolean): void;
  order(faults: SimulatorFaults): void;
  stop(): void;
}

export function faultyWire(
  transport: Transport,
  clock: Clock,
  initial: SimulatorFaults,
  /** The one torn frame was said: the order is carried out. */
  onTruncated: () => void,
  /** Where in a frame its check value stands; left out where the protocol has none. */
  checkAt: ((frame: Uint8Array) => number) | null = null,
): FaultyWire {
  let faults = initial;
  let stopped = false;
  let held: Uint8Array | null = null;
  let flooding = false;
  let queue: Promise<void> = Promise.resolve();

  const write = async (bytes: Uint8Array): Promise<void> => {
    if (!stopped) await transport.write(bytes);
  };
  const pause = (delayMs: number): Promise<void> => new Promise((resolve) => clock.after(delayMs, resolve));

  const put = (bytes: Uint8Array): void => {
    const every = faults.splitEvery;
    // Without a fault nothing is queued, so that the plain way costs no extra turn.
    if (every === undefined) queue = queue.then(() => write(bytes));
    else queue = queue.then(() => writeSplit(bytes, every));
  };
  const writeSplit = async (bytes: Uint8Array, every: number): Promise<void> => {
    for (let at = 0; at < bytes.length && !stopped; at += every) {
      await write(bytes.subarray(at, at + every));
      await pause(SPLIT_GAP_MS);
    }
  };
  const flood = async (): Promise<void> => {
    if (flooding) return;
    flooding = true;
    const block = new Uint8Array(FLOOD_BLOCK_BYTES).fill(FLOOD_BYTE);
    while (faults.flood === true && !stopped) {
      await write(block);
      await pause(0);
    }
    flooding = false;
  };
  if (faults.flood === true) void flood();

  return {
    say: (frame, document) => {
      if (stopped || faults.silent === true || faults.flood === true) return;
      const sent = faults.wrongChecksum === true && checkAt !== null ? flipped(frame, checkAt(frame)) : frame;
      let bytes = join(Uint8Array.from(faults.garbageBefore ?? []), sent);
      if (document && faults.truncate === true) {
        faults = { ...faults, truncate: false };
        onTruncated();
        bytes = bytes.subarray(0, bytes.length - Math.ceil(frame.length / 2));
      }
      if (faults.merge === true && held === null) {
        held = bytes;
        return;
      }
      if (held !== null) bytes = join(held, bytes);
      held = null;
      put(bytes);
    },
    order: (next) => {
      faults = next;
      if (held !== null && next.merge !== true) put(held);
      if (next.merge !== true) held = null;
      if (next.flood === true) void flood();
    },
    stop: () => {
      stopped = true;
    },
  };
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** The frame with one bit wrong. */
function flipped(frame: Uint8Array, at: number): Uint8Array {
  return frame.map((byte, place) => (place === at ? byte ^ 0x01 : byte));
}
