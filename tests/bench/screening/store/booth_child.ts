/** A fresh process that opens the booth's store and screens one traveller; a line tells when it has answered. */
import type { ScreeningQuery } from '../../../../core/domain/screening/entry.ts';
import type { ListStatus } from '../../../../core/ports/watchlist.ts';
import { openBenchStorage } from './bench_store.ts';

const inService = ({ state }: ListStatus) => state === 'IN_SERVICE';
const [directory = '', asked = ''] = process.argv.slice(2);
const query = JSON.parse(asked) as ScreeningQuery;
const loaded = performance.now();
const storage = await openBenchStorage(directory);
const opened = performance.now();
const ask = () => storage.watchlist.screen(query);
let screened = await ask();
// An answer counts once the names of every list can be searched.
while (screened.ok && !(screened.value.lists.length > 0 && screened.value.lists.every(inService)))
  screened = await ask();
if (!screened.ok) throw new Error(screened.error.code);
console.log(JSON.stringify({ loaded, opened }));
await storage.close();
