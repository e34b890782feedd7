import { DOCUMENT_LIST, documentEntries } from './document_entries.ts';
import { openTestStorage } from './temporary_store.ts';

/**
 * A process for tests to kill or to starve: puts one version after another of a list of documents in service and writes
 * each on a line once it was acknowledged, `PROBLEM code` once it was not. Arguments: folder, first version, documents.
 */
const [directory = '', first = '1', count = '1000'] = process.argv.slice(2);
const storage = await openTestStorage(directory);
console.log('OPEN');
for (let version = Number(first); ; version++) {
  const header = { ...DOCUMENT_LIST, version: String(version) };
  const done = await storage.watchlist.replace(header, documentEntries(Number(count), version));
  console.log(done.ok ? version : `PROBLEM ${done.error.code}`);
  if (!done.ok) break;
}
await storage.close();
