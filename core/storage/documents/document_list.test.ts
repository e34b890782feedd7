import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareQuery } from '../../domain/screening/classify.ts';
import type { DocumentStatus, WatchlistEntry } from '../../domain/screening/entry.ts';
import { temporaryDirectory } from '../testing/temporary_store.ts';
import type { DocumentListFiles, FinishedDocumentList } from './document_list.ts';
import { documentListReader } from './document_list_reader.ts';
import { documentListWriter } from './document_list_writer.ts';
import { readFilter, rebuildFilter } from './filter_file.ts';
import { gatherEqualKeys } from './gather_equal_keys.ts';
import { recordSpool } from './record_spool.ts';

const KEY = Buffer.alloc(32, 7);
let directory = temporaryDirectory();
let stores = 0;

beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => directory.remove());

function newFiles(): DocumentListFiles {
  stores++;
  return { store: join(directory.path, `${stores}.documents`), filter: join(directory.path, `${stores}.filter`) };
}

function built(
  entries: readonly WatchlistEntry[],
  old: DocumentListFiles | null = null,
): FinishedDocumentList & { readonly files: DocumentListFiles } {
  const files = newFiles();
  const writer = documentListWriter({ files, key: KEY, token: `token ${stores}` });
  for (const entry of entries) writer.add(entry);
  const finished = writer.finish(old);
  if (!finished) throw new Error('not read back as written');
  return { files, ...finished };
}

function opened({ files, content }: { files: DocumentListFiles; content: FinishedDocumentList['content'] }) {
  return documentListReader(files.store, KEY, readFilter(files.filter, KEY, content));
}

const on = '2026-11-22';
const ask = (reader: ReturnType<typeof documentListReader>, documentNumber: string, issuer: string) =>
  reader.screen(prepareQuery({ documentNumber, issuer, on }));

function lost(place: number, status: DocumentStatus = 'LOST'): WatchlistEntry {
  const number = `B${String(place * 7919).padStart(8, '0')}`;
  return { id: `L-${place}`, names: [], documents: [{ number, issuer: 'VNM', status }] };
}

const said = fc.record(
  {
    authority: fc.constantFrom('A08', 'Công an tỉnh'),
    decision: fc.string({ minLength: 1, maxLength: 10 }),
    action: fc.constantFrom('STOP' as const, 'REFER' as const),
    discreet: fc.boolean(),
    validFrom: fc.constantFrom('2020', '2024-02-29'),
    note: fc.string({ maxLength: 20 }),
  },
  { requiredKeys: [] },
);
const document = fc.record(
  {
    number: fc.oneof(
      fc.stringMatching(/^[A-C0-2]{1,9}$/),
      fc.stringMatching(/^[A-C][0-9]{10,14}$/),
      fc.stringMatching(/^[a-c][0-9] [0-9]{3}-[0-9]$/),
    ),
    issuer: fc.constantFrom('VNM', 'D', 'DEU', 'LAO', 'XXX'),
    kind: fc.constantFrom('P', 'ID'),
    status: fc.constantFrom<DocumentStatus>('LOST', 'STOLEN', 'REVOKED', 'SINGLE_USE_SPENT', 'LISTED'),
  },
  { requiredKeys: ['number', 'issuer'] },
);
const id = fc.oneof(
  fc.stringMatching(/^[A-C]{0,2}-?0{0,3}[0-9]{1,18}$/),
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.uuid(),
);
const entry = fc
  .tuple(id, fc.array(document, { minLength: 1, maxLength: 3 }), said)
  .map(([ownId, documents, rest]): WatchlistEntry => ({ id: ownId, names: [], documents, ...rest }));

