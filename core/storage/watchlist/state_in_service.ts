import { storageProblem } from '../storage_problem.ts';
import { copiesOf, type ListContent, type ListFile, type ListParts, waysOf } from './list_file.ts';
import { contentOf, openListFile } from './list_layer.ts';

/** The state of a list that answers now, as its files lie in the folder. */
export interface StateInService {
  /** The newest copy by number, whether or not it can be read: what comes next has a higher one. */
  readonly newest: ListFile;
  /** The copy that answers. */
  readonly file: ListFile;
  readonly parts: ListParts;
  readonly content: ListContent;
  /** The digest of the rows of the copy. */
  readonly baseDigest: string;
}

function readContent(parts: ListParts, key: Buffer): ListContent | null {
  try {
    const database = openListFile(parts.delta ?? parts.path, key);
    try {
      return contentOf(database);
    } finally {
      database.close();
    }
  } catch (problem) {
    if (storageProblem(problem, parts.path)?.code !== 'STORE_DAMAGED') throw problem;
    return null;
  }
}

/** The newest state of these copies whose head can be read; null when there is none. Throws SqliteError and file system errors. */
export function stateOf(files: readonly ListFile[], key: Buffer): StateInService | null {
  for (const parts of waysOf(files)) {
    const content = readContent(parts, key);
    const file = files.find(({ path }) => path === parts.path);
    if (!content || !file || !files[0]) continue;
    return { newest: files[0], file, parts, content, baseDigest: content.baseDigest ?? content.digest };
  }
  return null;
}

/** The same of a list by its name. */
export function stateInService(directory: string, key: Buffer, list: string): StateInService | null {
  return stateOf(copiesOf(directory, list), key);
}
