import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, expect, type RunningLane, signIn, startLane } from './lane.ts';
import { CITIZENS } from './scenarios/citizens.ts';
import { FACTS } from './scenarios/facts.ts';
import { FOREIGN_ARRIVALS } from './scenarios/foreign_arrivals.ts';
import { FOREIGN_DEPARTURES } from './scenarios/foreign_departures.ts';
import { atRest, playScenario } from './scenarios/play.ts';
import { layTrainingData } from './scenarios/training_data.ts';

/** Worked scenarios of the counter (domain D3), each from the document to the decision through the real screens of one lane. */

const ALL = [...CITIZENS, ...FOREIGN_ARRIVALS, ...FOREIGN_DEPARTURES, ...FACTS];

/** One lane for a whole worker: what one scenario leaves behind, the next must bear. */
const test = base.extend<{ counter: (direction: 'ARRIVAL' | 'DEPARTURE') => Promise<Page> }, { worked: Worked }>({
  worked: [
    async ({ browser }, use) => {
      const directory = mkdtempSync(join(tmpdir(), 'booth-scenarios-'));
      layTrainingData(directory, ALL);
      const lane = await startLane(directory);
      const page = await browser.newPage();
      await use({ lane, page, direction: null });
      await page.close();
      await lane.stop();
      rmSync(directory, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  counter: async ({ worked }, use) => {
    await use(async (direction) => {
      const { page } = worked;
      if (worked.direction === null) await signIn(page, worked.lane, direction);
      else if (worked.direction !== direction) await changeSides(page, direction);
      worked.direction = direction;
      return page;
    });
  },
});

interface Worked {
  readonly lane: RunningLane;
  readonly page: Page;
  direction: 'ARRIVAL' | 'DEPARTURE' | null;
}

/** The officer locks the lane and signs in for the other direction. */
async function changeSides(page: Page, direction: 'ARRIVAL' | 'DEPARTURE'): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByLabel('Officer number').fill('0412');
  await page.getByLabel('PIN').fill('246810');
  await page.getByLabel('Direction').selectOption(direction);
  await page.getByRole('button', { name: /Sign in/ }).click();
  await expect(page.getByLabel('Officer number')).toBeHidden({ timeout: 30_000 });
  await atRest(page);
}

test('there are scenarios enough, each of its own name', () => {
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
  expect(ALL.length).toBeGreaterThanOrEqual(60);
});

for (const direction of ['ARRIVAL', 'DEPARTURE'] as const) {
  for (const scenario of ALL.filter((one) => one.direction === direction)) {
    test(`${scenario.id}: ${scenario.title}`, async ({ counter }) => {
      await playScenario(await counter(direction), scenario);
    });
  }
}