describe('a list of documents', () => {
  test('gives every entry back whole, for each of its documents, and nothing for others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: (one) => JSON.stringify(one), maxLength: 60 }), (entries) => {
        const reader = opened(built(entries));
        for (const one of entries) {
          for (const { number, issuer } of one.documents ?? []) {
            const found = ask(reader, number, issuer);
            expect(found.map((hit) => hit.entry)).toContainEqual(one);
            const best = found.filter((hit) => hit.judgement.matchClass === 'CERTAIN');
            expect(best.map((hit) => hit.entry)).toContainEqual(one);
          }
        }
        expect(ask(reader, 'Z99999999', 'FRA')).toEqual([]);
        reader.close();
      }),
      { numRuns: 40 },
    );
  });

  test('says what is possible only: a number misread, an issuer not known', () => {
    const reader = opened(built([lost(1), { ...lost(2), documents: [{ number: 'N1234567', issuer: 'XXX' }] }]));
    const classes = (number: string, issuer: string) =>
      ask(reader, number, issuer).map(({ judgement }) => `${judgement.matchClass} ${judgement.why[0]?.code}`);
    expect(classes('B00007919', 'VNM')).toEqual(['CERTAIN DOCUMENT_EQUAL']);
    expect(classes('8O0007919', 'VNM')).toEqual(['POSSIBLE DOCUMENT_SIMILAR']);
    expect(classes('8OO007919', 'VNM')).toEqual([]);
    expect(classes('B00007919', '')).toEqual(['POSSIBLE DOCUMENT_EQUAL']);
    expect(classes('N1234567', 'FRA')).toEqual(['POSSIBLE DOCUMENT_EQUAL']);
    reader.close();
  });

  test('counts what is new, changed and gone, and leaves out what comes twice', () => {
    const first = built([lost(1), lost(2), lost(3), lost(3)]);
    expect(first).toMatchObject({
      counts: { added: 3, changed: 0, removed: 0 },
      repeated: 1,
      content: { entries: 3, documents: 3 },
    });
    const both = { ...lost(5), documents: [...(lost(5).documents ?? []), ...(lost(6).documents ?? [])] };
    const second = built([lost(4), lost(3), lost(2, 'STOLEN'), both, both], first.files);
    expect(second).toMatchObject({
      counts: { added: 3, changed: 1, removed: 1 },
      repeated: 1,
      content: { entries: 4, documents: 5 },
    });
    expect(built([lost(2, 'STOLEN'), both, lost(3), lost(4)], second.files).counts).toEqual({
      added: 0,
      changed: 0,
      removed: 0,
    });
  });

  test('keeps a document that is reported without end a thousand times', () => {
    const often = Array.from({ length: 1200 }, (_, place) => ({ ...lost(1), id: `R${place}` }));
    const list = built(often);
    expect(list).toMatchObject({ repeated: 200, content: { entries: 1000, documents: 1 } });
    const reader = opened(list);
    expect(ask(reader, 'B00007919', 'VNM')).toHaveLength(1000);
    reader.close();
  });

  test('tells documents apart that share the hash of a long number', () => {
    const long = (number: string): WatchlistEntry => ({
      id: number,
      names: [],
      documents: [{ number, issuer: 'VNM' }],
    });
    const own = new Map<number, readonly WatchlistEntry[]>([
      [1, [long('A123456789')]],
      [2, [long('B987654321')]],
    ]);
    const kept = {
      forms: new Map(),
      ownEntries: (number: number) => [...(own.get(number) ?? [])],
      keepOwn: (entries: readonly WatchlistEntry[]) => {
        own.set(3, entries);
        return 3;
      },
    };
    const emitted: number[][] = [];
    const records = Uint32Array.of(9, 9, 0, 1, 9, 9, 0, 2);
    gatherEqualKeys([{ records, count: 2 }], kept, (...record) => emitted.push(record));
    expect(emitted).toEqual([[9, 9, 0, 3]]);
    expect(own.get(3)?.map((one) => one.id)).toEqual(['A123456789', 'B987654321']);
  });

  test('notes the last days of its entries', () => {
    const dated = (place: number, validTo: string) => ({ ...lost(place), validTo });
    const reader = opened(built([dated(1, '2026-11-22'), dated(2, '2026-02'), dated(3, '2025'), lost(4)]));
    expect(reader.ended('2026-02-28', '2026-11-23')).toEqual([
      { id: 'L-2', validTo: '2026-02' },
      { id: 'L-1', validTo: '2026-11-22' },
    ]);
    expect(reader.ended('2026-03-01', '2026-11-22')).toEqual([]);
    reader.close();
  });

  test('can be read by nobody without its key, while it is built and after', () => {
    const files = newFiles();
    const writer = documentListWriter({ files, key: KEY, token: 'sealed' });
    for (let place = 0; place < 500; place++) writer.add({ ...lost(place), authority: 'PHONG QLXNC' });
    const readable = () =>
      readdirSync(directory.path)
        .map((name) => readFileSync(join(directory.path, name)).toString('latin1'))
        .some((bytes) => bytes.includes('PHONG QLXNC') || bytes.includes('CREATE TABLE') || bytes.includes('B0000'));
    expect(readable()).toBe(false);
    writer.finish(null);
    expect(readable()).toBe(false);
    expect(readdirSync(directory.path)).toHaveLength(2);
  });

  test('given up half-way leaves nothing', () => {
    const files = newFiles();
    const writer = documentListWriter({ files, key: KEY, token: 'given up' });
    writer.add(lost(1));
    writer.abandon();
    writer.abandon();
    expect(readdirSync(directory.path)).toEqual([]);
  });
});

