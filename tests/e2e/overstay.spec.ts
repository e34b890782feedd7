import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, expect, startLane, signIn as toCounter } from './lane.ts';
import { atRest, playScenario } from './scenarios/play.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { layTrainingData } from './scenarios/training_data.ts';

/** Overstays from the document to the way out, at the counter and at the desk (domain D3.9), on one lane for departures. */

const over = (id: string, daysAgo: number, more: Partial<Scenario> = {}): Scenario => ({
  ...{ id, title: id, direction: 'DEPARTURE', holder: { nationality: 'FRA' } },
  before: [{ direction: 'ARRIVAL', daysAgo, stayDays: 45 }],
  steps: [],
  ...more,
});
const SIX_OVER = over('six-over', 50);
const UNPAID = over('six-unpaid', 50);
const BACK = over('six-back', 50);
const CHILD = over('six-child', 50, { holder: { nationality: 'FRA', age: 9 } });
const SUSPENDED = over('six-suspended', 50, {
  listed: [
    {
      ...{ kind: 'EXIT_SUSPENSION', legalGround: 'Luật 47/2014/QH13, Điều 28, nhóm 3', decision: '0112/QĐ-MẪU' },
      ...{ fromDaysAgo: 100, toDays: 600, informed: true },
    },
  ],
});
const ALL = [SIX_OVER, UNPAID, BACK, CHILD, SUSPENDED];

const test = base.extend<object, { counter: Page }>({
  counter: [
    async ({ browser }, use) => {
      const directory = mkdtempSync(join(tmpdir(), 'booth-overstay-'));
      layTrainingData(directory, ALL);
      const lane = await startLane(directory);
      const page = await browser.newPage();
      await toCounter(page, lane, 'DEPARTURE');
      await use(page);
      await page.close();
      await lane.stop();
      rmSync(directory, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 150_000 },
  ],
});
test.describe.configure({ mode: 'serial' });
test.setTimeout(150_000);

const attention = (page: Page) => page.locator('[data-zone="Z3"]');
const clear = (page: Page) => page.getByTestId('clear');
const due = (page: Page) => page.getByTestId('overstay-step');
const bar = (page: Page, name: string) => page.getByTestId(`decisions-${name}`);

async function stands(page: Page, number: string, pin: string): Promise<void> {
  await page.getByLabel('Officer number').fill(number);
  await page.getByLabel('PIN').fill(pin);
  await page.keyboard.press('Control+Enter');
}

async function opened(page: Page, one: Scenario): Promise<void> {
  await playScenario(page, one);
  await expect(attention(page)).toContainText('Overstayed by 6 days');
  await expect(clear(page)).toHaveAttribute('aria-disabled', 'true');
  await due(page).click();
  await expect(due(page)).toContainText('Decide');
}

async function minuted(page: Page): Promise<void> {
  await stands(page, '0301', '135791');
  await expect(due(page)).toContainText('Record made', { timeout: 20_000 });
  await due(page).click();
  await expect(due(page)).toContainText('Record the payment');
}

async function left(page: Page): Promise<void> {
  await page.keyboard.press('F8');
  await page.getByTestId('abandon-TRAVELLER_LEFT').click();
  await atRest(page);
}

async function referred(page: Page): Promise<void> {
  await page.keyboard.press('F8');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await atRest(page);
}

/** Another person takes the window. */
async function signInAs(page: Page, number: string, pin: string): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByLabel('Officer number').fill(number);
  await page.getByLabel('PIN').fill(pin);
  await page.getByLabel('Direction').selectOption('DEPARTURE');
  await page.getByRole('button', { name: /Sign in/ }).click();
  await expect(attention(page)).toBeVisible({ timeout: 20_000 });
}

/** The head of unit takes the window and opens the file that stands at this place of the list. */
async function headAt(page: Page, stage: string): Promise<void> {
  await signInAs(page, '0200', '200200');
  await page.keyboard.press('Control+m');
  await page.getByTestId('page-decisions').click();
  await page.getByTestId('decision-file').filter({ hasText: stage }).first().click();
}

async function printed(page: Page, paper: string | null): Promise<string> {
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog');
  if (paper !== null) await dialog.getByLabel('Paper').selectOption(paper);
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  const name = (await downloading).suggestedFilename();
  await expect(dialog).toBeHidden();
  return name;
}

