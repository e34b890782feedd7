import type { WatchlistEntry } from '../../../../core/domain/screening/entry.ts';
import type { ListChange } from '../../../../core/ports/watchlist.ts';
import type { Storage } from '../../../../core/storage/open_storage.ts';
import { percentile, round, type Table } from '../../figures.ts';
import type { MeasuredList } from '../listed_person.ts';
import type { Questions } from '../measured.ts';
import { LIST_SEED, personAt } from '../population.ts';
import { ON } from '../queries.ts';
import { benchHeader } from './bench_store.ts';
import { askStorage } from './through_the_port.ts';

const CHANGES = 10_000;
const NEW_SEED = 55_021;

/** Of ten changes six add, three replace, one withdraws. The person at place 0 is the one that is asked for. */
async function* changes(list: MeasuredList): AsyncGenerator<ListChange> {
  for (let at = 0; at < CHANGES; at++) {
    const place = (at * 7919) % list.invented;
    const kind = at % 10;
    if (kind < 6) yield { op: 'add', entry: newEntry(at) };
    else if (kind < 9) yield { op: 'update', entry: { ...newEntry(at), id: `P${place}` } };
    else yield { op: 'withdraw', id: personAt(LIST_SEED, place).entry.id };
  }
}

function newEntry(at: number): WatchlistEntry {
  return { ...personAt(NEW_SEED, at).entry, id: `N${at}` };
}

/** Takes ten thousand changes in while it goes on asking; tells when the first of them answers, and what the queries took. */
export async function takeChanges(storage: Storage, list: MeasuredList, questions: Questions): Promise<Table> {
  const usual: number[] = [];
  for (const query of questions.travellers.slice(0, 1000)) usual.push((await askStorage(storage, query)).took);
  const wanted = newEntry(0);
  const { name, birthDate } = personAt(NEW_SEED, 0);
  const during: number[] = [];
  let answered = Number.NaN;
  let done = false;
  const start = performance.now();
  const taking = storage.watchlist.replace({ ...benchHeader('2'), base: '1' }, changes(list)).finally(() => {
    done = true;
  });
  for (let at = 0; !done || Number.isNaN(answered); at++) {
    const traveller = questions.travellers[at % questions.travellers.length];
    if (traveller) during.push((await askStorage(storage, traveller)).took);
    const { ids } = await askStorage(storage, { ...name, birthDate, on: ON });
    if (Number.isNaN(answered) && ids.includes(wanted.id)) answered = performance.now() - start;
    if (done && performance.now() - start > 60_000) break;
  }
  const taken = await taking;
  if (!taken.ok) throw new Error(`${taken.error.code} ${taken.error.detail}`);
  const p99 = percentile(usual, 0.99);
  const { added, changed, removed } = taken.value;
  return {
    title: 'Ten thousand changes to the list in service, while it is asked without a pause',
    rows: [
      {
        changes: `${added} added, ${changed} replaced, ${removed} withdrawn`,
        's until they answer': round(answered / 1000, 2),
        'usual p99 ms': round(p99, 2),
        'queries meanwhile': during.length,
        'p99 meanwhile ms': round(percentile(during, 0.99), 2),
        'max meanwhile ms': round(Math.max(...during), 2),
        'over twice the usual p99': during.filter((took) => took > 2 * p99).length,
        target: '<= 1 s, none over twice',
      },
    ],
  };
}
