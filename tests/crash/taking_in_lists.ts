import { systemClock, systemIds } from '../../core/booth.ts';
import { openStorage } from '../../core/storage/open_storage.ts';
import { takeIn, versionInService } from './list_versions.ts';

/**
 * A process that takes in version after version of one list, made to be killed: says `READY`, `BEGIN n` before and
 * `DONE n` after each. Arguments: folder, versions to take in (absent: without end).
 */
const [directory = '', most = 'Infinity'] = process.argv.slice(2);
const key = new Uint8Array(32).fill(7);
const opened = await openStorage({ directory, key, clock: systemClock, ids: systemIds, terminal: 'A07' });
if (!opened.ok) throw new Error(opened.error.code);
const say = (line: string) => process.stdout.write(`${line}\n`);
// The store's threads keep no process alive that waits.
const alive = setInterval(() => {}, 1000);
say('READY');
for (let turn = 0; turn < Number(most); turn++) {
  const version = ((await versionInService(opened.value)) ?? 0) + 1;
  say(`BEGIN ${version}`);
  const problem = await takeIn(opened.value, version);
  say(problem ? `REFUSED ${problem.code}` : `DONE ${version}`);
}
await opened.value.close();
clearInterval(alive);
