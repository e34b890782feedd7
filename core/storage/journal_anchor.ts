import { join } from 'node:path';
import type { ChainHead } from '../domain/audit/journal_chain.ts';
import { readSealed, writeSealed } from './sealed_file.ts';

/** Where the end of the journal is noted outside the database, so that a cut tail is found. */
export function anchorPath(directory: string): string {
  return join(directory, 'journal.anchor');
}

export type AnchorFound =
  | { readonly found: 'ABSENT' }
  | { readonly found: 'BROKEN' }
  | { readonly found: 'SEALED'; readonly head: ChainHead };

function isHead(content: unknown): content is ChainHead {
  if (typeof content !== 'object' || content === null || !('seq' in content) || !('hash' in content)) return false;
  return Number.isSafeInteger(content.seq) && typeof content.hash === 'string';
}

export function readAnchor(directory: string, key: Buffer): AnchorFound {
  const file = readSealed(anchorPath(directory), key);
  if (file.found !== 'SEALED') return file;
  return isHead(file.content) ? { found: 'SEALED', head: file.content } : { found: 'BROKEN' };
}

/** Written after the commit it speaks of, so it is never ahead of the database; it may lag behind a crash. */
export function writeAnchor(directory: string, key: Buffer, head: ChainHead): void {
  writeSealed(anchorPath(directory), key, { seq: head.seq, hash: head.hash });
}
