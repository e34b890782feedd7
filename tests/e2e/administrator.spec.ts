import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { test as base, expect, type RunningLane, startLane } from './lane.ts';

/** Opens the one-time URL and signs the first demo administrator in, in English. */
async function signInAdministrator(page: Page, lane: RunningLane): Promise<void> {
  await page.goto(lane.url);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel('Officer number').fill('0666');
  await page.getByLabel('PIN').fill('666000');
  await page.getByRole('button', { name: /Sign in/ }).click();
  await expect(page.locator('[data-zone="Z3"]')).toContainText('All lists are fresh', { timeout: 20_000 });
}

const test = base.extend<{ administrator: Page }>({
  administrator: async ({ page, lane }, use) => {
    await signInAdministrator(page, lane);
    await use(page);
  },
});

function drop(lane: RunningLane, name: string, entries: readonly object[]): void {
  mkdirSync(join(lane.directory, 'incoming'), { recursive: true });
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`);
  writeFileSync(join(lane.directory, 'incoming', name), lines.join(''));
}
const people = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: `P${place}`,
    names: [{ surname: 'TRẦN', givenNames: `MẪU ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[place % 26]}${place}` }],
    birthDate: '1970-01-02',
  }));

/** Orders the import of a file of the drop folder as the list of sought persons, and waits until it stands aside. */
async function build(page: Page, file: string): Promise<void> {
  await page.keyboard.press('F4');
  await page.locator(`[data-file="${file}"]`).click();
  await page.getByTestId('import-format').selectOption('jsonl');
  await page.getByTestId('import-list').selectOption('wanted');
  await page.getByTestId('order-import').click();
  await expect(page.locator('[data-zone="Z3"]')).toContainText('wanted waits for a second person', { timeout: 20_000 });
}

async function confirm(page: Page, number: string, pin: string): Promise<void> {
  await page.getByLabel("Second person's number").fill(number);
  await page.getByLabel('PIN').fill(pin);
  await page.keyboard.press('Control+Enter');
}

test('an administrator sees every list, and nothing of a lane', async ({ administrator }) => {
  await expect(administrator.locator('[data-list]')).toHaveCount(5);
  await expect(administrator.locator('[data-list="discreet"]')).toContainText('Fresh');
  await expect(administrator.getByTestId('clear')).toHaveCount(0);
  await administrator.keyboard.press('Control+k');
  await expect(administrator.getByTestId('lay-citizen')).toHaveCount(0);
  await administrator.keyboard.press('ArrowDown');
  await expect(administrator.locator('[data-zone="Z5"]')).toContainText('entry-ban');
});

test('a list is imported by two people: built aside, compared, confirmed by another, and taken back', async ({
  administrator,
  lane,
}) => {
  drop(lane, 'new.jsonl', [...people(40), { id: 'broken' }]);
  await build(administrator, 'new.jsonl');
  await expect(administrator.locator('[data-count="added"]')).toContainText('40');
  await expect(administrator.locator('[data-count="removed"]')).toContainText('1');
  await expect(administrator.locator('[data-zone="Z4"]')).toContainText('More than a fifth');
  await expect(administrator.locator('[data-zone="Z5"]')).toContainText('line 41');
  await administrator.keyboard.press('F12');
  await confirm(administrator, '0666', '666000');
  await expect(administrator.getByRole('alert')).toContainText('another person');
  await confirm(administrator, '0412', '246810');
  await expect(administrator.getByRole('alert')).toContainText('may not confirm');
  await confirm(administrator, '0667', '111111');
  await expect(administrator.getByRole('alert')).toContainText('4 attempts left');
  const { violations } = await new AxeBuilder({ page: administrator }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await confirm(administrator, '0667', '667000');
  await expect(administrator.locator('[data-zone="Z3"]')).toContainText('wanted is in service');
  await expect(administrator.locator('[data-zone="Z3"]')).toContainText('confirmed by 0667');
  await administrator.keyboard.press('F2');
  await expect(administrator.locator('[data-list="wanted"]')).toContainText('40');
  await expect(administrator.locator('[data-list="wanted"]')).toContainText('0666');
  await administrator.locator('[data-list="wanted"] button').click();
  await administrator.keyboard.press('F9');
  await expect(administrator.locator('[data-zone="Z3"]')).toContainText('waits for a second person');
  await administrator.keyboard.press('F12');
  await confirm(administrator, '0301', '135791');
  await expect(administrator.locator('[data-zone="Z3"]')).toContainText('confirmed by 0301');
  await administrator.keyboard.press('F2');
  await expect(administrator.locator('[data-list="wanted"] td').nth(1)).toHaveText('1');
});

test('what was built is discarded; a power cut forgets what waits and leaves nothing aside', async ({
  administrator,
  lane,
}) => {
  drop(lane, 'new.jsonl', people(3));
  await build(administrator, 'new.jsonl');
  await administrator.getByTestId('discard').click();
  await expect(administrator.locator('[data-zone="Z3"]')).toContainText('discarded');
  await build(administrator, 'new.jsonl');
  const aside = join(lane.directory, 'watchlist', 'aside');
  expect(readdirSync(aside).length).toBeGreaterThan(0);
  await lane.kill();
  const again = await startLane(lane.directory);
  try {
    await signInAdministrator(administrator, again);
    await expect(administrator.locator('[data-list="wanted"] td').nth(1)).toHaveText('1');
    await administrator.keyboard.press('F4');
    await expect(administrator.locator('[data-zone="Z3"]')).toContainText('Import a list');
    expect(readdirSync(aside)).toEqual([]);
  } finally {
    await again.stop();
  }
});

test('a person is searched for by a typed name, with the reasons; nobody found says what was asked', async ({
  administrator,
}) => {
  await administrator.keyboard.press('F3');
  await administrator.getByLabel('Name').fill('Đặng Thị Thu');
  await administrator.getByLabel('Born').fill('1979');
  await administrator.keyboard.press('Enter');
  await expect(administrator.locator('[data-zone="Z3"]')).toContainText(/entr(y|ies) found/);
  await expect(administrator.locator('[data-zone="Z4"]')).toContainText('ĐẶNG THỊ THỬ');
  await expect(administrator.locator('[data-zone="Z5"]')).toContainText('Birth date equal as far as known');
  await administrator.getByLabel('Name').fill('Sam Quietman');
  await administrator.getByLabel('Born').fill('');
  await administrator.keyboard.press('Enter');
  await expect(administrator.locator('[data-hit^="discreet/"]')).toBeVisible();
  await administrator.getByLabel('Name').fill('Zzyzx Qqqq');
  await administrator.keyboard.press('Enter');
  await expect(administrator.locator('[data-zone="Z3"]')).toContainText('No entry found');
  await expect(administrator.locator('[data-zone="Z4"]')).toContainText('Zzyzx Qqqq');
  const { violations } = await new AxeBuilder({ page: administrator }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('an officer at the same window gets the lane, and locking leads back', async ({ administrator }) => {
  await administrator.keyboard.press('Control+l');
  await administrator.getByLabel('Officer number').fill('0412');
  await administrator.getByLabel('PIN').fill('246810');
  await administrator.getByRole('button', { name: /Sign in/ }).click();
  await expect(administrator.getByTestId('clear')).toBeVisible();
  await expect(administrator.locator('[data-list]')).toHaveCount(0);
});
