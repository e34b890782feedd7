import type { Page } from '@playwright/test';
import { expect, lay, signIn, test } from './lane.ts';

const zone = (page: Page, name: string) => page.locator(`[data-zone="${name}"]`);

async function writeCounters(page: Page, stampsFrom: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Stamps, first number').fill(stampsFrom);
  await dialog.getByLabel('Stamps, last number').fill('A0200');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
}

test('a shift is begun and handed over by keys: both sign, the session passes, and the report stands there', async ({
  page,
  lane,
}) => {
  test.setTimeout(150_000);
  await signIn(page, lane);
  await lay(page, 'citizen');
  await expect(page.getByTestId('document-number')).toHaveText('X0000001');
  await expect(page.getByTestId('clear')).toHaveAttribute('aria-disabled', 'false');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await expect(page.getByTestId('document-number')).toBeHidden();
  await page.keyboard.press('Control+h');
  await expect(zone(page, 'Z3')).toContainText('Nobody has the shift');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await writeCounters(page, 'A0101');
  await expect(zone(page, 'Z3')).toContainText('Officer 0412 has the shift');
  await page.keyboard.press('F2');
  await writeCounters(page, 'A0102');
  const sign = page.getByTestId('sign-shift');
  const accept = page.getByTestId('accept-item');
  for (let left = 20; left > 0; left--) {
    const said = (await zone(page, 'Z3').textContent()) ?? '';
    if (!said.includes('without an answer')) break;
    await accept.click();
    await expect(zone(page, 'Z3')).not.toHaveText(said);
  }
  await expect(zone(page, 'Z3')).toContainText('both sign');
  await page.waitForTimeout(450);
  const dialog = page.getByRole('dialog');
  // The closing act counts only after it has been open for a while.
  await expect(async () => {
    await sign.click();
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByLabel('Officer number').fill('0413');
  await dialog.getByLabel('PIN').fill('000000');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).not.toBeEmpty();
  await expect(zone(page, 'Z3')).toContainText('both sign');
  await dialog.getByLabel('PIN').fill('413413');
  await page.keyboard.press('Control+Enter');
  await expect(zone(page, 'Z3')).toContainText('Officer 0413 has the shift');
  const report = page.getByTestId('shift-report');
  await expect(report).toContainText('0413');
  await expect(report).toContainText('1 citizens');
  await expect(zone(page, 'Z5')).toContainText('A0102');
});
