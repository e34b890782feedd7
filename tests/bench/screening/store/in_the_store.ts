import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Table } from '../../figures.ts';
import { listed, type MeasuredList } from '../listed_person.ts';
import type { Questions } from '../measured.ts';
import { NameTable } from '../peers/name_table.ts';
import { BENCH_KEY } from './bench_key.ts';
import { openBenchStorage } from './bench_store.ts';
import { writeEncryptedTrigrams } from './fts5_file.ts';
import { importList } from './import_list.ts';
import { writeJsonLines } from './json_lines_file.ts';
import { startUp } from './start_up.ts';
import { takeChanges } from './take_changes.ts';
import { throughThePort } from './through_the_port.ts';

function writeTrigramFile(path: string, list: MeasuredList): void {
  const table = new NameTable();
  for (const { entry } of listed(list)) table.add(entry);
  writeEncryptedTrigrams(path, table, Buffer.from(BENCH_KEY));
}

/** The list in the booth's own encrypted store: taken in, asked through the port, and opened by fresh processes. */
export async function inTheStore(list: MeasuredList, questions: Questions, count: number): Promise<Table[]> {
  const folder = mkdtempSync(join(process.env.BOOTH_BENCH_DIR ?? tmpdir(), 'booth-bench-'));
  try {
    const directory = join(folder, 'data');
    mkdirSync(directory);
    const file = join(folder, 'list.jsonl');
    writeJsonLines(file, list);
    let storage = await openBenchStorage(directory);
    const tables = [await importList(storage, file, directory), await throughThePort(storage, questions, count)];
    await storage.close();
    const trigramFile = join(folder, 'trigram.db');
    writeTrigramFile(trigramFile, list);
    const [query] = questions.travellers;
    if (query) tables.push(await startUp(directory, trigramFile, query));
    storage = await openBenchStorage(directory);
    tables.push(await takeChanges(storage, list, questions));
    await storage.close();
    return tables;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
