import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareFields } from '../compare_fields.ts';
import { foldIssuer, foldNumber } from '../fold.ts';
import { emptyDocumentKey, packDocument, unpackDocument } from './document_key.ts';
import { type FinishedShard, filterAssembler, fuseFilter, shardBuilder } from './fuse_filter.ts';
import { buildShard } from './fuse_shard.ts';
import { judgeSimilarDocument } from './judge_similar.ts';
import { lookAlikeNumbers, lookAlikesOf } from './look_alike_numbers.ts';
import { numberShapes } from './number_shapes.ts';

const SIGNS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const LETTERS = SIGNS.slice(10);
const text = (signs: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...signs), { maxLength }).map((found) => found.join(''));
const number = text(SIGNS, 9);
const issuer = text(LETTERS, 3).map(foldIssuer);

function keyOf(ofIssuer: string, ofNumber: string): string {
  const key = emptyDocumentKey();
  const exact = packDocument(ofIssuer, ofNumber, key);
  return `${exact ? '' : '#'}${key.join(' ')}`;
}

describe('the key of a document', () => {
  test('gives the document back, so that no two documents share one', () => {
    fc.assert(
      fc.property(issuer, number, (anIssuer, aNumber) => {
        const key = emptyDocumentKey();
        expect(packDocument(anIssuer, aNumber, key)).toBe(true);
        expect(unpackDocument(key)).toEqual({ issuer: anIssuer, number: aNumber });
      }),
      { numRuns: 3000 },
    );
  });

  test('is a marked hash where the document does not fit, never the key of one that does', () => {
    const long = fc.array(fc.constantFrom(...SIGNS), { minLength: 10, maxLength: 40 }).map((found) => found.join(''));
    fc.assert(
      fc.property(issuer, long, (anIssuer, aNumber) => {
        const key = emptyDocumentKey();
        expect(packDocument(anIssuer, aNumber, key)).toBe(false);
        expect(unpackDocument(key)).toBeNull();
      }),
    );
    expect(keyOf('VNM', 'A123456789')).not.toBe(keyOf('VNM', 'A123456780'));
    expect(keyOf('VNM', 'A123456789')).not.toBe(keyOf('LAO', 'A123456789'));
  });

  test('is the same however issuer and number are written', () => {
    expect(keyOf('D', 'c 123-4567')).toBe(keyOf('DEU', 'C1234567'));
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 4 }), (aNumber, anIssuer) => {
        expect(keyOf(anIssuer, aNumber)).toBe(keyOf(foldIssuer(anIssuer), foldNumber(aNumber)));
      }),
    );
  });

  test('spreads running numbers evenly', () => {
    const parts = new Array<number>(16).fill(0);
    const key = emptyDocumentKey();
    for (let running = 0; running < 16_000; running++) {
      packDocument('VNM', `C${String(running).padStart(7, '0')}`, key);
      const part = (key[0] ?? 0) >>> 28;
      parts[part] = (parts[part] ?? 0) + 1;
    }
    for (const part of parts) expect(Math.abs(part - 1000)).toBeLessThan(160);
  });
});

/** The documents number `from` to `to` in some order of keys, and a filter over them. */
function keysOf(from: number, to: number): DocumentWords[] {
  const key = emptyDocumentKey();
  return Array.from({ length: to - from }, (_, place) => {
    packDocument('VNM', `B${String(from + place).padStart(8, '0')}`, key);
    return [key[0] ?? 0, key[1] ?? 0] as const;
  });
}
type DocumentWords = readonly [high: number, low: number];

function filterOf(keys: readonly DocumentWords[], shardBits: number) {
  const shards: FinishedShard[] = [];
  const builder = shardBuilder(shardBits, (shard) => shards.push({ ...shard, bytes: shard.bytes.slice() }));
  for (const [high, low] of keys.toSorted((a, b) => a[0] - b[0])) builder.add(high, low);
  builder.finish();
  const length = shards.reduce((sum, shard) => sum + shard.bytes.length, 0);
  const assembler = filterAssembler(shardBits, length);
  for (const shard of shards) assembler.put(shard);
  return fuseFilter(assembler.image());
}