test('six days over: each line of the tier, the wrong rank, minutes, payment, and out; every paper stands as evidence', async ({
  counter: page,
}) => {
  await playScenario(page, SIX_OVER);
  await expect(attention(page)).toContainText('Overstayed by 6 days');
  const lines = page.getByTestId('overstay').locator('li');
  await expect(lines).toHaveCount(6);
  for (const [place, words] of [
    [0, /Entry.*record A03-six-over-0/],
    [1, /Stay granted.*45 days/],
    [2, /is day 1 → .* is day 45/],
    [3, /Extension.*none/],
    [4, /Departure.*today/],
    [5, /Days over.*6 days/],
  ] as const)
    await expect(lines.nth(place)).toContainText(words);
  await expect(page.locator('[data-zone="Z5"]')).toContainText('1 – under 16');
  await due(page).click();
  await expect(due(page)).toContainText('Decide');
  // An officer beside the counter decides no measure, and a wrong PIN nobody's.
  await stands(page, '0413', '413413');
  await expect(page.locator('[data-zone="Z5"] [role="alert"]')).toContainText('supervisor', { timeout: 20_000 });
  await stands(page, '0301', '000000');
  await expect(page.locator('[data-zone="Z5"] [role="alert"]')).toBeVisible();
  await expect(due(page)).toContainText('Decide');
  await stands(page, '0301', '135791');
  await expect(due(page)).toContainText('Record made', { timeout: 20_000 });
  // Not signed: without a witness there is no record.
  await page.getByLabel('The record is').selectOption('REFUSED_TO_SIGN');
  await due(page).click();
  await expect(page.locator('[data-zone="Z5"] [role="alert"]')).toBeVisible();
  await page.getByLabel('Witness, where not signed').fill('Trần Thị Mẫu');
  await due(page).click();
  await expect(due(page)).toContainText('Record the payment');
  await expect(clear(page)).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabel('Receipt number').fill('BL-0106');
  await page.keyboard.press('Control+Enter');
  await expect(due(page)).toContainText('Close the entry');
  await due(page).click();
  await expect(attention(page)).toContainText('Overstay of 6 days settled');
  expect(await printed(page, null)).toMatch(/\.pdf$/);
  await expect(clear(page)).toHaveAttribute('aria-disabled', 'false');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await atRest(page);

  await headAt(page, 'Settled');
  const log = page.getByTestId('decision-log');
  await expect(log).toContainText('Trần Thị Mẫu');
  await expect(log).toContainText('BL-0106');
  for (const paper of ['overstay-minutes', 'receipt']) expect(await printed(page, paper)).toContain(paper);
  await expect(log).toContainText('Record of violation (English)');
  await expect(log.getByText('printed')).toHaveCount(3);
});

test('not paid: the way out stays closed, the file is closed unpaid at the desk and its paper printed', async ({
  counter: page,
}) => {
  await signInAs(page, '0412', '246810');
  await opened(page, UNPAID);
  await minuted(page);
  await page.getByLabel('Or why nothing was paid').fill('Không có tiền');
  await page.keyboard.press('Control+Enter');
  await expect(clear(page)).toHaveAttribute('aria-disabled', 'true');
  await referred(page);
  await headAt(page, 'Not paid');
  expect(await printed(page, 'not-paid')).toContain('not-paid');
  await page.keyboard.press('F4');
  await page.keyboard.press('Control+Enter');
  await expect(attention(page)).toContainText('Ended unpaid');
});

test('the traveller goes back: the head of unit ends the file with a reason; what ended unpaid is asked for again', async ({
  counter: page,
}) => {
  await signInAs(page, '0412', '246810');
  await opened(page, BACK);
  await left(page);
  await playScenario(page, UNPAID);
  // What ended unpaid settled nothing: the same days are asked for again.
  await expect(attention(page)).toContainText('Overstayed by 6 days');
  await expect(clear(page)).toHaveAttribute('aria-disabled', 'true');
  await left(page);
  await headAt(page, 'Measure to be decided');
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Went back into the hall');
  await dialog.getByLabel('Number of the supervisor').fill('0200');
  await dialog.getByLabel('PIN').fill('200200');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden({ timeout: 20_000 });
  await expect(attention(page)).toContainText('Ended, not settled');
  await expect(page.getByTestId('decision-log')).toContainText('Went back into the hall');
  await expect(bar(page, 'end')).toHaveAttribute('aria-disabled', 'true');
});

test('a child who overstayed is let out once it is settled: of company the law speaks for citizens alone', async ({
  counter: page,
}) => {
  await signInAs(page, '0412', '246810');
  await opened(page, CHILD);
  await page.getByLabel('Mitigating reason').fill('Child');
  await minuted(page);
  await page.getByLabel('Receipt number').fill('BL-0107');
  await page.keyboard.press('Control+Enter');
  await expect(due(page)).toContainText('Close the entry');
  await due(page).click();
  await expect(clear(page)).toHaveAttribute('aria-disabled', 'false');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await atRest(page);
});

test('who overstayed and is suspended from leaving goes to the second line, and is never proposed for a refusal', async ({
  counter: page,
}) => {
  await playScenario(page, { ...SUSPENDED, steps: [{ compare: '1' }] });
  await expect(clear(page)).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByTestId('propose-refusal')).toHaveAttribute('aria-disabled', 'true');
  await referred(page);
});
