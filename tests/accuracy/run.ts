import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crossScriptTable } from './cross_script.ts';
import { screeningTable } from './listed_persons.ts';
import { allPairs, comparePairs, pairTable } from './name_pairs.ts';
import { publishedNames } from './published_data.ts';
import { markdown, type Table } from './table.ts';

const HEAD = `# Accuracy of name screening

Written by \`npm run accuracy\` from published pairs and lists (BOOTH_DATA); figures only, the names stay there. Jaro-Winkler (JW)
compares decomposed names as written or with their words sorted, whichever is more alike. The rules of the booth were made
while looking at these same data: names never seen may fare worse. Groups of a few pairs say nothing.
`;

if (!publishedNames) {
  console.error('NOT RUN: published names (BOOTH_DATA) are absent');
  process.exit(2);
}
const pairs = comparePairs(allPairs());
const thresholds = { booth: pairs.boothThreshold, peer: pairs.peerThreshold };
const parts: readonly (() => Table)[] = [
  () => pairTable(pairs),
  () => screeningTable(1, false),
  () => screeningTable(5, true),
  () => crossScriptTable(thresholds),
];
const texts: string[] = [];
for (const part of parts) {
  const table = part();
  texts.push(markdown(table));
  console.log(`\n${table.title}\n${table.note}`);
  console.table(table.rows);
}
writeFileSync(join(import.meta.dirname, '../../docs/accuracy.md'), [HEAD, ...texts].join('\n'));
