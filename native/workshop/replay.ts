import type { ReplayVerdict } from '../../core/ports/device_workshop.ts';
import { protocolFor } from '../codec/catalogue.ts';
import type { Protocol } from '../codec/protocol.ts';
import { findDriver } from '../driver/catalogue.ts';
import { coveredFrame } from '../wire/covered.ts';
import { type RecordedLine, recordedHid, recordedSerial } from './recorded_line.ts';
import type { ReadRecording, RecordedItem } from './recording_file.ts';
import { type ReplayClock, replayClock } from './replay_clock.ts';

/** A frame may come so much later than it was recorded before it counts as not said. */
const LATE_MS = 5_000;
/** Stands for bytes that were no frame and were not kept; no frame of any protocol here begins with it. */
const NOISE = 0xa5;

/**
 * Plays a recording against a fresh session of its driver, in lockstep: the driver hears what the device said, in the
 * recorded order, and each thing it says is compared with what was said then. Null where the driver is not known or cannot
 * be played: of a chip's traffic nothing was kept that could be.
 */
export async function replayRecording({ header, items }: ReadRecording): Promise<ReplayVerdict | null> {
  const driver = findDriver(header.driver)?.bind(header.options);
  if (driver?.ok !== true || driver.value.link === 'pcsc') return null;
  const made = protocolFor(driver.value.protocol.name, driver.value.protocol.options);
  if (!made.ok) return null;
  const clock = replayClock();
  const line = driver.value.link === 'hid' ? recordedHid(made.value) : recordedSerial(made.value);
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
    if ('hex' in item && item.feature !== undefined) {
      const asked = await until(() => line.answer(item.feature ?? 0, fromHex(item.hex)), clock, item.ms + LATE_MS);
      if (!asked)
        return { same: false, sent, heard, differsAt: at, expected: `feature report ${item.feature}`, said: null };
      heard += 1;
    } else if (item.direction === 'device-to-host') {
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
  await until(() => line.said.length > 0, clock, limit);
  return line.said.shift() ?? null;
}

/** Lets time go on until something holds; false when it does not by then. */
async function until(holds: () => boolean, clock: ReplayClock, limit: number): Promise<boolean> {
  for (;;) {
    await settled();
    if (holds()) return true;
    if (!clock.step(limit)) return false;
  }
}

/** Everything that follows at once has followed. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A frame in the protocol's words, covered. */
function inWords(protocol: Protocol, hex: string): string {
  const read = protocol.decode('host-to-device', fromHex(hex));
  if (!read.ok) return `${hex.length / 2} bytes`;
  const { message, values } = coveredFrame(protocol, 'host-to-device', read.value);
  return values === '' ? `${message}` : `${message} ${values}`;
}

const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
