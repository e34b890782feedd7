import { LIST_KINDS, type ListKind, type WatchlistEntry } from '../core/domain/screening/entry.ts';
import type { ImportSummary, ListChange, ListHeader, ListRows } from '../core/ports/watchlist.ts';
import type { Storage } from '../core/storage/open_storage.ts';
import type { ListAuthority } from '../core/sync/list_authorities.ts';
import { LIST_FORMATS, type ListFormat } from '../core/sync/list_formats.ts';
import { openListPackage } from '../core/sync/list_package.ts';
import { importProgress } from './import_progress.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { writeJson } from './json_output.ts';

/** What the command line says of the list. */
export interface WatchlistArguments {
  readonly format?: string | undefined;
  readonly list?: string | undefined;
  readonly kind?: string | undefined;
}

const AGED_AFTER_HOURS = 24;
const EXPIRED_AFTER_HOURS = 72;
/** Rejected rows told one by one; the rest is counted. */
const TOLD = 20;

/** `{list, version, read, added, changed, removed, rejected, seconds}`: `rejected` is the count. */
function summaryLine(summary: ImportSummary) {
  const { list, version, read, added, changed, removed, rejectedCount, seconds } = summary;
  return { list, version, read, added, changed, removed, rejected: rejectedCount, seconds };
}

function tellRejected(io: Io, summary: ImportSummary): void {
  for (const row of summary.rejected.slice(0, TOLD)) io.stderr.write(`line ${row.line}: ${row.reason}\n`);
  const more = summary.rejectedCount - Math.min(TOLD, summary.rejected.length);
  if (more > 0) io.stderr.write(`and ${more} more rows rejected\n`);
}

/** Changes nothing that is in service unless all of it holds; then tells what was taken in. */
async function takeIn(
  storage: Storage,
  io: Io,
  file: string,
  header: Omit<ListHeader, 'agedAfterHours' | 'expiredAfterHours'>,
  rows: ListRows<WatchlistEntry | ListChange>,
): Promise<number> {
  const ages = { agedAfterHours: AGED_AFTER_HOURS, expiredAfterHours: EXPIRED_AFTER_HOURS };
  const { progress, end } = importProgress(io);
  const replaced = await storage.watchlist.replace({ ...header, ...ages }, rows, progress);
  end();
  if (!replaced.ok) return wrongUse(io, `${replaced.error.code}: ${file}: ${replaced.error.detail}`);
  tellRejected(io, replaced.value);
  await writeJson(io, summaryLine(replaced.value));
  return EXIT.DONE;
}

/** Packages of the authority channel: each says itself which list it is. */
export async function importPackages(
  storage: Storage,
  io: Io,
  files: readonly string[],
  authorities: readonly ListAuthority[],
): Promise<number> {
  for (const file of files) {
    const opened = await openListPackage(file, authorities);
    if (!opened.ok) return wrongUse(io, `${opened.error.code}: ${file}: ${opened.error.detail}`);
    const done = await takeIn(storage, io, file, opened.value.header, opened.value.rows);
    if (done !== EXIT.DONE) return done;
  }
  return EXIT.DONE;
}

async function importOne(
  storage: Storage,
  io: Io,
  file: string,
  format: ListFormat,
  given: { readonly list: string; readonly kind: ListKind },
): Promise<number> {
  const facts = await format.facts(file);
  if (!facts.ok) return wrongUse(io, `${facts.error.code}: ${file}: ${facts.error.detail}`);
  return await takeIn(storage, io, file, { ...given, ...facts.value }, format.rows(file));
}

/** One file is one list; of several files each is a list of its own, numbered. */
export async function importLists(
  storage: Storage,
  io: Io,
  files: readonly string[],
  given: WatchlistArguments,
): Promise<number> {
  const format = LIST_FORMATS[given.format ?? ''];
  if (!format) return wrongUse(io, `--format is one of ${[...Object.keys(LIST_FORMATS), 'package'].join(', ')}`);
  const kind = LIST_KINDS.find((known) => known === (given.kind ?? format.kind));
  if (!kind) return wrongUse(io, `--kind is one of ${LIST_KINDS.join(', ')}`);
  const list = given.list ?? format.list;
  for (const [place, file] of files.entries()) {
    const name = files.length === 1 ? list : `${list}-${place + 1}`;
    const done = await importOne(storage, io, file, format, { list: name, kind });
    if (done !== EXIT.DONE) return done;
  }
  return EXIT.DONE;
}