const held = (filter: ReturnType<typeof filterOf>, keys: readonly DocumentWords[]) =>
  keys.filter((key) => filter.mayHold(Uint32Array.from(key))).length;

describe('the filter', () => {
  test('never loses a document, whatever their number and the number of shards', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 4 }), (count, shardBits) => {
        const keys = keysOf(0, count);
        expect(held(filterOf(keys, shardBits), keys)).toBe(count);
      }),
      { numRuns: 40 },
    );
  });

  test('lets one absent document in 256 pass, at less than 1.2 bytes a document', () => {
    const keys = keysOf(0, 400_000);
    const filter = filterOf(keys, 1);
    expect(held(filter, keys)).toBe(keys.length);
    const share = held(filter, keysOf(1_000_000, 1_400_000)) / 400_000;
    expect(share).toBeGreaterThan(0.0035);
    expect(share).toBeLessThan(0.0044);
    expect(filter.size / keys.length).toBeLessThan(1.2);
  });

  test('without documents holds nothing, and a document twice is refused', () => {
    expect(held(filterOf([], 2), keysOf(0, 1000))).toBe(0);
    const twice = Uint32Array.of(5, 5);
    expect(() => buildShard(twice, twice, 2)).toThrow('twice');
  });
});

describe('numbers that look alike', () => {
  const anywhere = () => true;

  test('have one or two signs changed, and look like the number from both sides', () => {
    fc.assert(
      fc.property(number, (aNumber) => {
        const candidates = lookAlikesOf(aNumber, anywhere);
        expect(candidates.length).toBeLessThanOrEqual(200);
        expect(new Set(candidates).size).toBe(candidates.length);
        for (const candidate of candidates) {
          expect(lookAlikeNumbers(aNumber, candidate) && lookAlikeNumbers(candidate, aNumber)).toBe(true);
        }
      }),
    );
    expect(lookAlikeNumbers('C1234567', 'C1234567')).toBe(false);
    expect(lookAlikeNumbers('O0000', '00OOO')).toBe(false);
    expect(lookAlikeNumbers('C1234567', 'C123456')).toBe(false);
  });

  test('hold a letter only where the numbers of the issuer do', () => {
    const shapes = numberShapes();
    for (const listed of ['B8000000', 'E1234567']) shapes.learn('VNM', listed);
    const restored = numberShapes(JSON.parse(JSON.stringify(shapes)));
    const of = (aNumber: string) =>
      lookAlikesOf(aNumber, (place, code) => restored.mayHold('VNM', aNumber.length, place, code));
    expect(of('88000000')).toEqual(['B8000000']);
    expect(of('EI234567')).toEqual(['E1234567']);
    expect(of('80001000')).toEqual(['B0001000']);
    expect(of('123456789')).toEqual([]);
    expect([...restored.issuers]).toEqual(['VNM']);
  });

  test('make a hit that is possible and never more', () => {
    const entry = { id: '1', names: [], documents: [{ number: 'B8-000000', issuer: 'VNM' }], validTo: '2026-12' };
    const query = { documentNumber: '8800O000', issuer: 'VNM', on: '2026-11-22' };
    expect(judgeSimilarDocument(query, entry)).toMatchObject({
      matchClass: 'POSSIBLE',
      why: [{ code: 'DOCUMENT_SIMILAR', person: 'VNM:8800O000', entry: 'VNM:B8000000' }],
    });
    expect(compareFields(query, entry).at(-1)).toMatchObject({
      field: 'DOCUMENT_NUMBER',
      result: 'SIMILAR',
      note: 'DOCUMENT_SIMILAR',
      person: 'VNM 8800O000',
      entry: 'VNM B8000000',
    });
    expect(compareFields({ ...query, issuer: 'LAO' }, entry).at(-1)).toMatchObject({ result: 'DIFFERENT' });
    expect(judgeSimilarDocument({ ...query, issuer: 'LAO' }, entry)).toBeNull();
    expect(judgeSimilarDocument({ ...query, on: '2027-01-01' }, entry)).toBeNull();
    expect(judgeSimilarDocument({ ...query, documentNumber: 'B8000000' }, entry)).toBeNull();
  });
});
