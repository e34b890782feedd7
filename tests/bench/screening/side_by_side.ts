import { round, type Table } from '../figures.ts';
import { type Contender, peerContender } from './contender.ts';
import { collectGarbage } from './garbage.ts';
import { listed, type MeasuredList } from './listed_person.ts';
import { type Measured, measure, type Questions, recallAt10 } from './measured.ts';
import { birthAndSound } from './peers/birth_and_sound.ts';
import { bruteForce } from './peers/brute_force.ts';
import { fts5Trigram } from './peers/fts5_trigram.ts';
import { minisearch } from './peers/minisearch.ts';
import { NameTable } from './peers/name_table.ts';
import type { PeerMaker } from './peers/peer.ts';
import { ReferenceScorer } from './peers/reference_scorer.ts';
import type { Scale } from './scale.ts';
import { equalRecallRows, kindRows, ratioRows, speedRows } from './tables.ts';

const PLAIN_SCAN: PeerMaker = { ...bruteForce, name: 'brute force, every pair of words compared anew' };

const RATIO_TARGETS: Readonly<Record<string, string>> = {
  [fts5Trigram.name]: 'p50 >= 250, p99 >= 400',
  [birthAndSound.name]: 'p50 >= 5, p99 >= 20',
  [bruteForce.name]: 'p50 >= 5000',
  [PLAIN_SCAN.name]: 'p50 >= 5000',
};

/** The product and its peers, one after the other in this process, over the same list and the same queries. */
export function sideBySide(
  scale: Scale,
  list: MeasuredList,
  questions: Questions,
  subjects: readonly Measured[],
): Table[] {
  const table = new NameTable();
  for (const { entry } of listed(list)) table.add(entry);
  const scorer = new ReferenceScorer(table);
  const { asked } = scale;
  const peers: Measured[] = [];
  const run = (maker: PeerMaker, count: number, warmUp: number, nameAlone = false, by = scorer) => {
    const contender = peerContender(maker, table, by, nameAlone);
    const measured = measure(contender, questions, count, warmUp);
    contender.close();
    collectGarbage();
    return measured;
  };
  const sound = run(birthAndSound, asked.sound, 500);
  peers.push(sound);
  peers.push(run(fts5Trigram, asked.trigram, 10));
  peers.push(run(minisearch, asked.minisearch, 5));
  const scan = run(bruteForce, asked.scan, 1);
  peers.push(scan, run(PLAIN_SCAN, asked.plainScan, 0, false, new ReferenceScorer(table, false)));
  const soundAlone = run(birthAndSound, asked.sound, 100, true);
  const [subject, subjectAlone] = subjects;
  const all = [...subjects, ...peers];
  const tables: Table[] = [
    {
      title: `Screening ${table.persons} persons, ${table.forms} names, ${table.tokens.length} words`,
      rows: speedRows(all),
    },
    { title: 'recall@10 / alert recall by kind of query', rows: kindRows(all) },
  ];
  if (!subject) return tables;
  const missed = againstTheScan(subject, peerContender(bruteForce, table, scorer, false), questions, asked.missed);
  tables.push(
    { title: 'Times faster than the peers', rows: ratioRows(subject, peers, RATIO_TARGETS) },
    { title: "recall@10 beside the scan's", rows: [...scanSample(all, scan), missed] },
    { title: 'False alerts where the alert recall is equal', rows: equalRecallRows(subject, sound) },
  );
  if (subjectAlone) {
    const rows = equalRecallRows(subjectAlone, soundAlone);
    tables.push({ title: 'The same where a name alone may be a hit, birth dates wholly different', rows });
  }
  return tables;
}

/** On those queries that the scan was asked: what each found, as a share of what the scan found. */
function scanSample(all: readonly Measured[], scan: Measured) {
  const found = recallAt10(scan);
  return all.map((one) => {
    const same = { ...one, outcomes: one.outcomes.slice(0, scan.outcomes.length) };
    const recall = recallAt10(same);
    return {
      what: one.name,
      n: same.outcomes.length,
      'recall@10': round(recall, 4),
      'of the scan': round(recall / found, 4),
    };
  });
}

/** The scan looks for those that the product missed: what both miss is in nobody's favour, so the share is a lower bound. */
function againstTheScan(subject: Measured, scan: Contender, questions: Questions, most: number) {
  const missed = subject.outcomes.flatMap((outcome, at) => (outcome.found ? [] : [at]));
  const looked = missed.slice(0, most);
  const scanFound = looked.filter((at) => {
    const one = questions.listed[at];
    return one && scan.ask(one.query).top.some(({ place }) => place === one.place);
  }).length;
  const n = subject.outcomes.length;
  const onlyScan = looked.length === 0 ? 0 : (scanFound / looked.length) * missed.length;
  const ours = n - missed.length;
  return {
    what: `${subject.name}: of ${missed.length} missed the scan found ${scanFound} of ${looked.length} looked for; target >= 0.99`,
    n,
    'recall@10': round(ours / n, 4),
    'of the scan': round(ours / (ours + onlyScan), 4),
  };
}
