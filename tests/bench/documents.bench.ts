import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareQuery } from '../../core/domain/screening/classify.ts';
import type { EntryDocument } from '../../core/domain/screening/entry.ts';
import type { DocumentListFiles } from '../../core/storage/documents/document_list.ts';
import { documentListReader } from '../../core/storage/documents/document_list_reader.ts';
import { documentListWriter } from '../../core/storage/documents/document_list_writer.ts';
import { readFilter } from '../../core/storage/documents/filter_file.ts';
import { documentAt, entryAt } from './documents/invented_documents.ts';
import { type PeerTable, peerTable } from './documents/peer_table.ts';
import { percentile, round } from './figures.ts';

type Row = Record<string, string | number>;
type Look = (document: EntryDocument) => unknown;

const DOCUMENTS = Number(process.env.BOOTH_BENCH_DOCUMENTS ?? 10_000_000);
const ASKED = 100_000;
const BATCH = 100;
const KEY = Buffer.alloc(32, 7);
/** What the store keeps of its pages in memory, at most. */
const PAGE_CACHE = 8 * 2 ** 20;
const NATIONS = 140_000_000;

const perDocument = (bytes: number) => round(bytes / DOCUMENTS);

/** Documents on the list, or as many that are not, of the same issuers and shapes, in no order. */
function documents(listed: boolean): EntryDocument[] {
  return Array.from({ length: ASKED }, (_, asked) => {
    const place = (asked * 7_368_787 + 11) % (listed ? DOCUMENTS : ASKED);
    return documentAt(listed ? place : DOCUMENTS + place);
  });
}

/** Microseconds of each call by itself, what the clock takes included. */
function singly(asked: readonly EntryDocument[], look: Look): number[] {
  return asked.map((document) => {
    const start = process.hrtime.bigint();
    look(document);
    return Number(process.hrtime.bigint() - start) / 1000;
  });
}

/** Microseconds a call, each figure the mean of a hundred calls. */
function inBatches(asked: readonly EntryDocument[], look: Look): number[] {
  return Array.from({ length: asked.length / BATCH }, (_, batch) => {
    const some = asked.slice(batch * BATCH, (batch + 1) * BATCH);
    const start = process.hrtime.bigint();
    for (const document of some) look(document);
    return Number(process.hrtime.bigint() - start) / 1000 / BATCH;
  });
}

function build(files: DocumentListFiles): number {
  const start = performance.now();
  const writer = documentListWriter({ files, key: KEY, token: 'bench' });
  for (let place = 0; place < DOCUMENTS; place++) writer.add(entryAt(place));
  const finished = writer.finish(null);
  if (finished?.content.documents !== DOCUMENTS) throw new Error('the list was not built');
  return (performance.now() - start) / 1000;
}

interface Compared {
  readonly what: string;
  readonly ours: readonly number[];
  readonly peer: readonly number[];
  readonly target: string;
}

function row({ what, ours, peer, target }: Compared): Row {
  const figures = (samples: readonly number[]) => [percentile(samples, 0.5), percentile(samples, 0.99)] as const;
  const [p50, p99] = figures(ours);
  const [peer50, peer99] = figures(peer);
  return {
    what,
    n: ours.length,
    'p50 us': round(p50),
    'p99 us': round(p99),
    'SQLite p50 us': round(peer50),
    'SQLite p99 us': round(peer99),
    'times faster, p50': round(peer50 / p50, 1),
    'times faster, p99': round(peer99 / p99, 1),
    target,
  };
}

function size(what: string, ours: string | number, peer: string | number, target: string): Row {
  return { what, ours, SQLite: peer, target };
}

function timed(reader: ReturnType<typeof documentListReader>, peer: PeerTable): Row[] {
  const find: Look = ({ issuer, number }) => reader.find(issuer, number);
  const peerFind: Look = ({ issuer, number }) => peer.find(issuer, number);
  const screen: Look = ({ issuer, number }) =>
    reader.screen(prepareQuery({ issuer, documentNumber: number, on: '2026-11-22' }));
  const missing = documents(false);
  const listed = documents(true);
  if (listed.some(({ issuer, number }) => reader.find(issuer, number).length !== 1)) throw new Error('a hit is lost');
  if (missing.some(({ issuer, number }) => reader.find(issuer, number).length > 0))
    throw new Error('a hit is invented');
  for (const look of [find, peerFind, screen]) inBatches(missing, look);
  return [
    {
      what: 'miss, call by call',
      ours: singly(missing, find),
      peer: singly(missing, peerFind),
      target: 'p99 <= 2 us, >= 20 times',
    },
    { what: 'miss, means of 100', ours: inBatches(missing, find), peer: inBatches(missing, peerFind), target: '' },
    { what: 'hit, whole entry', ours: singly(listed, find), peer: singly(listed, peerFind), target: 'no slower' },
    {
      what: 'miss, screened with look-alikes',
      ours: singly(missing, screen),
      peer: singly(missing, peerFind),
      target: '',
    },
  ].map(row);
}

/** Lists of lost and stolen documents: filter and buckets beside one encrypted table keyed by text, in the same run. */
export async function run(): Promise<{ title: string; rows: Row[] }> {
  const directory = mkdtempSync(join(process.env.BOOTH_BENCH_DIR ?? tmpdir(), 'booth-bench-'));
  try {
    const files = { store: join(directory, 'documents'), filter: join(directory, 'filter') };
    const seconds = build(files);
    const peerStart = performance.now();
    const peerPath = join(directory, 'peer.db');
    const peer = peerTable(peerPath, KEY, DOCUMENTS);
    const peerSeconds = (performance.now() - peerStart) / 1000;

    const opening = performance.now();
    const first = documentListReader(files.store, KEY, null);
    const image = readFilter(files.filter, KEY, first.content);
    first.close();
    if (!image) throw new Error('the filter is not what was written');
    const reader = documentListReader(files.store, KEY, image);
    const opened = performance.now() - opening;

    const times = timed(reader, peer);
    const disk = statSync(files.store).size + statSync(files.filter).size;
    const memory = image.bytes.length + image.fields.byteLength;
    const nation = NATIONS / DOCUMENTS;
    reader.close();
    peer.close();
    return {
      title: `Documents: ${DOCUMENTS.toLocaleString('en')} on the list, beside the same encrypted SQLite keyed by text`,
      rows: [
        ...times,
        size('bytes a document in memory', perDocument(memory + PAGE_CACHE), '', '<= 4'),
        size('bytes a document on disk', perDocument(disk), perDocument(statSync(peerPath).size), '<= 25'),
        size('built in s, read back and compared', round(seconds, 1), round(peerSeconds, 1), ''),
        size('opened in ms', round(opened, 1), '', ''),
        size(
          '140,000,000 need, from these',
          `${round((memory * nation + PAGE_CACHE) / 1e6, 0)} MB memory, ${round((disk * nation) / 1e9, 1)} GB disk, ${round((seconds * nation) / 60, 1)} min to build`,
          '',
          '',
        ),
      ],
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
