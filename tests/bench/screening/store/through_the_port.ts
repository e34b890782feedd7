import type { ScreeningQuery } from '../../../../core/domain/screening/entry.ts';
import type { Storage } from '../../../../core/storage/open_storage.ts';
import { percentile, round, type Table } from '../../figures.ts';
import { type Questions, share } from '../measured.ts';

interface Asked {
  readonly ids: readonly string[];
  readonly took: number;
}

export async function askStorage(storage: Storage, query: ScreeningQuery): Promise<Asked> {
  const start = performance.now();
  const screened = await storage.watchlist.screen(query);
  const took = performance.now() - start;
  if (!screened.ok) throw new Error(screened.error.code);
  return { took, ids: screened.value.hits.map((hit) => hit.entry.id) };
}

/** The whole answer as a lane gets it: to the look-up thread and back, entries read from the encrypted file and judged. */
export async function throughThePort(storage: Storage, questions: Questions, count: number): Promise<Table> {
  const times: number[] = [];
  const found: boolean[] = [];
  const alarmed: boolean[] = [];
  for (let at = 0; at < 100; at++) {
    const listed = questions.listed.at(-1 - at);
    if (listed) await askStorage(storage, listed.query);
  }
  for (let at = 0; at < count; at++) {
    const listed = questions.listed[at];
    const traveller = questions.travellers[at];
    if (!listed || !traveller) break;
    const hit = await askStorage(storage, listed.query);
    found.push(hit.ids.slice(0, 10).includes(`P${listed.place}`));
    const other = await askStorage(storage, traveller);
    alarmed.push(other.ids.length > 0);
    times.push(hit.took, other.took);
  }
  return {
    title: 'Storage.watchlist.screen, thread and encrypted file included',
    rows: [
      {
        n: times.length,
        'p50 ms': round(percentile(times, 0.5), 3),
        'p95 ms': round(percentile(times, 0.95), 3),
        'p99 ms': round(percentile(times, 0.99), 3),
        'max ms': round(Math.max(...times), 2),
        '> 10 ms': times.filter((took) => took > 10).length,
        'alert among ten': round(share(found), 4),
        'false alerts': round(share(alarmed), 4),
      },
    ],
  };
}
