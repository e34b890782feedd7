import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './lane.ts';
import { dayFromToday, typeIn } from './typed_document.ts';

const attention = (page: Page) => page.locator('[data-zone="Z3"]');
const bar = (page: Page, name: string) => page.getByTestId(`decisions-${name}`);

/** The head of unit takes the window and opens the page of refusals and overstays. */
async function headAtDesk(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByLabel('Officer number').fill('0200');
  await page.getByLabel('PIN').fill('200200');
  await page.getByRole('button', { name: /Sign in/ }).click();
  await expect(attention(page)).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('Control+m');
  await page.getByTestId('page-decisions').click();
}

/** Number and PIN of the head of unit, and Ctrl+Enter. */
async function signAsHead(page: Page, label: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label).fill('0200');
  await dialog.getByLabel('PIN').fill('200200');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden({ timeout: 20_000 });
}

test('a refusal proposed at the counter is decided at the desk by the head of unit, and printed', async ({
  officer: page,
}) => {
  await typeIn(page, {
    state: 'LKA',
    name: 'SAMPLE<<ANOMA',
    number: 'N5550001',
    born: '1990-04-05',
    expires: dayFromToday(900),
  });
  await expect(attention(page)).toContainText('No basis of entry found');
  await page.waitForTimeout(450);
  await page.keyboard.press('F9');
  await page.getByLabel('What was found').fill('No visa was presented.');
  await page.keyboard.press('Control+Enter');
  await expect(attention(page)).toContainText('refusal proposed', { timeout: 20_000 });

  await headAtDesk(page);
  await page.getByTestId('decision-file').first().click();
  await expect(attention(page)).toContainText('Decide the proposed refusal');
  await expect(page.locator('[data-zone="Z4"]')).toContainText('No visa was presented.');
  await expect(page.locator('[data-basis]')).toHaveCount(8);
  await expect(bar(page, 'print')).toHaveAttribute('aria-disabled', 'true');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await page.getByRole('dialog').getByLabel('Reason').fill('No basis of entry');
  await signAsHead(page, 'Officer number');
  await expect(attention(page)).toContainText('Entry refused');
  await expect(page.getByTestId('decision-log')).toContainText('0200: Refuse entry');

  await page.keyboard.press('Control+p');
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^refusal-.*-en\.pdf$/);
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await expect(page.getByTestId('decision-log')).toContainText('0200 printed: Refusal of entry (English)');
});
