import { err, ok, type Result } from '../domain/result.ts';
import { openStorage, type Storage, type StorageOptions } from './open_storage.ts';
import { setAsideDamaged } from './set_aside.ts';

/** Opens the store; a damaged one is set aside under a dated name, never overwritten, and a new one begun. */
export async function openOrSetAside(
  options: StorageOptions,
): Promise<Result<{ storage: Storage; setAside: boolean }, { readonly code: string; readonly detail: string }>> {
  const first = await openStorage(options);
  if (first.ok) return ok({ storage: first.value, setAside: false });
  if (first.error.code !== 'STORE_DAMAGED') return err(first.error);
  const aside = await setAsideDamaged(options.directory, options.clock);
  if (!aside.ok) return err(aside.error);
  const second = await openStorage(options);
  return second.ok ? ok({ storage: second.value, setAside: true }) : err(second.error);
}
