/** A fresh process that opens an encrypted FTS5 database, asks it once and compares what it gives by Jaro-Winkler. */
import type { ScreeningQuery } from '../../../../core/domain/screening/entry.ts';
import { jaroWinkler } from '../../../../core/domain/screening/jaro_winkler.ts';
import { SELECT_NAMES, trigramQuery } from '../peers/fts5_trigram.ts';
import { openPeerFile } from '../peers/peer_file.ts';
import { queryWords } from '../peers/reference_scorer.ts';
import { BENCH_KEY } from './bench_key.ts';

const [path = '', asked = ''] = process.argv.slice(2);
const query = JSON.parse(asked) as ScreeningQuery;
const loaded = performance.now();
const database = openPeerFile(path, Buffer.from(BENCH_KEY), true);
const opened = performance.now();
const places = database.prepare<[string], number>(SELECT_NAMES).pluck().all(trigramQuery(query));
const names = database.prepare<[number], string>('SELECT names FROM persons WHERE place = ?').pluck();
const words = queryWords(query).join(' ');
const scores = places.map((place) =>
  Math.max(...(names.get(place) ?? '').split('\n').map((one) => jaroWinkler(words, one))),
);
if (scores.some(Number.isNaN)) throw new Error('no score');
console.log(JSON.stringify({ loaded, opened }));
database.close();
