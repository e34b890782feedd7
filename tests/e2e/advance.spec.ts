import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { gateDay } from '../../core/settings/gate_day.ts';
import { manyPassengers, paxlstText } from '../../core/sync/testing/paxlst_text.ts';
import { expect, lay, test } from './lane.ts';

const attention = (page: Page) => page.locator('[data-zone="Z3"]');
const row = (page: Page) => page.locator('[data-flight="XZ902"]');

async function signInAs(page: Page, number: string, pin: string): Promise<void> {
  await page.getByLabel('Officer number').fill(number);
  await page.getByLabel('PIN').fill(pin);
  await page.getByRole('button', { name: /Sign in/ }).click();
  await expect(attention(page)).toBeVisible({ timeout: 20_000 });
}

async function openPage(page: Page): Promise<void> {
  await page.keyboard.press('Control+m');
  await page.getByTestId('page-advance').click();
  await page.getByTestId('ask-number').fill('xz 902');
  await expect(attention(page)).not.toContainText('Reading', { timeout: 20_000 });
}

/** Chooses a file of the drop folder and orders it, by keys but for the choice. */
async function bring(page: Page, file: string): Promise<void> {
  await page.keyboard.press('F4');
  await page.locator(`[data-file="${file}"]`).getByRole('button').click();
  await expect(page.getByTestId('take-file')).toHaveAttribute('aria-disabled', 'false');
  // The closing act counts only after it has been open for a while.
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await expect(page.getByRole('dialog')).toContainText(file);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('a list is dropped and brought in, its traveller passes the counter and the figures follow; a bad list is refused with its reason', async ({
  page,
  lane,
}) => {
  const day = gateDay(Date.now(), 'Asia/Ho_Chi_Minh').slice(2).replaceAll('-', '');
  const expected = [
    ...manyPassengers(2),
    { surname: 'NGUYEN', givenNames: 'VAN MAU', number: 'X0000452', birth: '840508', nationality: 'VNM' },
  ];
  const list = paxlstText(expected, { flight: 'XZ902', day }).replace('LOC+87+BBB', 'LOC+87+XZB');
  const folder = join(lane.directory, 'incoming');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'xz902.edi'), list);
  writeFileSync(join(folder, 'cut.edi'), list.replace("CNT+42:3'", "CNT+42:9'"));

  await page.goto(lane.url);
  await page.getByRole('button', { name: 'English' }).click();
  await signInAs(page, '0301', '135791');
  await openPage(page);
  await expect(row(page)).toHaveCount(0);
  await bring(page, 'xz902.edi');
  await expect(page.getByTestId('taking')).toHaveAttribute('data-phase', 'DONE', { timeout: 20_000 });
  await expect(attention(page)).toContainText('xz902.edi was brought in');
  await page.keyboard.press('F2');
  await expect(row(page).getByTestId('expected')).toHaveText('3');
  await expect(row(page).getByTestId('came')).toHaveText('0');
  await expect(row(page)).toContainText('Arrival');

  await bring(page, 'cut.edi');
  await expect(page.getByTestId('taking')).toHaveAttribute('data-phase', 'FAILED', { timeout: 20_000 });
  await expect(attention(page)).toContainText('A count in the file is not what was read (segment');
  await expect(attention(page)).toContainText('Nothing was changed');
  await expect(page.locator('[data-copy="PASSENGERS"]')).toContainText('cut.edi');
  await page.keyboard.press('Escape');
  await expect(row(page).getByTestId('expected')).toHaveText('3');

  await page.keyboard.press('Control+m');
  await lay(page, 'resembles');
  await expect(attention(page)).toContainText('to compare');
  await page.keyboard.press('2');
  await expect(page.getByTestId('clear')).toHaveAttribute('aria-disabled', 'false');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await expect(attention(page)).toContainText('A07-000001');
  await openPage(page);
  await expect(row(page).getByTestId('came')).toHaveText('1');
  await expect(row(page).getByTestId('missing')).toHaveText('2');

  await row(page).getByRole('button').click();
  await page.keyboard.press('F3');
  const people = page.locator('[data-zone="Z4"]');
  await expect(people.locator('[data-person]')).toHaveCount(2);
  await expect(people).not.toContainText('NGUYEN');
  await page.getByTestId('who').selectOption('COME');
  await expect(people.locator('[data-person]')).toHaveText(/NGUYEN VAN MAU/);

  await page.keyboard.press('Control+l');
  await signInAs(page, '0412', '246810');
  await openPage(page);
  await expect(row(page).getByTestId('came')).toHaveText('1');
  await expect(page.getByTestId('advance-people')).toHaveCount(0);
  await expect(page.getByTestId('take-file')).toHaveCount(0);
  await expect(page.locator('#booth')).not.toContainText('cut.edi');
});
