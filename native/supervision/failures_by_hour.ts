const HOUR_MS = 3_600_000;
const HOURS = 24;

/** Counts failures by the hour of wall time in which they happened, for the last 24 hours. */
export interface FailuresByHour {
  count(now: number): void;
  /** 24 counts, oldest first; the last is the hour that runs now. */
  at(now: number): readonly number[];
}

export function failuresByHour(): FailuresByHour {
  const counts = new Map<number, number>();
  return {
    count: (now) => {
      const hour = Math.floor(now / HOUR_MS);
      counts.set(hour, (counts.get(hour) ?? 0) + 1);
      for (const old of counts.keys()) if (old <= hour - HOURS) counts.delete(old);
    },
    at: (now) => {
      const first = Math.floor(now / HOUR_MS) - HOURS + 1;
      return Array.from({ length: HOURS }, (_, index) => counts.get(first + index) ?? 0);
    },
  };
}
