/** One table of figures, measured in this run. */
export interface Table {
  readonly title: string;
  readonly rows: readonly Record<string, string | number>[];
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** One row of a table of times, in milliseconds, beside its target. */
export function timesRow(what: string, samples: readonly number[], target: string): Record<string, string | number> {
  return {
    what,
    n: samples.length,
    'p50 ms': round(percentile(samples, 0.5)),
    'p95 ms': round(percentile(samples, 0.95)),
    'max ms': round(Math.max(...samples)),
    target,
  };
}
