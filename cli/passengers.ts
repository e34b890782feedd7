import { advanceCommand } from './advance_import.ts';
import type { Io } from './io.ts';
import type { StoreEnvironment } from './open_store.ts';

const FORMS = { paxlst: 'passengers-paxlst', json: 'passengers-json' } as const;

/** `booth passengers import FILE --format paxlst|json` and `booth passengers status` (docs/advance_data.md). */
export const passengersCommand = (args: readonly string[], io: Io, parts?: StoreEnvironment): Promise<number> =>
  advanceCommand({ name: 'passengers', forms: FORMS, usual: null }, args, io, parts);
