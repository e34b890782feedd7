import type { SecurityKey } from '../core/ports/security_keys.ts';
import type { Storage } from '../core/storage/open_storage.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { writeJson } from './json_output.ts';

const shown = ({ id, name, registeredAt, confirmedBy, lastUsedAt }: SecurityKey) => ({
  id,
  name,
  registeredAt,
  confirmedBy,
  lastUsedAt,
});

/**
 * `booth account keys NUMBER`: the security keys of an account. `booth account forget-keys NUMBER` removes them all: the way out
 * when nobody who may confirm a new one has a key left. Each removal is journalled before it is done, as by `system`.
 */
export async function accountKeys(
  storage: Storage,
  io: Io,
  asked: { readonly number: string; readonly forget: boolean },
  at: number,
  terminal: string,
): Promise<number> {
  const { number, forget } = asked;
  const known = await storage.securityKeys.of(number);
  if (!known.ok) return wrongUse(io, `${known.error.code}: ${known.error.detail}`);
  for (const { id } of forget ? known.value : []) {
    const data = { key: id, of: number, confirmedBy: 'system' };
    const journalled = await storage.records.commit({
      entries: [{ event: 'KEY_REMOVED', at, actor: 'system', terminal, clearance: null, data }],
    });
    if (!journalled.ok) return wrongUse(io, `${journalled.error.code}: ${journalled.error.detail}`);
    const removed = await storage.securityKeys.remove(id);
    if (!removed.ok) return wrongUse(io, `${removed.error.code}: ${removed.error.detail}`);
  }
  const keys = known.value.map(shown);
  await writeJson(io, forget ? { number, removed: keys } : { number, keys });
  return EXIT.DONE;
}
