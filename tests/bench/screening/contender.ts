import type { ScreeningQuery } from '../../../core/domain/screening/entry.ts';
import { collectGarbage } from './garbage.ts';
import type { NameTable } from './peers/name_table.ts';
import type { PeerMaker } from './peers/peer.ts';
import { ALERT_FROM, type Ranked, type ReferenceScorer } from './peers/reference_scorer.ts';

/** One answer: the ten best, best first, and the milliseconds it took. */
export interface Answer {
  readonly top: readonly Ranked[];
  readonly took: number;
}

/** Something that screens, the product or a peer, built and ready to be asked. */
export interface Contender {
  readonly name: string;
  readonly buildSeconds: number;
  readonly indexMegabytes: number;
  /** What the process grew by while it was built. */
  readonly grownMegabytes: number;
  /** A score from which it alerts. */
  readonly alertFrom: number;
  ask(query: ScreeningQuery): Answer;
  close(): void;
}

const MEGABYTE = 1024 * 1024;

/** Takes the time and the growth of the process while something is built. */
export function built<T>(build: () => T): { readonly value: T; readonly seconds: number; readonly megabytes: number } {
  collectGarbage();
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const value = build();
  const seconds = (performance.now() - start) / 1000;
  collectGarbage();
  return { value, seconds, megabytes: (process.memoryUsage.rss() - before) / MEGABYTE };
}

/** A peer with the scorer that all peers share, where a name alone may be an alert and where not, over one index. */
export function peerContenders(maker: PeerMaker, table: NameTable, scorer: ReferenceScorer) {
  const { value: peer, seconds, megabytes } = built(() => maker.build(table));
  const contender = (nameAlone: boolean): Contender => ({
    name: maker.name,
    buildSeconds: seconds,
    indexMegabytes: peer.diskBytes / MEGABYTE,
    grownMegabytes: megabytes,
    alertFrom: ALERT_FROM,
    ask(query) {
      const start = performance.now();
      scorer.ask(query, nameAlone);
      const top = scorer.rank(peer.candidates(query));
      return { top, took: performance.now() - start };
    },
    close: () => peer.close(),
  });
  return { usual: contender(false), nameAlone: contender(true) };
}
