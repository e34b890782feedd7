import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { StorageProblem } from '../ports/records.ts';
import { guarded } from './storage_problem.ts';

const FILES = ['booth.db', 'booth.db-wal', 'booth.db-shm', 'booth.key-check', 'journal.anchor'];
const PREFIX = 'booth-damaged-';

function freeName(directory: string, stem: string): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? stem : `${stem}-${count}`;
    if (!existsSync(join(directory, name))) return name;
  }
}

/**
 * Moves a damaged database and its companions into a dated folder (`booth-damaged-2026-11-22T08-40-00`) and answers
 * with that folder's name; the next start makes a new database. Only ever called by a person's decision.
 */
export function setAsideDamaged(directory: string, clock: Clock): Result<string, StorageProblem> {
  const moved = guarded(directory, () => {
    const present = FILES.filter((file) => existsSync(join(directory, file)));
    if (present.length === 0) return null;
    const when = new Date(clock.now()).toISOString().slice(0, 19).replaceAll(':', '-');
    const name = freeName(directory, PREFIX + when);
    mkdirSync(join(directory, name), { mode: 0o700 });
    for (const file of present) renameSync(join(directory, file), join(directory, name, file));
    return name;
  });
  if (!moved.ok) return moved;
  return moved.value === null ? err({ code: 'STORE_IO', detail: 'nothing to set aside' }) : ok(moved.value);
}

/** The folder set aside last, or null. */
export function lastSetAside(directory: string): string | null {
  const names = readdirSync(directory).filter((name) => name.startsWith(PREFIX));
  return names.sort().at(-1) ?? null;
}
