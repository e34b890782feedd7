import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { evaluate } from '../../core/domain/entry/evaluate.ts';
import type { Facts } from '../../core/domain/entry/facts.ts';
import { type RuleTexts, readRuleTexts, ruleSetOf } from '../../core/rules/load_rules.ts';
import { factsOf, readExamples } from '../../core/rules/rule_examples.ts';
import { crossingStore } from '../../core/storage/crossing_store.ts';
import { openEncrypted } from '../../core/storage/encrypted_database.ts';
import { boothDatabasePath } from '../../core/storage/open_booth_database.ts';
import { openStorage } from '../../core/storage/open_storage.ts';
import { storeKeys } from '../../core/storage/store_keys.ts';
import { systemClock, systemIds } from '../../core/system_ports.ts';
import { round, type Table } from './figures.ts';

const FOLDER = join(import.meta.dirname, '../../resources/rules/vn');
const KEY = new Uint8Array(32).fill(5);
const CROSSINGS = Number(process.env.BOOTH_CROSSINGS ?? 1_000_000);
const BATCH = 20_000;
const MEGABYTE = 1e6;

/** The product's tables with thirty days where they give forty-five. */
const shorter = (texts: RuleTexts): RuleTexts => ({
  ...texts,
  unilateral_exemptions: texts.unilateral_exemptions.replaceAll('"days": 45', '"days": 30'),
});

/** A store of so many recorded crossings, each an example of some rule, each of another person. */
async function filled(directory: string, rules: Parameters<typeof evaluate>[0]): Promise<void> {
  const made = await openStorage({ directory, key: KEY, clock: systemClock, ids: systemIds, terminal: 'A07' });
  if (!made.ok) throw new Error(made.error.code);
  await made.value.close();
  const examples = readExamples(FOLDER);
  const cases = Object.values(examples.rules).flatMap(({ applies, not }) => [
    factsOf(examples, applies),
    factsOf(examples, not),
  ]);
  const judged = cases.map((facts) => ({ facts, verdict: evaluate(rules, facts) }));
  const database = openEncrypted(boothDatabasePath(directory), storeKeys(KEY).database, {
    synchronous: 'NORMAL',
    journalMode: 'WAL',
  });
  const store = crossingStore(database);
  const batch = database.transaction((from: number) => {
    for (let at = from; at < Math.min(CROSSINGS, from + BATCH); at++) {
      const one = judged[at % judged.length];
      if (!one) continue;
      const { facts, verdict } = one;
      store.save({
        id: `crossing-${at}`,
        recordNumber: `A07-${String(at).padStart(7, '0')}`,
        lane: 'A07',
        at,
        day: facts.date,
        direction: facts.direction === 'arrival' ? 'ARRIVAL' : 'DEPARTURE',
        outcome: 'CLEARED',
        documentKey: `UTO:${at}`,
        personKey: null,
        personalNumber: null,
        nationality: facts.person.nationality,
        stayUntil: verdict.stayUntil ?? null,
        rulesVersion: rules.version,
        facts: facts satisfies Facts,
        verdict,
      });
    }
  });
  for (let from = 0; from < CROSSINGS; from += BATCH) batch.immediate(from);
  database.close();
}

/** A million recorded crossings under the same and under other rules, and what it costs the store beside it. */
export async function run(): Promise<Table> {
  const texts = await readRuleTexts(FOLDER);
  if (!texts.ok) throw new Error(texts.error.detail);
  const [old, other] = [ruleSetOf(texts.value, 'VNM'), ruleSetOf(shorter(texts.value), 'VNM')];
  if (!old.ok || !other.ok) throw new Error('the rules are not valid');
  const directory = mkdtempSync(join(tmpdir(), 'booth-rehearse-'));
  try {
    await filled(directory, old.value.rules);
    const opened = await openStorage({ directory, key: KEY, clock: systemClock, ids: systemIds, terminal: 'A07' });
    if (!opened.ok) throw new Error(opened.error.code);
    const storage = opened.value;
    const rows: Table['rows'][number][] = [];
    for (const [name, { rules }] of [
      ['the same rules', old.value],
      ['30 days for 45', other.value],
    ] as const) {
      const before = process.memoryUsage.rss();
      let [highest, slowest, over] = [before, 0, false];
      const from = performance.now();
      const running = storage.rehearsals.start({ rules, last: CROSSINGS, told: 200 }, () => {
        highest = Math.max(highest, process.memoryUsage.rss());
      });
      const ended = running.ended.finally(() => {
        over = true;
      });
      // The lane commits all the while.
      while (!over) {
        const asked = performance.now();
        await storage.records.commit({ entries: [], mark: { name: 'bench', value: asked } });
        slowest = Math.max(slowest, performance.now() - asked);
        await wait(50);
      }
      const sums = await ended;
      if (!sums.ok || sums.value === null) throw new Error('the rehearsal did not end');
      rows.push({
        rules: name,
        seconds: round((performance.now() - from) / 1000, 1),
        target: '<= 60 s',
        'otherwise decided': sums.value.differ,
        'memory more, MB': round((highest - before) / MEGABYTE, 0),
        'slowest commit meanwhile, ms': round(slowest, 1),
      });
    }
    await storage.close();
    const size = round(statSync(boothDatabasePath(directory)).size / MEGABYTE, 0);
    return { title: `rehearsal of ${CROSSINGS} recorded crossings (${size} MB)`, rows };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
