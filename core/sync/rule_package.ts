import { type KeyObject, sign, verify } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import * as z from 'zod';
import { err, ok, type Result } from '../domain/result.ts';
import type { RulesProblem } from '../ports/rules_in_force.ts';
import {
  type DigestedRules,
  RULE_TABLES,
  type RuleTable,
  type RuleTexts,
  ruleSetOf,
  versionOfDigest,
} from '../rules/load_rules.ts';
import { authorityKey } from './list_authorities.ts';

/** Who may sign rules, as the settings of the data folder name them. */
export interface RuleAuthority {
  readonly name: string;
  /** Ed25519, base64: the 32 bytes themselves or as SubjectPublicKeyInfo (DER). */
  readonly publicKey: string;
  /** The States whose rules it may sign; absent: every State. */
  readonly states?: readonly string[] | undefined;
}

/** The tables and columns that this product knows; a package of another one is refused whole. */
const SCHEMA = 1;

/** All tables of a State together are some hundred kilobytes; bytes. */
const LARGEST = 16 << 20;

const header = z.strictObject({
  /** The schema of the tables. */
  rules: z.literal(SCHEMA),
  state: z.string().regex(/^[A-Z]{3}$/),
  version: z.string().regex(/^[0-9a-f]{16}$/),
  /** SHA-256 of all tables, lower-case hexadecimal; the version is its beginning. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** When the authority closed these rules, milliseconds since 1970. */
  issued: z.int().min(0),
  authority: z.string().min(1).max(100),
  /** The version that these rules were made to follow; null: any. */
  base: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable(),
  /** After this moment it is not put in force any more, milliseconds since 1970; absent: it may wait for ever. */
  useBy: z.int().min(0).optional(),
  /** Ed25519 over the canonical header, base64. */
  signature: z.base64().optional(),
});
export type RuleHeader = z.infer<typeof header>;

const tableLine = z.strictObject({ table: z.string().max(60), text: z.string() });

export interface RulePackage {
  readonly header: RuleHeader;
  readonly texts: RuleTexts;
  readonly rules: DigestedRules['rules'];
}

/** What an authority says of the rules that it signs; version and digest are taken from the tables. */
export type RuleFacts = Pick<RuleHeader, 'state' | 'issued' | 'authority' | 'base' | 'useBy'>;

/** What is signed. It begins with what it is, so that no signature under a list is one under rules. */
function canonicalHeader(of: RuleHeader): Buffer {
  const { state, version, digest, issued, authority, base, rules, useBy } = of;
  const said = ['border-booth rules', rules, state, version, digest, issued, authority, base];
  return Buffer.from(JSON.stringify(useBy === undefined ? said : [...said, useBy]), 'utf8');
}

function linesOf(head: RuleHeader, texts: RuleTexts): string {
  const tables = RULE_TABLES.map((table) => JSON.stringify({ table, text: texts[table] }));
  return `${[JSON.stringify(head), ...tables].join('\n')}\n`;
}

/** A package of these tables as text: a header line and a line a table. Without a key it bears no signature. */
export function rulePackage(texts: RuleTexts, facts: RuleFacts, key: KeyObject | null): Result<string, RulesProblem> {
  const checked = ruleSetOf(texts, facts.state);
  if (!checked.ok) return checked;
  const { digest } = checked.value;
  const unsigned: RuleHeader = { rules: SCHEMA, ...facts, version: versionOfDigest(digest), digest };
  if (key === null) return ok(linesOf(unsigned, texts));
  const signature = sign(null, canonicalHeader(unsigned), key).toString('base64');
  return ok(linesOf({ ...unsigned, signature }, texts));
}

const problem = (code: RulesProblem['code'], detail: string) => err({ code, detail });

function jsonOf(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return null;
  }
}

