import { parseArgs } from 'node:util';
import { defaultDataDirectory } from '../core/settings/data_directory.ts';
import type { Storage } from '../core/storage/open_storage.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { replayFromJournal } from './journal_replay.ts';
import { writeJson } from './json_output.ts';
import { openStore, type StoreEnvironment, systemEnvironment } from './open_store.ts';

const USAGE = 'usage: booth journal verify | export [--from SEQ] | replay ID|RECORD-NUMBER   [--data DIR]';
const PAGE = 1000;

async function verify(storage: Storage, io: Io): Promise<number> {
  const verdict = await storage.records.verifyJournal();
  if (!verdict.ok) return wrongUse(io, `${verdict.error.code}: ${verdict.error.detail}`);
  const { entries, ok, firstBroken } = verdict.value;
  await writeJson(io, { entries, ok, ...(firstBroken ? { firstBroken } : {}) });
  return ok ? EXIT.DONE : EXIT.NO;
}

async function exportAll(storage: Storage, io: Io, from: number): Promise<number> {
  for (let seq = from; ; ) {
    const page = await storage.records.exportJournal(seq, PAGE);
    if (!page.ok) return wrongUse(io, `${page.error.code}: ${page.error.detail}`);
    for (const entry of page.value) if (!(await writeJson(io, entry))) return EXIT.DONE;
    const last = page.value.at(-1);
    if (!last) return EXIT.DONE;
    seq = last.seq + 1;
  }
}

/** `booth journal verify|export|replay`: the journal of a data folder, walked, written out as JSON Lines, or one case of it as it was. */
export async function journalCommand(args: readonly string[], io: Io, environment?: StoreEnvironment): Promise<number> {
  let given: { readonly data?: string | undefined; readonly from?: string | undefined };
  let positionals: string[];
  try {
    const options = { data: { type: 'string' }, from: { type: 'string' } } as const;
    ({ values: given, positionals } = parseArgs({ args: [...args], options, allowPositionals: true }));
  } catch {
    return wrongUse(io, USAGE);
  }
  const [what, named] = positionals;
  const from = Number(given.from ?? '1');
  const wellFormed =
    what === 'replay'
      ? positionals.length === 2
      : ['verify', 'export'].includes(what ?? '') && positionals.length === 1;
  if (!wellFormed || !Number.isSafeInteger(from) || from < 1) return wrongUse(io, USAGE);
  const parts = environment ?? (await systemEnvironment());
  const directory = given.data ?? defaultDataDirectory();
  const storage = await openStore(directory, parts, false);
  if (!storage.ok) return wrongUse(io, storage.error);
  try {
    if (named !== undefined) return await replayFromJournal(storage.value, io, named, directory, parts);
    return what === 'verify' ? await verify(storage.value, io) : await exportAll(storage.value, io, from);
  } finally {
    await storage.value.close();
  }
}
