import { createHash, type Hash } from 'node:crypto';
import { err, ok, type Result } from '../domain/result.ts';
import type { WatchlistEntry } from '../domain/screening/entry.ts';
import { ListFileError } from '../ports/list_file_error.ts';
import type { ListChange, ListHeader, ListRows, RejectedRow, WatchlistProblem } from '../ports/watchlist.ts';
import { parseEntry } from './entry_check.ts';
import { type Line, linesOf } from './lines.ts';
import { type ListAuthority, signatureProblem } from './list_authorities.ts';
import { type AtLine, listReading, type OpenListFile } from './list_reading.ts';
import { listSource } from './list_source.ts';
import { type PackageHeader, parsePackageHeader } from './package_header.ts';

/** No honest line is longer, bytes. */
const LONGEST_LINE = 1 << 20;

type Row = WatchlistEntry | ListChange | RejectedRow;

export interface ListPackage {
  readonly header: Omit<ListHeader, 'agedAfterHours' | 'expiredAfterHours'>;
  /** Ends with ListFileError COUNT_WRONG or DIGEST_WRONG where the rows are not those that were signed. */
  readonly rows: ListRows<WatchlistEntry | ListChange>;
}

/** Hashes what comes after the first line end, on its way through. */
async function* hashingRows(source: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  let inRows = false;
  for await (const chunk of source) {
    const from: number = inRows ? 0 : chunk.indexOf(10) + 1;
    if (inRows || from > 0) hash.update(chunk.subarray(from));
    inRows ||= from > 0;
    yield chunk;
  }
}

function entryRow(content: unknown, line: number): WatchlistEntry | RejectedRow {
  const parsed = parseEntry(content);
  return 'entry' in parsed ? parsed.entry : { line, reason: parsed.reason };
}

function changeRow(content: unknown, line: number): ListChange | RejectedRow {
  const { op, id, entry } = (content ?? {}) as {
    readonly op?: unknown;
    readonly id?: unknown;
    readonly entry?: unknown;
  };
  if (op === 'withdraw') return typeof id === 'string' ? { op, id } : { line, reason: 'FIELD:id' };
  if (op !== 'add' && op !== 'update') return { line, reason: 'FIELD:op' };
  const row = entryRow(entry, line);
  return 'reason' in row && 'line' in row ? row : { op, entry: row };
}

function rowOf({ number, text, problem }: Line, isDelta: boolean): Row {
  if (text === null) return { line: number, reason: problem ?? 'LINE_TOO_LONG' };
  try {
    const content: unknown = JSON.parse(text);
    return isDelta ? changeRow(content, number) : entryRow(content, number);
  } catch {
    return { line: number, reason: 'NOT_JSON' };
  }
}

async function* signedRows(
  open: OpenListFile,
  at: AtLine,
  path: string,
  head: string,
  header: PackageHeader,
): AsyncGenerator<Row> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const line of linesOf(hashingRows(open(path), hash), LONGEST_LINE)) {
    if (line.number === 1) {
      // What was verified and what is drawn now are two readings of one file.
      if (line.text !== head) throw new ListFileError({ code: 'SIGNATURE_WRONG', detail: 'the header has changed' });
      continue;
    }
    rows++;
    at(line.number);
    yield rowOf(line, header.base !== null);
  }
  if (rows !== header.entries) {
    throw new ListFileError({ code: 'COUNT_WRONG', detail: `${rows} rows, ${header.entries} were signed` });
  }
  if (hash.digest('hex') !== header.digest) {
    throw new ListFileError({ code: 'DIGEST_WRONG', detail: 'the rows are not those that were signed' });
  }
}

async function firstLine(path: string): Promise<string | null> {
  for await (const line of linesOf(
    listSource(path, () => {}),
    LONGEST_LINE,
  ))
    return line.text;
  return null;
}

/**
 * Opens a package of the authority channel: a header line and a row a line. The signature is verified here; that the
 * rows are the signed ones shows at their end, before anything built from them is put in service.
 */
export async function openListPackage(
  path: string,
  authorities: readonly ListAuthority[],
): Promise<Result<ListPackage, WatchlistProblem>> {
  try {
    const head = await firstLine(path);
    const header = head === null ? null : parsePackageHeader(head);
    if (head === null || !header) return err({ code: 'LIST_FORMAT', detail: 'the first line is no package header' });
    const wrong = signatureProblem(header, authorities);
    if (wrong) return err({ code: wrong, detail: `signed as ${header.authority}` });
    const { list, kind, version, base, sequence, asOf, authority } = header;
    return ok({
      header: { list, kind, version, asOf, sequence, signedBy: authority, ...(base === null ? {} : { base }) },
      rows: listReading<WatchlistEntry | ListChange>([path], (open, at) => signedRows(open, at, path, head, header)),
    });
  } catch (problem) {
    if (problem instanceof ListFileError) return err(problem.problem);
    throw problem;
  }
}
