import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { numberedRules, numberOf, openLaw } from './numbered_rules.ts';

/**
 * A process that puts law after law in force, made to be killed. It says `TAKING n`, `TAKEN n`, `PUTTING n` and `DONE n`,
 * a line each, or `REFUSED code` and ends. Argument: folder.
 */
const [directory = ''] = process.argv.slice(2);
const { storage, rules } = await openLaw(directory);
const say = (line: string) => process.stdout.write(`${line}\n`);
// The store's threads keep no process alive that waits.
const alive = setInterval(() => {}, 1000);
const now = rules.current();
for (let number = (now ? numberOf(now.rules) : 0) + 1; ; number++) {
  const file = join(directory, 'law.rules');
  writeFileSync(file, await numberedRules(number));
  say(`TAKING ${number}`);
  const taken = await rules.takeIn(file);
  if (!taken.ok) {
    say(`REFUSED ${taken.error.code}`);
    break;
  }
  say(`TAKEN ${number}`);
  say(`PUTTING ${number}`);
  const put = await rules.activate(taken.value.version, '0666', '0200');
  if (!put.ok) {
    say(`REFUSED ${put.error.code}`);
    break;
  }
  say(`DONE ${number}`);
}
await storage.close();
clearInterval(alive);
