/** How large the run is and which parts of it are made. */
export interface Scale {
  readonly persons: number;
  readonly parts: readonly Part[];
  /** Queries of listed persons, and as many of travellers, that each contender is asked. */
  readonly asked: {
    readonly subject: number;
    readonly sound: number;
    readonly trigram: number;
    readonly minisearch: number;
    readonly scan: number;
    readonly plainScan: number;
    /** Of those the product did not find, so many are looked for by the scan. */
    readonly missed: number;
  };
}

/** peers: side by side; rest: the first query after a pause; store: import, port, delta, start from encrypted files. */
export const PARTS = ['peers', 'rest', 'store'] as const;
export type Part = (typeof PARTS)[number];

const SMALL = 50_000;
const LARGE = 400_000;

/** BOOTH_BENCH_PERSONS (1,000,000; 20,000 is quick) and BOOTH_BENCH_PARTS (all; names parted by commas). */
export function scaleFrom(environment: NodeJS.ProcessEnv): Scale {
  const persons = Number(environment.BOOTH_BENCH_PERSONS ?? 1_000_000);
  const wanted = (environment.BOOTH_BENCH_PARTS ?? PARTS.join(',')).split(',');
  const unknown = wanted.filter((part) => !PARTS.some((known) => known === part));
  if (!(persons >= 1000) || unknown.length > 0) {
    throw new Error(`BOOTH_BENCH_PERSONS is at least 1000, BOOTH_BENCH_PARTS of ${PARTS.join(', ')}`);
  }
  const parts = PARTS.filter((part) => wanted.includes(part));
  const asked = { subject: 5000, sound: 2500, trigram: 100, minisearch: 60, scan: 50, plainScan: 3, missed: 50 };
  if (persons >= LARGE) return { persons, parts, asked };
  if (persons >= SMALL) return { persons, parts, asked: { ...asked, trigram: 250, minisearch: 150, scan: 100 } };
  const small = { subject: 2000, sound: 1000, trigram: 300, minisearch: 200, scan: 100, plainScan: 20, missed: 50 };
  return { persons, parts, asked: small };
}
