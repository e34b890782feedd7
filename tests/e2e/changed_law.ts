import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../core/domain/entry/calendar.ts';
import type { RuleTexts } from '../../core/rules/load_rules.ts';
import { productTexts, shorterStays, signedRules, testAuthority } from '../../core/rules/testing/signed_rules.ts';
import { test as base, type RunningLane, startLane } from './lane.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { layTrainingData, TODAY } from './scenarios/training_data.ts';

export const AUTHORITY = testAuthority();

/** A second head of unit beside the demo's 0200. */
export const SECOND_HEAD = ['0201', '201201'] as const;

export const YESTERDAY = addDays(TODAY, -1);

const arrival = (id: string, nationality: string): Scenario => ({
  ...{ id, title: `A person of ${nationality} who comes in`, direction: 'ARRIVAL', holder: { nationality } },
  steps: [{ clear: 'open' }, { decide: 'clear' }],
});

/** People without a visa: three of France, one of Germany, one of Thailand, which has a treaty. */
export const PEOPLE = {
  french: arrival('law-french', 'FRA'),
  nextFrench: arrival('law-french-next', 'FRA'),
  lastFrench: arrival('law-french-last', 'FRA'),
  german: arrival('law-german', 'DEU'),
  thai: arrival('law-thai', 'THA'),
} as const;

/** The law as it is to be from today: thirty days where it gave forty-five, and none for Germany. */
export async function newLaw(): Promise<RuleTexts> {
  const texts = await shorterStays(TODAY);
  const rows = JSON.parse(texts.unilateral_exemptions) as { from: string; nationalities: string[] }[];
  for (const row of rows)
    if (row.from === TODAY) row.nationalities = row.nationalities.filter((state) => state !== 'DEU');
  return { ...texts, unilateral_exemptions: JSON.stringify(rows) };
}

/** The store is written by a process of its own: this one does not load it. */
function prepareStore(directory: string): void {
  const script = join(import.meta.dirname, 'changed_law_store.ts');
  execFileSync(process.execPath, [script, directory, YESTERDAY, ...SECOND_HEAD], { stdio: 'inherit' });
}

/** Puts a package into the drop folder of the lane. */
export function drop(lane: Pick<RunningLane, 'directory'>, name: string, text: string): void {
  const folder = join(lane.directory, 'incoming');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** The packages of this test: each refused for another reason but `law.rules`, which is in order. */
export async function dropPackages(lane: Pick<RunningLane, 'directory'>): Promise<void> {
  const now = Date.now();
  const law = signedRules(await newLaw(), AUTHORITY, { issued: now - 60_000, useBy: now + 86_400_000 });
  drop(lane, 'law.rules', law);
  drop(lane, 'forged.rules', signedRules(await newLaw(), { name: AUTHORITY.name, key: testAuthority().key }));
  drop(lane, 'late.rules', signedRules(await shorterStays(), AUTHORITY, { issued: now - 60_000, useBy: now - 1000 }));
  drop(lane, 'damaged.rules', law.slice(0, -300));
}

/** Closed before `law.rules`. */
export async function dropOlder(lane: Pick<RunningLane, 'directory'>): Promise<void> {
  drop(lane, 'older.rules', signedRules(await productTexts(), AUTHORITY, { issued: Date.now() - 86_400_000 }));
}

/** A lane that trusts the test's authority, with two heads of unit, one crossing of yesterday and invented people. */
export const test = base.extend<{ lane: RunningLane }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixtures a fixture needs from this pattern
  lane: async ({}, use) => {
    const directory = mkdtempSync(join(tmpdir(), 'booth-law-'));
    const ruleAuthorities = [{ name: AUTHORITY.name, publicKey: AUTHORITY.publicKey }];
    writeFileSync(join(directory, 'settings.json'), JSON.stringify({ ruleAuthorities }));
    writeFileSync(join(directory, 'TRAINING'), '');
    layTrainingData(directory, Object.values(PEOPLE));
    prepareStore(directory);
    const lane = await startLane(directory);
    await use(lane);
    await lane.stop();
    rmSync(directory, { recursive: true, force: true });
  },
});
