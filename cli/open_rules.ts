import { err, ok, type Result } from '../core/domain/result.ts';
import { KeptRules } from '../core/rules/rule_snapshots.ts';
import { loadSettings } from '../core/settings/settings.ts';
import type { Storage } from '../core/storage/open_storage.ts';
import type { StoreEnvironment } from './open_store.ts';

/** The rules of a data folder, as the booth itself opens them. The error is the one line to print. */
export async function openRules(
  directory: string,
  { records }: Pick<Storage, 'records'>,
  { clock }: Pick<StoreEnvironment, 'clock'>,
): Promise<Result<KeptRules, string>> {
  const settings = await loadSettings(directory);
  if (!settings.ok) return err(`${settings.error.code}: ${settings.error.detail}`);
  const { lane, ruleAuthorities } = settings.value;
  const { state } = lane;
  return ok(await KeptRules.open({ directory, state, authorities: ruleAuthorities, records, clock, terminal: 'cli' }));
}
