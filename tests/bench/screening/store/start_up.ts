import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ScreeningQuery } from '../../../../core/domain/screening/entry.ts';
import { percentile, round, type Table } from '../../figures.ts';

const ROUNDS = 5;

/** Milliseconds from the start of a fresh process. */
interface Start {
  /** Its modules are loaded. */
  readonly loaded: number;
  /** Its files are open. */
  readonly opened: number;
  /** It has answered, as seen from outside. */
  readonly answered: number;
}

async function once(script: URL, path: string, query: ScreeningQuery, compiled: string): Promise<Start> {
  const start = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(script), path, JSON.stringify(query)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // As the booth's own command keeps it (cli/booth.mjs); the peer has the same.
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  const lines = createInterface({ input: child.stdout });
  const started = await new Promise<Start>((resolve, reject) => {
    lines.once('line', (line) => {
      const answered = performance.now() - start;
      resolve({ ...(JSON.parse(line) as Omit<Start, 'answered'>), answered });
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it answered`)));
  });
  await new Promise<void>((resolve) => {
    if (child.exitCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  return started;
}

/** Fresh processes, in turn: the booth's store from its encrypted files, and an encrypted FTS5 database asked once. */
export async function startUp(directory: string, trigramFile: string, query: ScreeningQuery): Promise<Table> {
  const ours: Start[] = [];
  const theirs: Start[] = [];
  const compiled = join(directory, '..', 'compiled');
  // The first start of each fills the cache of compiled code and is not counted.
  for (let turn = -1; turn < ROUNDS; turn++) {
    const their = await once(new URL('./fts5_child.ts', import.meta.url), trigramFile, query, compiled);
    const our = await once(new URL('./booth_child.ts', import.meta.url), directory, query, compiled);
    if (turn < 0) continue;
    theirs.push(their);
    ours.push(our);
  }
  const median = (starts: readonly Start[], what: keyof Start) =>
    percentile(
      starts.map((one) => one[what]),
      0.5,
    );
  const row = (what: string, starts: readonly Start[]) => ({
    what,
    'modules loaded ms': round(median(starts, 'loaded'), 0),
    'files open ms': round(median(starts, 'opened'), 0),
    'first answer ms': round(median(starts, 'answered'), 0),
    'each ms': starts.map(({ answered }) => Math.round(answered)).join(', '),
    ratio: round(median(starts, 'answered') / median(theirs, 'answered'), 2),
    target: starts === ours ? '<= 1.5' : '',
  });
  return {
    title: 'From the start of a process to its first screening, files in the page cache',
    rows: [
      row('encrypted FTS5 database opened and asked once', theirs),
      row('the booth: encrypted lists opened, first screening answered', ours),
    ],
  };
}