describe('damage', () => {
  const entries = Array.from({ length: 3000 }, (_, place) => lost(place));

  function spoil(path: string, at: number): void {
    const bytes = readFileSync(path);
    bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
    writeFileSync(path, bytes);
  }

  test('to the filter is seen at any place; the list answers without it, and it is made again to the byte', () => {
    const list = built(entries);
    const before = createHash('sha256').update(readFileSync(list.files.filter)).digest('hex');
    const size = readFileSync(list.files.filter).length;
    for (const at of [0, 12, Math.floor(size / 2), size - 1]) {
      spoil(list.files.filter, at);
      expect(readFilter(list.files.filter, KEY, list.content)).toBeNull();
      spoil(list.files.filter, at);
    }
    writeFileSync(list.files.filter, readFileSync(list.files.filter).subarray(0, size - 5));
    expect(readFilter(list.files.filter, KEY, list.content)).toBeNull();
    const withoutFilter = opened(list);
    expect(ask(withoutFilter, 'B00007919', 'VNM')).toHaveLength(1);
    expect(ask(withoutFilter, 'C00007919', 'VNM')).toHaveLength(0);
    withoutFilter.close();

    const made = rebuildFilter(list.files, KEY);
    expect(createHash('sha256').update(readFileSync(list.files.filter)).digest('hex')).toBe(before);
    expect(readFilter(list.files.filter, KEY, list.content)).toEqual(made);
  });

  test('to the filter of another list is not taken for its own', () => {
    const list = built(entries);
    const other = built(entries);
    writeFileSync(list.files.filter, readFileSync(other.files.filter));
    expect(readFilter(list.files.filter, KEY, list.content)).toBeNull();
  });

  test('to the store is an error, never a wrong answer', () => {
    const list = built(entries);
    const image = readFilter(list.files.filter, KEY, list.content);
    spoil(list.files.store, readFileSync(list.files.store).length - 3000);
    expect(() => {
      const reader = documentListReader(list.files.store, KEY, image);
      for (const one of entries) expect(ask(reader, one.documents?.[0]?.number ?? '', 'VNM')).toHaveLength(1);
    }).toThrow(expect.objectContaining({ code: expect.stringContaining('SQLITE_') }));
  });
});

test('records leave the spool in the order of their keys, equal ones as they came, whatever the size of its runs', () => {
  const record = fc.tuple(
    fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 ** 32 - 1 })),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 65_535 }),
    fc.integer({ min: 0, max: 2 ** 48 - 1 }),
  );
  fc.assert(
    fc.property(fc.array(record, { maxLength: 200 }), fc.integer({ min: 1, max: 60 }), (records, runRecords) => {
      const path = join(directory.path, 'spool');
      const spool = recordSpool(path, KEY, runRecords);
      for (const one of records) spool.add(...one);
      const left: number[][] = [];
      for (const { records: words, count } of spool.inOrder()) {
        for (let at = 0; at < count * 4; at += 4) {
          const [high = 0, low = 0, third = 0, fourth = 0] = words.subarray(at, at + 4);
          left.push([high, low, third >>> 16, (third & 0xffff) * 2 ** 32 + fourth]);
        }
      }
      spool.remove();
      expect(existsSync(path)).toBe(false);
      expect(left).toEqual(records.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
    }),
    { numRuns: 60 },
  );
});
