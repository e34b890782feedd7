import { statSync } from 'node:fs';
import type { AdvanceForm } from '../domain/travel/advance_questions.ts';
import { ListFileError } from '../ports/list_file_error.ts';
import { declarationRows, passengerJsonRows, visaRows } from './advance_json.ts';
import { AdvanceFileError, type AdvanceRow } from './advance_rows.ts';
import { BrokenInterchange } from './edifact_segments.ts';
import { listSource } from './list_source.ts';
import { paxlstRows } from './paxlst.ts';

const READERS: Readonly<Record<AdvanceForm, (chunks: AsyncIterable<Buffer>) => AsyncGenerator<AdvanceRow>>> = {
  'passengers-paxlst': paxlstRows,
  'passengers-json': passengerJsonRows,
  visas: visaRows,
  declarations: declarationRows,
};

function asFileError(problem: unknown): unknown {
  if (problem instanceof BrokenInterchange) {
    const where = problem.place === 0 ? '' : ` at segment ${problem.place}`;
    return new AdvanceFileError('ADVANCE_FILE_FORMAT', `${problem.message}${where}`);
  }
  if (problem instanceof ListFileError) {
    const code = problem.problem.code === 'LIST_FORMAT' ? 'ADVANCE_FILE_FORMAT' : 'ADVANCE_FILE_UNREADABLE';
    return new AdvanceFileError(code, problem.problem.detail);
  }
  return problem;
}

/** When a file was last written, milliseconds since 1970: the age of what it holds, unless told otherwise. */
export function writtenAt(path: string): number {
  try {
    return Math.floor(statSync(path).mtimeMs);
  } catch (problem) {
    throw new AdvanceFileError('ADVANCE_FILE_UNREADABLE', String((problem as NodeJS.ErrnoException).code ?? 'unknown'));
  }
}

/**
 * The rows of a file of visas, declarations or passengers, plain or gzip, drawn piece by piece; `drawn` is told of every piece
 * taken from the disk. Throws AdvanceFileError where the whole file is of no use.
 */
export async function* advanceRows(
  path: string,
  form: AdvanceForm,
  drawn: (bytes: number) => void = () => {},
): AsyncGenerator<AdvanceRow> {
  let empty = true;
  try {
    for await (const row of READERS[form](listSource(path, drawn))) {
      empty = false;
      yield row;
    }
  } catch (problem) {
    throw asFileError(problem);
  }
  if (empty) throw new AdvanceFileError('ADVANCE_FILE_FORMAT', 'EMPTY');
}
