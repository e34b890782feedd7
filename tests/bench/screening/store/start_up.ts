import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { percentile, round, type Table } from '../../figures.ts';

const ROUNDS = 5;

/** Milliseconds from the start of a fresh process until its first answer. */
async function once(script: URL, argument: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(script), argument], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const took = await new Promise<number>((resolve, reject) => {
    lines.once('line', () => resolve(performance.now() - start));
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it answered`)));
  });
  await new Promise<void>((resolve) => {
    if (child.exitCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  return took;
}

/** Fresh processes, in turn: the booth's store from its encrypted files, and an encrypted FTS5 database asked once. */
export async function startUp(directory: string, trigramFile: string): Promise<Table> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await once(new URL('./fts5_child.ts', import.meta.url), trigramFile));
    ours.push(await once(new URL('./booth_child.ts', import.meta.url), directory));
  }
  const row = (what: string, times: readonly number[], target: string) => ({
    what,
    'median ms': round(percentile(times, 0.5), 0),
    'each ms': times.map((took) => Math.round(took)).join(', '),
    target,
  });
  const ratio = percentile(ours, 0.5) / percentile(theirs, 0.5);
  return {
    title: 'From the start of a process to its first screening, files in the page cache',
    rows: [
      row('encrypted FTS5 database opened and asked once', theirs, ''),
      row('the booth: encrypted lists opened, first screening answered', ours, '<= 1.5 x'),
      { what: 'ratio', 'median ms': round(ratio, 2), 'each ms': '', target: '<= 1.5' },
    ],
  };
}
