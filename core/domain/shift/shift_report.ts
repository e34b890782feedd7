/** One decided crossing as the report counts it. */
export interface Decided {
  readonly direction: 'ARRIVAL' | 'DEPARTURE';
  readonly outcome: 'CLEARED' | 'REFERRED' | 'REFUSAL_PROPOSED' | 'ABANDONED';
  readonly citizen: boolean;
  readonly seconds: number;
  /** Second persons who confirmed a "different". */
  readonly overrides: number;
  /** Entries told apart for good at the counter. */
  readonly toldApart: number;
}

/** What happened beside the decisions, from the journal. */
export interface Beside {
  /** Entries of second-line files that ended, by whether they meant the person. */
  readonly truths: readonly ('TRUE' | 'FALSE' | 'UNDECIDED')[];
  readonly refusals: number;
  readonly incidents: number;
  /** Milliseconds in which the lane was out of service. */
  readonly downtimeMs: number;
}

/** The closing report of a shift (domain D3.10 point 8). Times are seconds from document to decision. */
export interface ShiftReport {
  readonly counts: readonly {
    readonly direction: Decided['direction'];
    readonly outcome: Decided['outcome'];
    readonly citizens: number;
    readonly foreigners: number;
  }[];
  readonly decided: number;
  readonly meanSeconds: number | null;
  readonly p95Seconds: number | null;
  readonly refusals: number;
  readonly hitsTrue: number;
  readonly hitsFalse: number;
  readonly overrides: number;
  readonly incidents: number;
  readonly downtimeMinutes: number;
}

const OUTCOMES = ['CLEARED', 'REFERRED', 'REFUSAL_PROPOSED', 'ABANDONED'] as const;

/** The value below which 95 of 100 lie (nearest rank); null of none. */
function percentile95(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? null;
}

/** Counts a shift; every decision stands in exactly one line. */
export function shiftReport(decided: readonly Decided[], beside: Beside): ShiftReport {
  const seconds = decided.map((one) => one.seconds);
  const sum = seconds.reduce((total, one) => total + one, 0);
  const counts = (['ARRIVAL', 'DEPARTURE'] as const).flatMap((direction) =>
    OUTCOMES.map((outcome) => {
      const these = decided.filter((one) => one.direction === direction && one.outcome === outcome);
      const citizens = these.filter(({ citizen }) => citizen).length;
      return { direction, outcome, citizens, foreigners: these.length - citizens };
    }),
  );
  const { truths, refusals, incidents, downtimeMs } = beside;
  return {
    counts,
    decided: decided.length,
    meanSeconds: decided.length === 0 ? null : Math.round(sum / decided.length),
    p95Seconds: percentile95(seconds),
    refusals,
    hitsTrue: truths.filter((one) => one === 'TRUE').length,
    hitsFalse: truths.filter((one) => one === 'FALSE').length + decided.reduce((n, one) => n + one.toldApart, 0),
    overrides: decided.reduce((n, one) => n + one.overrides, 0),
    incidents,
    downtimeMinutes: Math.round(downtimeMs / 60_000),
  };
}
