import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { systemClock, systemIds } from '../../core/booth.ts';
import { keyFromFile } from '../../core/storage/key_file.ts';
import { openStorage } from '../../core/storage/open_storage.ts';
import { clientOf, signIn, startBooth } from '../../core/testing/desk.ts';

/** What a lane has told before it was killed: each step was answered by its booth, with what the screen then showed. */
export interface Told {
  readonly step: string;
  readonly shown: unknown;
  /** When it was heard, ms of a clock of no meaning. */
  readonly at: number;
}

/** Data folders of lanes that have been begun once; each copy is like the first. */
export async function begunLane(): Promise<{ readonly copy: () => string; readonly remove: () => void }> {
  const parent = mkdtempSync(join(tmpdir(), 'booth-killed-'));
  const first = join(parent, 'first');
  const booth = await startBooth({ dataDirectory: first });
  await signIn(clientOf(booth));
  await booth.stop();
  let copies = 0;
  const copy = (): string => {
    const directory = join(parent, String(++copies));
    cpSync(first, directory, { recursive: true });
    return directory;
  };
  return { copy, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/**
 * Runs the lane of a script (in this folder) on a data folder and kills it without a word `delayMs` after it has told `step`.
 * All that it had told by then comes back. `last` is handed to the script.
 */
export function killedLane(
  script: string,
  directory: string,
  { step, delayMs = 0, last = '' }: { readonly step: string; readonly delayMs?: number; readonly last?: string },
): Promise<readonly Told[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, script), directory, last], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const told: Told[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said: Told = { ...JSON.parse(line), at: performance.now() };
      told.push(said);
      if (said.step === step) setTimeout(() => child.kill('SIGKILL'), delayMs);
    });
    child.on('error', reject);
    child.on('close', () =>
      told.some((said) => said.step === step)
        ? resolve(told)
        : reject(new Error(`${script} ended before ${step}, after ${told.map((said) => said.step).join(', ')}`)),
    );
  });
}

/** What the journal holds, by event, once every entry, row and piece of evidence has been verified; `evidence` is there whole. */
export async function journalAfter(directory: string, evidence: readonly string[] = []): Promise<readonly string[]> {
  const key = keyFromFile(directory, systemIds);
  if (!key.ok) throw new Error(key.error.code);
  const opened = await openStorage({ directory, key: key.value, clock: systemClock, ids: systemIds, terminal: 'A07' });
  if (!opened.ok) throw new Error(opened.error.code);
  const { records, caseFiles, close } = opened.value;
  const verdict = await records.verifyJournal();
  expect(verdict).toMatchObject({ ok: true, value: { ok: true, firstBroken: null } });
  for (const hash of evidence) {
    const found = await caseFiles.evidence(hash);
    const bytes = found.ok ? found.value?.bytes : undefined;
    expect(
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
    ).toBe(hash);
  }
  const entries = await records.exportJournal(1, 1_000);
  await close();
  if (!entries.ok) throw new Error(entries.error.code);
  return entries.value.map(({ event }) => event);
}
