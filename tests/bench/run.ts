import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Table } from './figures.ts';

/** `npm run bench [-- NAME ...]`: every benchmark of this folder, or those whose file begins with one of the names. */
const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((one) => name.startsWith(one)))
  .sort();
if (files.length === 0) {
  console.error(`no benchmark begins with ${wanted.join(' or ')}`);
  process.exit(2);
}
for (const file of files) {
  const bench = (await import(pathToFileURL(join(import.meta.dirname, file)).href)) as {
    run(): Promise<Table | readonly Table[]>;
  };
  const measured = await bench.run();
  for (const { title, rows } of 'rows' in measured ? [measured] : measured) {
    console.log(`\n${title}`);
    console.table(rows);
  }
}
process.exit(0);
