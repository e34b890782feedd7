import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge, prepareQuery } from '../../domain/screening/classify.ts';
import type { ScreeningQuery, WatchlistEntry } from '../../domain/screening/entry.ts';
import { indexBuilder } from '../../domain/screening/index/index_builder.ts';
import { openIndex } from '../../domain/screening/index/person_index.ts';
import type { Rarity } from '../../domain/screening/names/weights.ts';
import { writtenName } from '../../domain/screening/names/written_name.ts';
import { ofacCsv } from '../../sync/ofac_csv.ts';
import type { Storage } from '../open_storage.ts';
import { NOW, openTestStorage, temporaryDirectory } from '../testing/temporary_store.ts';

const on = '2026-11-22';
const directory = temporaryDirectory();
let storage: Storage;

beforeAll(async () => {
  storage = await openTestStorage(directory.path);
});
afterAll(async () => {
  await storage.close();
  directory.remove();
});

const header = (list: string) =>
  ({ list, kind: 'OTHER', version: '1', asOf: NOW, agedAfterHours: 24, expiredAfterHours: 72 }) as const;

async function hitIds(query: ScreeningQuery): Promise<readonly string[]> {
  const screened = await storage.watchlist.screen(query);
  return screened.ok ? screened.value.hits.map((hit) => hit.entry.id) : [];
}

async function* rows(entries: readonly WatchlistEntry[]) {
  yield* entries;
}

const DAMAGES: readonly {
  readonly how: string;
  readonly damage: (query: ScreeningQuery, name: string) => ScreeningQuery;
}[] = [
  { how: 'as it is', damage: (query) => query },
  { how: 'words in reverse', damage: (query, name) => ({ ...query, name: name.split(' ').reverse().join(' ') }) },
  { how: 'a letter left out', damage: (query, name) => ({ ...query, name: name.slice(0, 2) + name.slice(3) }) },
  { how: 'a letter doubled', damage: (query, name) => ({ ...query, name: name.slice(0, 3) + name.slice(2) }) },
  { how: 'another birth year', damage: (query) => ({ ...query, birthDate: `1979${query.birthDate?.slice(4)}` }) },
];

/** How rare names are on this list. */
function rarityOf(entries: readonly WatchlistEntry[]): Rarity {
  const builder = indexBuilder();
  for (const [place, entry] of entries.entries()) builder.add(place, entry);
  const index = openIndex(builder.finish());
  if (!index.ok) throw new Error(index.error.code);
  return index.value;
}

/** How many of the entries that the judgement alone would find are found through the index. */
async function keyRecall(
  entries: readonly WatchlistEntry[],
  damage: (typeof DAMAGES)[number]['damage'],
  rarity: Rarity,
) {
  let judged = 0;
  let found = 0;
  for (const entry of entries) {
    const name = writtenName(entry.names[0] ?? {});
    const query = damage({ name, on, ...(entry.birthDate ? { birthDate: entry.birthDate } : {}) }, name);
    if (judge(prepareQuery(query), entry, rarity) === null) continue;
    judged++;
    if ((await hitIds(query)).includes(entry.id)) found++;
  }
  return { judged, recall: found / judged };
}

describe('invented people with common names', () => {
  const surnames = ['NGUYỄN', 'TRẦN', 'LÊ', 'PHẠM', 'ĐẶNG', 'VÕ', 'BÙI', 'ĐỖ'];
  const middles = ['VĂN', 'THỊ', 'ĐỨC', 'HOÀNG', 'MINH'];
  const given = ['MẪU', 'THỬ', 'LỆ', 'DỤ', 'GIẢ', 'ẢO', 'TƯỞNG', 'TRƯNG', 'BÀY', 'HÌNH'];
  const people = surnames.flatMap((surname, a) =>
    middles.flatMap((middle, b) =>
      given.map((name, c): WatchlistEntry => {
        const day = String(1 + ((a * 7 + b * 3 + c) % 28)).padStart(2, '0');
        return {
          id: `${a}-${b}-${c}`,
          names: [{ surname, givenNames: `${middle} ${name}` }],
          birthDate: `1980-${String(1 + (c % 12)).padStart(2, '0')}-${day}`,
        };
      }),
    ),
  );
  beforeAll(async () => {
    expect(await storage.watchlist.replace(header('INVENTED'), rows(people))).toMatchObject({ ok: true });
  });

  test.each(DAMAGES)('are found: $how', async ({ damage }) => {
    const { judged, recall } = await keyRecall(people, damage, rarityOf(people));
    expect(judged).toBeGreaterThan(people.length * 0.9);
    expect(recall).toBeGreaterThanOrEqual(0.99);
  });
});

const data = process.env.BOOTH_DATA ?? join(import.meta.dirname, '../../../../shared/data');
const published = existsSync(data);
type Person = Readonly<Record<'full_name' | 'date_of_birth', string>>;

function people(name: string): Person[] {
  const bytes = readFileSync(join(data, 'names/yente-candidate-bench', name));
  return parse(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true });
}

function known(person: Person): { readonly birthDate?: string } {
  return /^\d{4}(-\d\d){0,2}$/.test(person.date_of_birth) ? { birthDate: person.date_of_birth } : {};
}

if (published) {
  describe('published lists', () => {
    test('every individual of the 2019 list goes in and is found again', async () => {
      const folder = join(directory.path, 'ofac');
      mkdirSync(folder);
      for (const name of ['sdn', 'alt']) {
        const packed = readFileSync(join(data, 'watchlists/ofac-sdn-2019-01', `${name}.csv.gz`));
        writeFileSync(join(folder, `${name}.csv`), gunzipSync(packed));
      }
      const imported = await storage.watchlist.replace(header('OFAC'), ofacCsv(join(folder, 'sdn.csv')));
      expect(imported).toMatchObject({ value: { read: 3845, added: 3845, rejectedCount: 0 } });
      const entries: WatchlistEntry[] = [];
      for await (const row of ofacCsv(join(folder, 'sdn.csv'))) if (!('reason' in row)) entries.push(row);
      const rarity = rarityOf(entries);
      const sample = entries.filter((_, place) => place % 17 === 0);
      for (const { damage } of DAMAGES.slice(0, 4)) {
        expect((await keyRecall(sample, damage, rarity)).recall).toBeGreaterThanOrEqual(0.98);
      }
    }, 60_000);

    test('damaged names of listed persons are found, strangers are not', async () => {
      const listed = people('positives_un_untreated.csv');
      const entries = listed.map((person, place) => ({
        id: `P${place}`,
        names: [{ full: person.full_name }],
        ...known(person),
      }));
      await storage.watchlist.replace(header('LISTED'), rows(entries));
      let found = 0;
      for (const [place, person] of people('positives_un_treated.csv').entries()) {
        if ((await hitIds({ name: person.full_name, on, ...known(person) })).includes(`P${place}`)) found++;
      }
      expect(found / listed.length).toBeGreaterThanOrEqual(0.92);
      const strangers = people('negatives_global.csv.gz').filter((_, place) => place % 50 === 0);
      let alarms = 0;
      for (const person of strangers) {
        if ((await hitIds({ name: person.full_name, on, ...known(person) })).length > 0) alarms++;
      }
      expect(alarms / strangers.length).toBeLessThanOrEqual(0.01);
    }, 60_000);
  });
} else {
  test('NOT RUN: published lists and names (BOOTH_DATA) are absent', () => {
    expect(published).toBe(false);
  });
}
