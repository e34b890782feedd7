import { parseArgs } from 'node:util';
import { defaultDataDirectory } from '../core/settings/data_directory.ts';
import { gateDay } from '../core/settings/gate_day.ts';
import { loadSettings } from '../core/settings/settings.ts';
import { type Io, wrongUse } from './io.ts';
import { openStore, type StoreEnvironment, systemEnvironment } from './open_store.ts';
import { importLists, type WatchlistArguments } from './watchlist_import.ts';
import { screenLines } from './watchlist_screen.ts';
import { listStatus } from './watchlist_status.ts';

const USAGE =
  'usage: booth watchlist import FILE... --format ofac-csv|un-xml|opensanctions-csv|ftm|canada-xml|jsonl [--list NAME] [--kind KIND] | screen [FILE] | status   [--data DIR]';

const OPTIONS = {
  format: { type: 'string' },
  list: { type: 'string' },
  kind: { type: 'string' },
  data: { type: 'string' },
} as const;

/** `booth watchlist import|screen|status` (shapes: design section 6). */
export async function watchlistCommand(args: readonly string[], io: Io, parts?: StoreEnvironment): Promise<number> {
  let given: WatchlistArguments & { readonly data?: string | undefined };
  let positionals: string[];
  try {
    ({ values: given, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }));
  } catch {
    return wrongUse(io, USAGE);
  }
  const [what, ...files] = positionals;
  const wellFormed =
    (what === 'import' && files.length > 0) ||
    (what === 'screen' && files.length <= 1) ||
    (what === 'status' && files.length === 0);
  if (!wellFormed) return wrongUse(io, USAGE);
  const directory = given.data ?? defaultDataDirectory();
  const environment = parts ?? (await systemEnvironment());
  const storage = await openStore(directory, environment, what === 'import');
  if (!storage.ok) return wrongUse(io, storage.error);
  try {
    if (what === 'import') return await importLists(storage.value, io, files, given);
    if (what === 'screen') {
      const settings = await loadSettings(directory);
      if (!settings.ok) return wrongUse(io, `${settings.error.code}: ${settings.error.detail}`);
      const today = gateDay(environment.clock.now(), settings.value.lane.timeZone);
      return await screenLines(storage.value, io, today, files[0]);
    }
    return await listStatus(storage.value, io, environment.clock, directory);
  } finally {
    await storage.value.close();
  }
}
