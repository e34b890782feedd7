import { bestF1Threshold, bestThreshold, type Counts, countsAt, f1, precision, ranking, recall } from './counts.ts';
import { entityChecks, type NamePair, nameBench } from './published_data.ts';
import { booth, plainJaroWinkler, type Similarity } from './subjects.ts';
import type { Table } from './table.ts';

interface Judged {
  readonly counts: Counts;
  readonly ranking: number;
  /** F1 at the threshold that is best for F1 over all groups. */
  readonly bestF1: number;
}

export interface GroupFigures {
  readonly group: string;
  readonly pairs: number;
  readonly matches: number;
  readonly booth: Judged;
  readonly peer: Judged;
}

export interface PairFigures {
  readonly boothThreshold: number;
  readonly peerThreshold: number;
  /** The last one is of all pairs. */
  readonly groups: readonly GroupFigures[];
}

function scored(pairs: readonly NamePair[], similarity: Similarity) {
  return pairs.map(({ group, a, b, isMatch }) => ({ group, isMatch, score: similarity(a, b) }));
}

/** Both subjects at the one threshold that is best for each over all groups. */
export function comparePairs(pairs: readonly NamePair[]): PairFigures {
  const ours = scored(pairs, booth);
  const theirs = scored(pairs, plainJaroWinkler);
  const boothThreshold = bestThreshold(ours);
  const peerThreshold = bestThreshold(theirs);
  const [ourF1, theirF1] = [bestF1Threshold(ours), bestF1Threshold(theirs)];
  const figures = (group: string, fits: (pair: { readonly group: string }) => boolean): GroupFigures => {
    const [a, b] = [ours.filter(fits), theirs.filter(fits)];
    return {
      group,
      pairs: a.length,
      matches: a.filter((pair) => pair.isMatch).length,
      booth: { counts: countsAt(a, boothThreshold), ranking: ranking(a), bestF1: f1(countsAt(a, ourF1)) },
      peer: { counts: countsAt(b, peerThreshold), ranking: ranking(b), bestF1: f1(countsAt(b, theirF1)) },
    };
  };
  const names = [...new Set(pairs.map((pair) => pair.group))];
  const groups = names.map((name) => figures(name, (pair) => pair.group === name));
  return { boothThreshold, peerThreshold, groups: [...groups, figures('all', () => true)] };
}

const shown = (value: number) => (Number.isNaN(value) ? '-' : value.toFixed(3));

function row({ group, pairs, matches, booth: ours, peer }: GroupFigures) {
  return {
    group,
    pairs,
    'of them one': matches,
    'booth precision': shown(precision(ours.counts)),
    'booth recall': shown(recall(ours.counts)),
    'booth F1': shown(f1(ours.counts)),
    'booth ranking': shown(ours.ranking),
    'JW precision': shown(precision(peer.counts)),
    'JW recall': shown(recall(peer.counts)),
    'JW F1': shown(f1(peer.counts)),
    'JW ranking': shown(peer.ranking),
    'booth best F1': shown(ours.bestF1),
    'JW best F1': shown(peer.bestF1),
  };
}

export function pairTable({ boothThreshold, peerThreshold, groups }: PairFigures): Table {
  return {
    title: 'Pairs of names',
    note:
      'Pairs of names as their makers judged them (nomenklatura, name and entity benchmarks). Each side at the one ' +
      'threshold over all groups that tells matches from others best (mean of both shares): booth ' +
      `${boothThreshold.toFixed(3)}, Jaro-Winkler ${peerThreshold.toFixed(3)}. Ranking: how often a match scores above ` +
      'another pair, whatever the threshold. Best F1: at the threshold chosen for F1 instead, where Jaro-Winkler calls every pair ' +
      'of some groups one name: three fifths of the pairs are.',
    rows: groups.map(row),
  };
}

/** All pairs of both benchmarks. */
export function allPairs(): NamePair[] {
  return [...nameBench(), ...entityChecks()];
}
