/** How far an import was at a moment: `at` in milliseconds of any clock that only goes forward. */
export interface ImportSample {
  readonly at: number;
  /** Rows read. */
  readonly read: number;
  /** Bytes of the file drawn, and of how many; null where that is not known. */
  readonly bytes: number;
  readonly totalBytes: number | null;
}

/** Null while too little is known to say. */
export interface RateAndTimeLeft {
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
}

/** What happened longer ago says nothing of the rate now. */
const WINDOW_MS = 10_000;

/** The samples with a new one: those of the last ten seconds, and the one before them. */
export function withSample(samples: readonly ImportSample[], sample: ImportSample): readonly ImportSample[] {
  const recent = samples.findIndex((one) => one.at > sample.at - WINDOW_MS);
  return recent < 0 ? [...samples.slice(-1), sample] : [...samples.slice(Math.max(0, recent - 1)), sample];
}

/**
 * Rows a second between the first and the last sample, and the seconds until the file is read at the rate of its bytes:
 * rows are not counted beforehand, bytes are known.
 */
export function rateAndTimeLeft(samples: readonly ImportSample[]): RateAndTimeLeft {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at <= first.at) return { rowsPerSecond: null, secondsLeft: null };
  const seconds = (last.at - first.at) / 1000;
  const bytesPerSecond = (last.bytes - first.bytes) / seconds;
  const left = last.totalBytes === null ? null : Math.max(0, last.totalBytes - last.bytes);
  return {
    rowsPerSecond: (last.read - first.read) / seconds,
    secondsLeft: left === 0 ? 0 : left === null || bytesPerSecond <= 0 ? null : left / bytesPerSecond,
  };
}
