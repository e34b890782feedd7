import { fileURLToPath } from 'node:url';
import type { RulesInForce, RulesNow } from '../ports/rules_in_force.ts';
import { loadRules } from './load_rules.ts';

/** The tables that come with the product, by State. */
const FOLDERS: Readonly<Record<string, string>> = { VNM: 'vn' };

/** The law as the product brings it; none for a State whose tables it does not have. */
export async function installedRules(state: string): Promise<RulesInForce> {
  const folder = FOLDERS[state];
  const now: RulesNow | null = folder === undefined ? null : await load(folder, state);
  return { current: () => now };
}

async function load(folder: string, state: string): Promise<RulesNow | null> {
  const directory = fileURLToPath(new URL(`../../resources/rules/${folder}`, import.meta.url));
  const loaded = await loadRules(directory, state);
  return loaded.ok ? { rules: loaded.value, signedBy: null } : null;
}
