import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSealed, writeSealed } from '../sealed_file.ts';
import { listsDirectory } from './list_file.ts';

function gapPath(directory: string, slug: string): string {
  return join(listsDirectory(directory), `${slug}.gap`);
}

/** Whether changes came that do not follow on the list in service: those between are missing. */
export function hasGap(directory: string, slug: string, key: Buffer): boolean {
  // A note that someone has spoilt still says that there was one.
  return readSealed(gapPath(directory, slug), key).found !== 'ABSENT';
}

/** Notes it; it lasts until a whole copy comes in, or the missing changes do. */
export function noteGap(directory: string, slug: string, key: Buffer, arrived: number | null): void {
  writeSealed(gapPath(directory, slug), key, { arrived });
}

/** The list is whole again as far as `sequence`; null where a whole copy came in. */
export function closeGap(directory: string, slug: string, key: Buffer, sequence: number | null): void {
  const path = gapPath(directory, slug);
  const gap = readSealed(path, key);
  if (gap.found === 'ABSENT') return;
  const content = gap.found === 'SEALED' ? (gap.content as { readonly arrived: number | null }) : { arrived: null };
  const filled = sequence === null || (content.arrived !== null && sequence >= content.arrived - 1);
  if (filled) rmSync(path, { force: true });
}
