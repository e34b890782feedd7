import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { flushDirectory } from '../sealed_file.ts';
import { documentPathsOf } from './document_files.ts';
import { copiesOf, imagePath, type ListFile, listsDirectory } from './list_file.ts';

/** What is to come into service: finished files aside and the names they get; the last one makes it count. */
export type Renames = readonly (readonly [aside: string, name: string])[];

/**
 * Only one process at a time puts a list in service. The lock is SQLite's own on an empty file, so that the system
 * lifts it when its holder is killed. Throws SQLITE_BUSY after five seconds.
 */
export function inTurn<T>(directory: string, work: () => T): T {
  const turn = new Database(join(listsDirectory(directory), 'turn.lock'), { timeout: 5000 });
  try {
    turn.exec('BEGIN EXCLUSIVE');
    return work();
  } finally {
    turn.close();
  }
}

/** A removal may fail where another process still reads the file: it is tried again at the next swap. */
function removeQuietly(path: string): void {
  try {
    if (existsSync(path)) rmSync(path);
  } catch {}
}

/** The list file first: what lies beside it counts for nothing without it. */
function removeList(path: string): void {
  removeQuietly(path);
  for (const beside of documentPathsOf(path)) removeQuietly(beside);
}

/** The copy before, and the changes before the last ones, stay as the last good state; what is older goes. */
function removeOlder(copies: readonly ListFile[]): void {
  for (const [place, copy] of copies.entries()) {
    const kept = place < 2 ? copy.deltas.slice(0, 2 - place) : [];
    for (const delta of copy.deltas) if (!kept.includes(delta)) removeList(delta.path);
    if (place < 2) continue;
    // The copy first: an index without its copy counts for nothing.
    removeList(copy.path);
    removeQuietly(copy.image);
  }
}

/** Removes what a swap that was killed half-way has left under a generation number that no copy has. */
export function clearGeneration(directory: string, slug: string, generation: number): void {
  const stem = imagePath(directory, slug, generation).slice(0, -'index'.length);
  for (const name of readdirSync(listsDirectory(directory))) {
    const path = join(listsDirectory(directory), name);
    if (path.startsWith(stem)) rmSync(path);
  }
}

/** Puts finished, flushed files in service. To be called in turn. */
export function swapIn(directory: string, list: string, renames: Renames): void {
  for (const [aside, name] of renames) renameSync(aside, name);
  flushDirectory(listsDirectory(directory));
  removeOlder(copiesOf(directory, list));
}
