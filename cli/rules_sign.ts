import { rename, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { readRuleTexts } from '../core/rules/load_rules.ts';
import { parseRuleHeader, rulePackage } from '../core/sync/rule_package.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { writeJson } from './json_output.ts';
import { privateKeyOf } from './private_key.ts';

/** What an authority says of the rules that it signs. */
export interface SignRulesArguments {
  readonly key?: string | undefined;
  readonly out?: string | undefined;
  readonly authority?: string | undefined;
  readonly state?: string | undefined;
  readonly issued?: string | undefined;
  readonly base?: string | undefined;
  readonly useBy?: string | undefined;
}

/** Makes a package of a folder of tables. The authority is named as the key's file is, where nothing else is said. */
export async function signRules(io: Io, folder: string, given: SignRulesArguments): Promise<number> {
  const { key: keyFile = '', out, state = 'VNM', base = null } = given;
  if (out === undefined) return wrongUse(io, 'sign needs --out FILE');
  const key = privateKeyOf(keyFile);
  if (!key) return wrongUse(io, '--key is not the file of an Ed25519 private key');
  const issued = given.issued === undefined ? Date.now() : Date.parse(given.issued);
  const useBy = given.useBy === undefined ? undefined : Date.parse(given.useBy);
  if (!Number.isFinite(issued) || !Number.isFinite(useBy ?? 0) || !/^[A-Z]{3}$/.test(state))
    return wrongUse(io, '--issued and --use-by are times, --state an ICAO code');
  const texts = await readRuleTexts(folder);
  if (!texts.ok) return wrongUse(io, `${texts.error.code}: ${texts.error.detail}`);
  const authority = given.authority ?? basename(keyFile, extname(keyFile));
  const made = rulePackage(texts.value, { state, issued, authority, base, useBy }, key);
  if (!made.ok) return wrongUse(io, `${made.error.code}: ${made.error.detail}`);
  const header = parseRuleHeader(made.value);
  if (!header.ok) return wrongUse(io, `${header.error.code}: ${header.error.detail}`);
  try {
    await writeFile(`${out}.new`, made.value);
    await rename(`${out}.new`, out);
  } catch {
    return wrongUse(io, `${out} can not be written`);
  }
  await writeJson(io, { file: out, state, version: header.value.version, issued, authority, base });
  return EXIT.DONE;
}
