import { parseArgs } from 'node:util';
import type { KeptRules } from '../core/rules/rule_snapshots.ts';
import { defaultDataDirectory } from '../core/settings/data_directory.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { writeJson } from './json_output.ts';
import { openRules } from './open_rules.ts';
import { openStore, type StoreEnvironment, systemEnvironment } from './open_store.ts';
import { rehearseRules } from './rules_rehearse.ts';
import { type SignRulesArguments, signRules } from './rules_sign.ts';

const USAGE =
  'usage: booth rules sign FOLDER --key PEM --out FILE [--authority NAME] [--state CODE] [--issued TIME] [--base VERSION] [--use-by TIME]' +
  ' | import FILE | status | rehearse FILE|VERSION [--last N] [--differences N]   [--data DIR]';

const OPTIONS = {
  data: { type: 'string' },
  key: { type: 'string' },
  out: { type: 'string' },
  authority: { type: 'string' },
  state: { type: 'string' },
  issued: { type: 'string' },
  base: { type: 'string' },
  'use-by': { type: 'string' },
  last: { type: 'string' },
  differences: { type: 'string' },
} as const;

type Given = Omit<SignRulesArguments, 'useBy'> & {
  readonly 'use-by'?: string | undefined;
  readonly data?: string | undefined;
  readonly last?: string | undefined;
  readonly differences?: string | undefined;
};

const WITH_ONE = ['sign', 'import', 'rehearse'];

/** Lays a verified package beside the rules in force. Two persons put it in force, in the window. */
async function importRules(rules: KeptRules, io: Io, file: string): Promise<number> {
  const taken = await rules.takeIn(file);
  if (!taken.ok) return wrongUse(io, `${taken.error.code}: ${file}: ${taken.error.detail}`);
  const { inForce, problem } = rules.status();
  await writeJson(io, { ...taken.value, state: 'WAITING', inForce: inForce?.version ?? null, problem });
  io.stderr.write(
    'taken in; a person with the right to change rules and a head of unit put it in force in the window\n',
  );
  return EXIT.DONE;
}

/** `booth rules sign|import|status|rehearse`. What comes into force comes so by two persons in the window, never here. */
export async function rulesCommand(args: readonly string[], io: Io, parts?: StoreEnvironment): Promise<number> {
  let given: Given;
  let positionals: string[];
  try {
    ({ values: given, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }));
  } catch {
    return wrongUse(io, USAGE);
  }
  const [what = '', ...rest] = positionals;
  if (what === 'activate') return wrongUse(io, 'rules come into force by two persons in the window, not by a command');
  const wellFormed = WITH_ONE.includes(what) ? rest.length === 1 : what === 'status' && rest.length === 0;
  if (!wellFormed) return wrongUse(io, USAGE);
  const [named = ''] = rest;
  if (what === 'sign') return await signRules(io, named, { ...given, useBy: given['use-by'] });
  const directory = given.data ?? defaultDataDirectory();
  const environment = parts ?? (await systemEnvironment());
  const storage = await openStore(directory, environment, what === 'import');
  if (!storage.ok) return wrongUse(io, storage.error);
  try {
    const rules = await openRules(directory, storage.value, environment);
    if (!rules.ok) return wrongUse(io, rules.error);
    if (what === 'import') return await importRules(rules.value, io, named);
    if (what === 'rehearse') return await rehearseRules(rules.value, storage.value, io, named, given);
    await writeJson(io, rules.value.status());
    return EXIT.DONE;
  } finally {
    await storage.value.close();
  }
}
