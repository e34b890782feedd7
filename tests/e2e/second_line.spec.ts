import type { Page } from '@playwright/test';
import { expect, lay, signIn, startLane, test } from './lane.ts';

async function refer(page: Page): Promise<void> {
  await lay(page, 'citizen');
  await expect(page.getByTestId('document-number')).toHaveText('X0000001');
  await page.keyboard.press('F8');
  await page.getByRole('dialog').getByRole('button').first().click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('document-number')).toBeHidden();
}

test('a referred person is taken, questioned and handed over by keys; a killed booth has the file as it was', async ({
  page,
  lane,
}) => {
  test.setTimeout(150_000);
  await signIn(page, lane);
  await refer(page);
  await page.keyboard.press('Control+l');
  await page.getByLabel('Officer number').fill('0377');
  await page.getByLabel('PIN').fill('377377');
  await page.getByRole('button', { name: /Sign in/ }).click();
  await page.getByTestId('page-second-line').click();
  await expect(page.locator('[data-zone="Z3"]')).toContainText('1 person is waiting');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await expect(page.getByTestId('tab-counter')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('F4');
  await page.getByTestId('answer').fill('tourism');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-zone="Z4"]')).toContainText('tourism');
  await lane.kill();
  const again = await startLane(lane.directory);
  await page.goto(again.url);
  await page.getByLabel('Officer number').fill('0377');
  await page.getByLabel('PIN').fill('377377');
  await page.getByRole('button', { name: /Sign in/ }).click();
  await page.getByTestId('page-second-line').click();
  await expect(page.locator('[data-zone="Z4"]')).toContainText('Officer 0377');
  await page.keyboard.press('F2');
  await page.keyboard.press('F4');
  await expect(page.locator('[data-zone="Z4"]')).toContainText('tourism');
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Unit', { exact: true }).fill('Specimen unit');
  await dialog.getByLabel('Received by').fill('Sampleson');
  await dialog.getByLabel('Their number').fill('1122');
  await dialog.getByLabel('Receipt number').fill('BB-0001');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-zone="Z3"]')).toContainText('Handed over');
  await expect(page.getByTestId('clear')).toContainText('The case is closed');
  await again.stop();
});
