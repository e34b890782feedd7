import { createPrivateKey, createPublicKey } from 'node:crypto';
import { systemClock, systemIds } from '../../core/booth.ts';
import type { RuleSet } from '../../core/domain/entry/rules.ts';
import { KeptRules } from '../../core/rules/rule_snapshots.ts';
import { productTexts, signedRules } from '../../core/rules/testing/signed_rules.ts';
import { openStorage, type Storage } from '../../core/storage/open_storage.ts';

/** One authority for all processes of a test; its key is no secret. */
const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]),
  format: 'der',
  type: 'pkcs8',
});
const authority = { name: 'Cục Mẫu', key };
const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
const ARTICLE = /^number (\d+)$/;

/** A signed law whose number stands in every row of its first table. */
export async function numberedRules(number: number): Promise<string> {
  const texts = await productTexts();
  const rows = JSON.parse(texts.unilateral_exemptions) as { source: { article: string } }[];
  for (const row of rows) row.source.article = `number ${number}`;
  const changed = { ...texts, unilateral_exemptions: JSON.stringify(rows) };
  return signedRules(changed, authority, { issued: number * 1000 });
}

/** The number of a law; 0 for the product's own. Throws where its rows are not of one law. */
export function numberOf(rules: RuleSet): number {
  const found = new Set(rules.unilateralExemptions.map(({ source }) => Number(ARTICLE.exec(source.article)?.[1] ?? 0)));
  const [number] = found;
  if (number === undefined || found.size !== 1) throw new Error(`a mixed law: ${[...found]}`);
  return number;
}

/** The store and the law of a folder, as a booth opens them. */
export async function openLaw(directory: string): Promise<{ readonly storage: Storage; readonly rules: KeptRules }> {
  const opened = await openStorage({
    directory,
    key: new Uint8Array(32).fill(7),
    clock: systemClock,
    ids: systemIds,
    terminal: 'A07',
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const rules = await KeptRules.open({
    directory,
    state: 'VNM',
    authorities: [{ name: authority.name, publicKey }],
    records: opened.value.records,
    clock: systemClock,
    terminal: 'A07',
  });
  return { storage: opened.value, rules };
}
