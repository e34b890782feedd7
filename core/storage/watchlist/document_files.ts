import { existsSync, statSync } from 'node:fs';
import type { DocumentListFiles } from '../documents/document_list.ts';

/** The entries with documents alone lie in a store of their own beside the list file, a copy or its changes. */
export function documentFilesOf(listFile: string): DocumentListFiles {
  const stem = listFile.slice(0, -'.db'.length);
  return { store: `${stem}.documents`, filter: `${stem}.filter` };
}

/** The files beside a list file, as they lie there, for whoever moves or removes it. */
export function documentPathsOf(listFile: string): readonly string[] {
  const { store, filter } = documentFilesOf(listFile);
  return [store, filter];
}

export function documentBytesOf(listFile: string): number {
  const present = documentPathsOf(listFile).filter((path) => existsSync(path));
  return present.reduce((sum, path) => sum + statSync(path).size, 0);
}
