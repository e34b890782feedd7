import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../core/ports/clock.ts';
import type { WireHappening } from '../wire/device_wire.ts';
import { lineOf, type RecordedItem, type RecordingHeader } from './recording_file.ts';

/** A recording ends by itself at the first of these. */
const MOST_ENTRIES = 20_000;
const MOST_BYTES = 8_000_000;
const LONGEST_MS = 30 * 60_000;

/** A recording being made. */
export interface Recorder {
  readonly entries: number;
  take(happening: WireHappening): void;
  /** Resolves with the wall time of its end once everything is on the disk; may be called again. */
  stop(): Promise<number>;
}

/** Begins a recording in a file that its owner alone may read; null when the file cannot be made. */
export async function startRecorder(
  directory: string,
  header: RecordingHeader,
  clock: Clock,
  onFull: () => void,
): Promise<Recorder | null> {
  let file: FileHandle;
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    file = await open(join(directory, `${header.id}.jsonl`), 'wx', 0o600);
  } catch {
    return null;
  }
  const begun = clock.monotonic();
  let entries = 0;
  let bytes = 0;
  let full = false;
  let ended: Promise<number> | null = null;
  let writing: Promise<unknown> = Promise.resolve();
  // What cannot be written is left out; the recording shows by its count that it is short.
  const write = (line: string): void => {
    bytes += line.length;
    writing = writing.then(() => file.appendFile(line)).catch(() => {});
  };
  const fill = (): void => {
    if (full) return;
    full = true;
    onFull();
  };
  const cancelLimit = clock.after(LONGEST_MS, fill);
  write(lineOf(header));

  const finish = async (): Promise<number> => {
    cancelLimit();
    const endedAt = clock.now();
    write(lineOf({ endedAt, entries }));
    await writing;
    await file.sync().catch(() => {});
    await file.close().catch(() => {});
    return endedAt;
  };
  return {
    get entries() {
      return entries;
    },
    take: ({ at, direction, frame, garbage, feature }) => {
      if (ended !== null || full || (frame === null && garbage === 0)) return;
      const ms = Math.max(0, Math.round(at - begun));
      const asked = feature === null ? {} : { feature };
      const item: RecordedItem =
        frame === null
          ? { ms, direction, garbage }
          : { ms, direction, hex: Buffer.from(frame).toString('hex'), ...asked };
      entries += 1;
      write(lineOf(item));
      if (entries >= MOST_ENTRIES || bytes >= MOST_BYTES) fill();
    },
    stop: () => {
      ended ??= finish();
      return ended;
    },
  };
}
