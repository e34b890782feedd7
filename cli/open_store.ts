import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../core/domain/result.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Ids } from '../core/ports/ids.ts';
import { keyFromFile } from '../core/storage/key_file.ts';
import type { Storage, StorageOptions } from '../core/storage/open_storage.ts';

/** What the commands that touch the data folder are given by the program. */
export interface StoreEnvironment {
  readonly openStorage: (
    options: StorageOptions,
  ) => Promise<Result<Storage, { readonly code: string; readonly detail: string }>>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The program's own store, clock and randomness; loaded late, so that a wrong use is answered at once. */
export async function systemEnvironment(): Promise<StoreEnvironment> {
  const [{ openStorage }, { systemClock, systemIds }] = await Promise.all([
    import('../core/storage/open_storage.ts'),
    import('../core/system_ports.ts'),
  ]);
  return { openStorage, clock: systemClock, ids: systemIds };
}

/**
 * Opens the data folder with its key file; both are made when `create` says so, and named as absent otherwise. The
 * error is the one line that the command prints.
 */
export async function openStore(
  directory: string,
  environment: StoreEnvironment,
  create: boolean,
): Promise<Result<Storage, string>> {
  if (!create && !existsSync(join(directory, 'booth.db')) && !existsSync(join(directory, 'booth.key'))) {
    return err(`STORE_ABSENT: there is no booth data in ${directory}`);
  }
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch {
    return err(`STORE_IO: ${directory} can not be made`);
  }
  const { openStorage, clock, ids } = environment;
  const key = keyFromFile(directory, ids);
  if (!key.ok) return err(`${key.error.code}: ${key.error.detail}`);
  const storage = await openStorage({ directory, key: key.value, clock, ids, terminal: 'cli' });
  return storage.ok ? ok(storage.value) : err(`${storage.error.code}: ${storage.error.detail}`);
}
