import { existsSync, rmSync } from 'node:fs';
import type { FilterImage } from '../../domain/screening/documents/fuse_filter.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import type { DocumentListWriter, FinishedDocumentList } from '../documents/document_list.ts';
import { documentListReader } from '../documents/document_list_reader.ts';
import { documentListWriter } from '../documents/document_list_writer.ts';
import { documentStore } from '../documents/document_store.ts';
import { documentsHold } from '../documents/documents_hold.ts';
import { readFilter } from '../documents/filter_file.ts';
import { storageProblem } from '../storage_problem.ts';
import { documentFilesOf, documentPathsOf } from './document_files.ts';
import type { ListContent } from './list_file.ts';
import type { Renames } from './swap_in.ts';

/** Builds the documents of the list file under construction at `aside`; begins with the first. */
export function documentPart(aside: string, key: Buffer, token: string) {
  const files = documentFilesOf(aside);
  let writer: DocumentListWriter | null = null;
  let built = false;
  return {
    add(entry: WatchlistEntry): void {
      writer ??= documentListWriter({ files, key, token });
      writer.add(entry);
    },
    /** Null where there are none; false where they can not be read back as they were given. */
    finish(oldListFile: string | null): FinishedDocumentList | null | false {
      if (!writer) return null;
      const old = oldListFile && documentFilesOf(oldListFile);
      const finished = writer.finish(old && existsSync(old.store) ? old : null);
      built = finished !== null;
      return finished ?? false;
    },
    /** The renames that put them beside the list file of that name. */
    renames(listFile: string): Renames {
      const { store, filter } = documentFilesOf(listFile);
      if (!built) return [];
      return [
        [files.store, store],
        [files.filter, filter],
      ];
    },
    abandon(): void {
      writer?.abandon();
      for (const path of documentPathsOf(aside)) rmSync(path, { force: true });
    },
  };
}

/** The documents of a list file, read and checked on another thread. */
export interface LoadedDocuments {
  readonly path: string;
  /** Null where it has to be made again. */
  readonly filter: FilterImage | null;
}

/** Null where the list file has none, 'DAMAGED' where they are not those that belong to it. Throws file system errors. */
export function loadDocuments(listFile: string, key: Buffer, content: ListContent): LoadedDocuments | null | 'DAMAGED' {
  if (!content.ownDocuments) return null;
  const files = documentFilesOf(listFile);
  if (!existsSync(files.store)) return 'DAMAGED';
  try {
    const store = documentStore(files.store, key);
    store.close();
    if (store.content.digest !== content.ownDocuments) return 'DAMAGED';
    return { path: files.store, filter: readFilter(files.filter, key, store.content) };
  } catch (problem) {
    if (storageProblem(problem, listFile)?.code !== 'STORE_DAMAGED') throw problem;
    return 'DAMAGED';
  }
}

/** Whether every document of a list file reads back as it was written. Throws SqliteError. */
export function documentPartHolds(listFile: string, key: Buffer, content: ListContent): boolean {
  if (!content.ownDocuments) return true;
  const files = documentFilesOf(listFile);
  return existsSync(files.store) && documentsHold(files.store, key, content.ownDocuments);
}

/** Opened for look-ups. Throws SqliteError. */
export function openDocuments(loaded: LoadedDocuments | null, key: Buffer) {
  return loaded && documentListReader(loaded.path, key, loaded.filter);
}
