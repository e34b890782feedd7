import { parseArgs } from 'node:util';
import { defaultDataDirectory } from '../core/settings/data_directory.ts';
import { gateDay } from '../core/settings/gate_day.ts';
import { loadSettings } from '../core/settings/settings.ts';
import { type Io, wrongUse } from './io.ts';
import { openStore, type StoreEnvironment, systemEnvironment } from './open_store.ts';
import { importLists, importPackages, type WatchlistArguments } from './watchlist_import.ts';
import { screenLines } from './watchlist_screen.ts';
import { type SignArguments, signList } from './watchlist_sign.ts';
import { listStatus } from './watchlist_status.ts';

const USAGE =
  'usage: booth watchlist import FILE... --format ofac-csv|un-xml|opensanctions-csv|ftm|canada-xml|jsonl|package [--list NAME] [--kind KIND] | screen [FILE] | status   [--data DIR]' +
  ' | sign FILE --key PEM --authority NAME --list NAME --version V --sequence N [--kind KIND] [--base V] [--as-of TIME]';

const OPTIONS = {
  format: { type: 'string' },
  list: { type: 'string' },
  kind: { type: 'string' },
  data: { type: 'string' },
  key: { type: 'string' },
  authority: { type: 'string' },
  version: { type: 'string' },
  sequence: { type: 'string' },
  base: { type: 'string' },
  'as-of': { type: 'string' },
} as const;

/** `booth watchlist import|screen|status|sign` (shapes: design section 6). */
export async function watchlistCommand(args: readonly string[], io: Io, parts?: StoreEnvironment): Promise<number> {
  let given: WatchlistArguments & SignArguments & { readonly data?: string | undefined };
  let positionals: string[];
  try {
    ({ values: given, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }));
  } catch {
    return wrongUse(io, USAGE);
  }
  const [what, ...files] = positionals;
  const wellFormed =
    (what === 'import' && files.length > 0) ||
    (what === 'sign' && files.length === 1) ||
    (what === 'screen' && files.length <= 1) ||
    (what === 'status' && files.length === 0);
  if (!wellFormed) return wrongUse(io, USAGE);
  if (what === 'sign') return await signList(io, files[0] ?? '', given);
  const directory = given.data ?? defaultDataDirectory();
  const environment = parts ?? (await systemEnvironment());
  const storage = await openStore(directory, environment, what === 'import');
  if (!storage.ok) return wrongUse(io, storage.error);
  try {
    if (what === 'status') return await listStatus(storage.value, io, environment.clock, directory);
    if (what === 'import' && given.format !== 'package') return await importLists(storage.value, io, files, given);
    const settings = await loadSettings(directory);
    if (!settings.ok) return wrongUse(io, `${settings.error.code}: ${settings.error.detail}`);
    if (what === 'screen') {
      const today = gateDay(environment.clock.now(), settings.value.lane.timeZone);
      return await screenLines(storage.value, io, today, files[0]);
    }
    return await importPackages(storage.value, io, files, settings.value.listAuthorities);
  } finally {
    await storage.value.close();
  }
}
