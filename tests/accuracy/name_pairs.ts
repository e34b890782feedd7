import { bestThreshold, type Counts, countsAt, f1, precision, recall } from './counts.ts';
import { entityChecks, type NamePair, nameBench } from './published_data.ts';
import { booth, plainJaroWinkler, type Similarity } from './subjects.ts';
import type { Table } from './table.ts';

interface Judged {
  readonly threshold: number;
  readonly all: Counts;
  readonly groups: ReadonlyMap<string, Counts>;
}

function judged(pairs: readonly NamePair[], similarity: Similarity): Judged {
  const scored = pairs.map(({ group, a, b, isMatch }) => ({ group, isMatch, score: similarity(a, b) }));
  const threshold = bestThreshold(scored);
  const groups = Map.groupBy(scored, (pair) => pair.group);
  return {
    threshold,
    all: countsAt(scored, threshold),
    groups: new Map([...groups].map(([group, members]) => [group, countsAt(members, threshold)])),
  };
}

export interface PairFigures {
  readonly pairs: readonly NamePair[];
  readonly booth: Judged;
  readonly peer: Judged;
}

/** Both subjects at the one threshold that is best for each over all groups. */
export function comparePairs(pairs: readonly NamePair[]): PairFigures {
  return { pairs, booth: judged(pairs, booth), peer: judged(pairs, plainJaroWinkler) };
}

function row(group: string, pairs: readonly NamePair[], ours: Counts, theirs: Counts) {
  return {
    group,
    pairs: pairs.length,
    'of them one': pairs.filter((pair) => pair.isMatch).length,
    'booth precision': precision(ours).toFixed(3),
    'booth recall': recall(ours).toFixed(3),
    'booth F1': f1(ours).toFixed(3),
    'JW precision': precision(theirs).toFixed(3),
    'JW recall': recall(theirs).toFixed(3),
    'JW F1': f1(theirs).toFixed(3),
  };
}

function table(title: string, { pairs, booth: ours, peer }: PairFigures): Table {
  const none: Counts = { found: 0, missed: 0, wrong: 0 };
  const groups = [...Map.groupBy(pairs, (pair) => pair.group)].map(([group, members]) =>
    row(group, members, ours.groups.get(group) ?? none, peer.groups.get(group) ?? none),
  );
  return {
    title,
    note:
      `Pairs of names as their makers judged them (nomenklatura, name and entity benchmarks). Each side at the one threshold that gives it the best F1 over all groups: ` +
      `booth ${ours.threshold.toFixed(3)}, Jaro-Winkler ${peer.threshold.toFixed(3)}.`,
    rows: [...groups, row('all', pairs, ours.all, peer.all)],
  };
}

export function pairTable(): Table {
  return table('Pairs of names', comparePairs([...nameBench(), ...entityChecks()]));
}
