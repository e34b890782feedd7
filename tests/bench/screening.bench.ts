import type { Table } from './figures.ts';
import { atRest } from './screening/at_rest.ts';
import { ofacPersons } from './screening/ofac_persons.ts';
import { listedQueries, travellerQueries } from './screening/queries.ts';
import { scaleFrom } from './screening/scale.ts';
import { measureSubject, sideBySide } from './screening/side_by_side.ts';
import { inTheStore } from './screening/store/in_the_store.ts';
import { subjects } from './screening/subject.ts';

/** Queries through the port of the store. */
const PORT_QUERIES = 2000;

/** Screening of persons at a nation's scale: how long, how well, beside the peers (BOOTH_BENCH_PERSONS, BOOTH_BENCH_PARTS). */
export async function run(): Promise<Table[]> {
  const scale = scaleFrom(process.env);
  const list = { invented: scale.persons, published: await ofacPersons() };
  const most = Math.max(scale.asked.subject, PORT_QUERIES);
  const questions = { listed: listedQueries(scale.persons, most), travellers: travellerQueries(most) };
  const tables: Table[] = [];
  if (scale.parts.includes('peers') || scale.parts.includes('rest')) {
    const booth = subjects(list);
    const measured = measureSubject(booth, questions, scale.asked.subject);
    if (scale.parts.includes('rest')) tables.push(await atRest(booth.hits, questions));
    if (scale.parts.includes('peers')) tables.unshift(...sideBySide(scale, list, questions, measured));
  }
  if (scale.parts.includes('store')) tables.push(...(await inTheStore(list, questions, PORT_QUERIES)));
  return tables;
}
