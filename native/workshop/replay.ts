import { ok } from '../../core/domain/result.ts';
import type { ReplayVerdict } from '../../core/ports/device_workshop.ts';
import { protocolFor } from '../codec/catalogue.ts';
import type { Protocol } from '../codec/protocol.ts';
import { findDriver } from '../driver/catalogue.ts';
import type { Transport } from '../transport/transport.ts';
import { coveredFrame } from '../wire/covered.ts';
import type { ReadRecording, RecordedItem } from './recording_file.ts';
import { type ReplayClock, replayClock } from './replay_clock.ts';

/** A frame may come so much later than it was recorded before it counts as not said. */
const LATE_MS = 5_000;
/** Stands for bytes that were no frame and were not kept; no frame of any protocol here begins with it. */
const NOISE = 0xa5;

/** The host's side of a line whose other end is a recording. */
interface RecordedLine {
  readonly transport: Transport;
  /** What the driver said and nobody has compared yet: its masked frames as hexadecimal. */
  readonly said: string[];
  hear(bytes: Uint8Array): void;
}

/**
 * Plays a recording against a fresh session of its driver, in lockstep: the driver hears what the device said, in the
 * recorded order, and each thing it says is compared with what was said then. Null where the driver or its link cannot be
 * played (only serial lines can).
 */
export async function replayRecording({ header, items }: ReadRecording): Promise<ReplayVerdict | null> {
  const driver = findDriver(header.driver)?.bind(header.options);
  if (driver?.ok !== true || driver.value.link !== 'serial') return null;
  const made = protocolFor(driver.value.protocol.name, driver.value.protocol.options);
  if (!made.ok) return null;
  const clock = replayClock();
  const line = recordedLine(made.value);
  const session = driver.value.connect({ transport: line.transport, clock, emit: () => {} });
  void session.start();
  try {
    return await lockstep(items, line, clock, made.value);
  } finally {
    session.stop();
  }
}

async function lockstep(
  items: readonly RecordedItem[],
  line: RecordedLine,
  clock: ReplayClock,
  protocol: Protocol,
): Promise<ReplayVerdict> {
  let sent = 0;
  let heard = 0;
  for (const [at, item] of items.entries()) {
    if (item.direction === 'device-to-host') {
      await settled();
      clock.reach(item.ms);
      line.hear('hex' in item ? fromHex(item.hex) : new Uint8Array(item.garbage).fill(NOISE));
      heard += 1;
    } else if ('hex' in item) {
      const said = await nextSaid(line, clock, item.ms + LATE_MS);
      if (said !== item.hex) {
        const shown = (hex: string | null) => (hex === null ? null : inWords(protocol, hex));
        return { same: false, sent, heard, differsAt: at, expected: shown(item.hex), said: shown(said) };
      }
      sent += 1;
    }
  }
  return { same: true, sent, heard, differsAt: null, expected: null, said: null };
}

/** The next thing the driver says; null when it says nothing by then. */
async function nextSaid(line: RecordedLine, clock: ReplayClock, limit: number): Promise<string | null> {
  for (;;) {
    await settled();
    const said = line.said.shift();
    if (said !== undefined) return said;
    if (!clock.step(limit)) return null;
  }
}

/** Everything that follows at once has followed. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function recordedLine(protocol: Protocol): RecordedLine {
  const said: string[] = [];
  const decoder = protocol.stream('host-to-device');
  let listener: ((bytes: Uint8Array) => void) | null = null;
  return {
    said,
    hear: (bytes) => listener?.(bytes),
    transport: {
      path: 'recording',
      write: async (bytes) => {
        for (const item of decoder.push(bytes)) {
          if (item.kind === 'frame') said.push(toHex(protocol.encode('host-to-device', protocol.mask(item.message))));
        }
        return ok(undefined);
      },
      onBytes: (next) => {
        listener = next;
        return () => {
          listener = null;
        };
      },
      onLost: () => () => {},
      close: async () => {},
    },
  };
}

/** A frame in the protocol's words, covered. */
function inWords(protocol: Protocol, hex: string): string {
  const read = protocol.decode('host-to-device', fromHex(hex));
  if (!read.ok) return `${hex.length / 2} bytes`;
  const { message, values } = coveredFrame(protocol, 'host-to-device', read.value);
  return values === '' ? `${message}` : `${message} ${values}`;
}

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
