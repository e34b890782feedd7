import { chmodSync } from 'node:fs';
import { openStorage } from '../open_storage.ts';
import { storageOptions, testClearance, testEntry } from './temporary_store.ts';

/**
 * A process for tests to kill or to starve: commits without end and writes the number of each step on a line once it
 * was acknowledged, `PROBLEM code` once it was not. Arguments: folder, first number, user to become (optional).
 */
const [directory = '', first = '1', user] = process.argv.slice(2);
if (user !== undefined && process.getuid?.() === 0) process.setuid?.(Number(user));
else if (user !== undefined) chmodSync(directory, 0o555);

const opened = await openStorage(storageOptions(directory));
if (!opened.ok) {
  console.log(`PROBLEM ${opened.error.code}`);
  process.exit(0);
}
console.log('OPEN');
for (let number = Number(first); ; number++) {
  const committed = await opened.value.records.commit({
    clearance: testClearance(number, { state: { number, body: 'x'.repeat(3000) } }),
    entries: [testEntry({ clearance: `clearance-${number}` })],
    outbox: { clearance: `clearance-${number}`, payload: { number } },
  });
  if (!committed.ok) {
    console.log(`PROBLEM ${committed.error.code}`);
    break;
  }
  console.log(number);
}
await opened.value.close();
