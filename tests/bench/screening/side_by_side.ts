import { round, type Table } from '../figures.ts';
import { type Contender, peerContenders } from './contender.ts';
import { collectGarbage } from './garbage.ts';
import { listed, type MeasuredList } from './listed_person.ts';
import { kinds, type Measured, measure, type Questions, recallAt10 } from './measured.ts';
import { birthAndSound } from './peers/birth_and_sound.ts';
import { bruteForce } from './peers/brute_force.ts';
import { fts5Trigram } from './peers/fts5_trigram.ts';
import { minisearch } from './peers/minisearch.ts';
import { NameTable } from './peers/name_table.ts';
import type { PeerMaker } from './peers/peer.ts';
import { ReferenceScorer } from './peers/reference_scorer.ts';
import type { Kind } from './queries.ts';
import type { Scale } from './scale.ts';
import type { Manner } from './subject.ts';
import { equalRecallRows, kindRows, ratioRows, speedRows } from './tables.ts';

const PLAIN_SCAN: PeerMaker = { ...bruteForce, name: 'brute force, every pair of words compared anew' };

const TARGETS = {
  what: 'target at 1,000,000; at 2,000,000 p99 <= 2',
  'index MB': 120,
  'p50 ms': 0.5,
  'p99 ms': 1,
  'max ms': 10,
  '> 10 ms': 0,
  'alert recall': 0.9,
};

const RATIO_TARGETS: Readonly<Record<string, string>> = {
  [fts5Trigram.name]: 'p50 >= 250, p99 >= 400',
  [birthAndSound.name]: 'p50 >= 5, p99 >= 20',
  [bruteForce.name]: 'p50 >= 5000',
  [PLAIN_SCAN.name]: 'p50 >= 5000',
};

/** The booth's index, measured in its three manners. */
export interface MeasuredSubject {
  readonly hits: Measured;
  readonly nearest: Measured;
  readonly nameAlone: Measured;
}

export function measureSubject(contenders: Readonly<Record<Manner, Contender>>, questions: Questions, count: number) {
  const run = (manner: Manner) => measure(contenders[manner], questions, count, 1000);
  return { hits: run('hits'), nearest: run('nearest'), nameAlone: run('nameAlone') };
}

/** The peers one after the other in this process, over the same list and the same queries, beside the booth's index. */
export function sideBySide(scale: Scale, list: MeasuredList, questions: Questions, subject: MeasuredSubject): Table[] {
  const table = new NameTable();
  for (const { entry } of listed(list)) table.add(entry);
  const scorer = new ReferenceScorer(table);
  const { asked } = scale;
  const run = (maker: PeerMaker, count: number, warmUp: number, by = scorer) => {
    const { usual } = peerContenders(maker, table, by);
    const measured = measure(usual, questions, count, warmUp);
    usual.close();
    collectGarbage();
    return measured;
  };
  const bySound = peerContenders(birthAndSound, table, scorer);
  const sound = measure(bySound.usual, questions, asked.sound, 500);
  const soundAlone = measure(bySound.nameAlone, questions, asked.sound, 100);
  bySound.usual.close();
  const trigram = run(fts5Trigram, asked.trigram, 10);
  const mini = run(minisearch, asked.minisearch, 5);
  const scan = run(bruteForce, asked.scan, 1);
  const plain = run(PLAIN_SCAN, asked.plainScan, 0, new ReferenceScorer(table, false));
  const peers = [sound, trigram, mini, scan, plain];
  const { hits, nearest, nameAlone } = subject;
  const missed = againstTheScan(nearest, peerContenders(bruteForce, table, scorer).usual, questions, asked.missed);
  const size = `${table.persons} persons, ${table.forms} names, ${table.tokens.length} words`;
  return [
    { title: `Screening: ${size}`, rows: [...speedRows([hits, nearest, nameAlone, ...peers]), TARGETS] },
    { title: 'recall@10 / alert recall by kind of query', rows: kindRows([hits, nearest, ...peers]) },
    { title: 'Times faster than the peers', rows: ratioRows(hits, nearest, peers, RATIO_TARGETS) },
    {
      title: "recall@10 beside the scan's, target >= 0.99 of it",
      rows: [...scanSample([nearest, sound, trigram, mini, scan], scan), ...missed],
    },
    { title: 'False alerts where the alert recall is equal', rows: equalRecallRows(nearest, sound) },
    {
      title: 'The same where a name alone may be a hit, birth dates wholly different',
      rows: equalRecallRows(nameAlone, soundAlone),
    },
  ];
}

/** On those queries that the scan was asked: what each found, as a share of what the scan found. */
function scanSample(all: readonly Measured[], scan: Measured) {
  return all.map((one) => {
    const n = Math.min(one.outcomes.length, scan.outcomes.length);
    const firstOf = (measured: Measured) => recallAt10({ ...measured, outcomes: measured.outcomes.slice(0, n) });
    return {
      what: one.name,
      n,
      'recall@10': round(firstOf(one), 4),
      'of the scan': round(firstOf(one) / firstOf(scan), 4),
    };
  });
}

/**
 * The scan looks for those that the booth missed, by kind: what both miss is in nobody's favour, so the share is a lower
 * bound.
 */
function againstTheScan(subject: Measured, scan: Contender, questions: Questions, most: number) {
  const missed = subject.outcomes.flatMap((outcome, at) => (outcome.found ? [] : [at]));
  const looked = missed.slice(0, most);
  const scanFound = looked.filter((at) => {
    const one = questions.listed[at];
    return one && scan.ask(one.query).top.some(({ place }) => place === one.place);
  });
  const ofKind = (places: readonly number[], kind: Kind | null) =>
    places.filter((at) => !kind || questions.listed[at]?.kind === kind).length;
  return [null, ...kinds].map((kind) => {
    const n = subject.outcomes.filter((outcome) => !kind || outcome.kind === kind).length;
    const gone = ofKind(missed, kind);
    const tried = ofKind(looked, kind);
    const onlyScan = tried === 0 ? 0 : (ofKind(scanFound, kind) / tried) * gone;
    return {
      what: `${kind ?? 'all kinds'}: the booth missed ${gone}; of ${tried} of them the scan found ${ofKind(scanFound, kind)}`,
      n,
      'recall@10': round((n - gone) / n, 4),
      'of the scan': round((n - gone) / (n - gone + onlyScan), 4),
    };
  });
}