/** The header of a line; a package of another schema is told from what is none. */
function headerOf(line: string | undefined): Result<RuleHeader, RulesProblem> {
  const said = jsonOf(line);
  const schema = typeof said === 'object' && said !== null && 'rules' in said ? said.rules : undefined;
  if (schema === undefined) return problem('RULES_FORMAT', 'the first line is no header of rules');
  if (schema !== SCHEMA) return problem('RULES_SCHEMA_UNKNOWN', `schema ${JSON.stringify(schema).slice(0, 20)}`);
  const parsed = header.safeParse(said);
  if (parsed.success) return ok(parsed.data);
  return problem('RULES_FORMAT', `header: ${parsed.error.issues[0]?.path.join('.') ?? 'not valid'}`);
}

function textsOf(lines: readonly string[]): Result<RuleTexts, RulesProblem> {
  const texts = new Map<string, string>();
  for (const line of lines) {
    const parsed = tableLine.safeParse(jsonOf(line));
    if (!parsed.success) return problem('RULES_DAMAGED', 'a line is no table');
    const { table, text } = parsed.data;
    if (!RULE_TABLES.includes(table as RuleTable)) return problem('RULES_SCHEMA_UNKNOWN', 'a table is unknown here');
    if (texts.has(table)) return problem('RULES_FORMAT', `${table} stands twice`);
    texts.set(table, text);
  }
  const absent = RULE_TABLES.find((table) => !texts.has(table));
  if (absent !== undefined) return problem('RULES_DAMAGED', `${absent} is missing`);
  return ok(Object.fromEntries(texts) as RuleTexts);
}

/** What a package says of itself, believed or not. */
export const parseRuleHeader = (text: string): Result<RuleHeader, RulesProblem> => headerOf(text.split('\n', 1)[0]);

/** Reads a package and holds its tables to its digest. Whose signature it bears is not looked at here. */
export function parseRulePackage(text: string): Result<RulePackage, RulesProblem> {
  const [first, ...rest] = text.split('\n');
  const head = headerOf(first);
  if (!head.ok) return head;
  if (rest.pop() !== '') return problem('RULES_DAMAGED', 'the last line is cut off');
  const texts = textsOf(rest);
  if (!texts.ok) return texts;
  const checked = ruleSetOf(texts.value, head.value.state);
  if (!checked.ok) return checked;
  const { digest, version } = head.value;
  if (digest !== checked.value.digest || version !== versionOfDigest(digest))
    return problem('RULES_DAMAGED', 'the tables are not those of the header');
  return ok({ header: head.value, texts: texts.value, rules: checked.value.rules });
}

function signatureProblem(of: RuleHeader, authorities: readonly RuleAuthority[]): RulesProblem['code'] | null {
  if (of.signature === undefined) return 'SIGNATURE_MISSING';
  const authority = authorities.find(
    ({ name, states }) => name === of.authority && (states === undefined || states.includes(of.state)),
  );
  const key = authority && authorityKey(authority.publicKey);
  if (!key) return 'SIGNATURE_UNKNOWN_AUTHORITY';
  return verify(null, canonicalHeader(of), key, Buffer.from(of.signature, 'base64')) ? null : 'SIGNATURE_WRONG';
}

/** The text of a package file. */
export async function readPackageFile(path: string): Promise<Result<string, RulesProblem>> {
  try {
    if ((await stat(path)).size > LARGEST) return problem('RULES_FORMAT', 'the file is too large for rules');
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'cannot be read';
    return problem('RULES_UNREADABLE', code);
  }
}

/** A package that may be believed: signed by a named authority, for this State, whole, every row of it right. */
export function openRulePackage(
  text: string,
  state: string,
  authorities: readonly RuleAuthority[],
): Result<RulePackage, RulesProblem> {
  const head = parseRuleHeader(text);
  if (!head.ok) return head;
  const wrong = signatureProblem(head.value, authorities);
  if (wrong !== null) return problem(wrong, `signed as ${head.value.authority}`);
  if (head.value.state !== state) return problem('RULES_STATE_OTHER', `rules of ${head.value.state}, not of ${state}`);
  return parseRulePackage(text);
}
