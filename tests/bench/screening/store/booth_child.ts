/** A fresh process that opens the booth's store and screens one traveller; a line tells when it has answered. */
import { travellerQueries } from '../queries.ts';
import { openBenchStorage } from './bench_store.ts';

const [directory = ''] = process.argv.slice(2);
const [query] = travellerQueries(1);
if (!query) throw new Error('no query');
const storage = await openBenchStorage(directory);
let screened = await storage.watchlist.screen(query);
// Where the lists answer before their names can be searched, the first whole answer counts.
while (screened.ok && screened.value.lists.length === 0) screened = await storage.watchlist.screen(query);
console.log(screened.ok ? screened.value.hits.length : screened.error.code);
await storage.close();
