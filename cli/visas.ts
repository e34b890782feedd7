import { advanceCommand } from './advance_import.ts';
import type { Io } from './io.ts';
import type { StoreEnvironment } from './open_store.ts';

/** `booth visas import FILE` (JSON Lines) and `booth visas status`. */
export const visasCommand = (args: readonly string[], io: Io, parts?: StoreEnvironment): Promise<number> =>
  advanceCommand({ name: 'visas', forms: { jsonl: 'visas' }, usual: 'jsonl' }, args, io, parts);

/** `booth declarations import FILE` (JSON Lines) and `booth declarations status`. */
export const declarationsCommand = (args: readonly string[], io: Io, parts?: StoreEnvironment): Promise<number> =>
  advanceCommand({ name: 'declarations', forms: { jsonl: 'declarations' }, usual: 'jsonl' }, args, io, parts);
