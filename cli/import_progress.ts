import { type ImportSample, rateAndTimeLeft, withSample } from '../core/domain/screening/import_rate.ts';
import type { ImportProgress } from '../core/ports/watchlist.ts';
import type { Io } from './io.ts';

const TERMINAL_EVERY_MS = 1000;
const LOG_EVERY_MS = 10_000;

function progressLine(samples: readonly ImportSample[], read: number): string {
  const { rowsPerSecond, secondsLeft } = rateAndTimeLeft(samples);
  if (secondsLeft === 0) return `booth: ${read} rows read; the list is being checked`;
  const rate = rowsPerSecond === null ? '' : `, ${Math.round(rowsPerSecond)} rows/s`;
  const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft)} s left`;
  return `booth: ${read} rows${rate}${left}`;
}

/**
 * Says on standard error how an import goes: on a terminal one line that is written over each second, else a line every ten
 * seconds. `now` counts milliseconds. `end` leaves the line.
 */
export function importProgress(io: Io, now: () => number = () => performance.now()) {
  const terminal = 'isTTY' in io.stderr && io.stderr.isTTY === true;
  const every = terminal ? TERMINAL_EVERY_MS : LOG_EVERY_MS;
  const begin = now();
  let samples: readonly ImportSample[] = [{ at: begin, read: 0, bytes: 0, totalBytes: null }];
  let sampled = begin;
  let said = begin;
  let checking = false;
  return {
    progress(told: ImportProgress): void {
      const at = now();
      // The end of reading is said without waiting: the check that follows tells nothing on its way.
      const atEnd = !checking && said > begin && told.bytes === told.totalBytes;
      if (!atEnd && at - sampled < TERMINAL_EVERY_MS) return;
      checking ||= atEnd;
      sampled = at;
      samples = withSample(samples, { at, ...told });
      if (!atEnd && at - said < every) return;
      said = at;
      const line = progressLine(samples, told.read);
      io.stderr.write(terminal ? `\r${line}\u001b[K` : `${line}\n`);
    },
    end(): void {
      if (terminal && said > begin) io.stderr.write('\n');
    },
  };
}
