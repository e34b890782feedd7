import type { Page } from '@playwright/test';
import { expect, lay, test } from './lane.ts';

const attention = (page: Page) => page.locator('[data-zone="Z3"]');

async function signInAs(page: Page, number: string, pin: string): Promise<void> {
  await page.getByLabel('Officer number').fill(number);
  await page.getByLabel('PIN').fill(pin);
  await page.getByRole('button', { name: /Sign in/ }).click();
  await expect(attention(page)).toBeVisible({ timeout: 20_000 });
}

test('the head of unit sets a posture with PIN; the counter shows it, keeps Clear closed, and its early end is written down', async ({
  page,
  lane,
}) => {
  await page.goto(lane.url);
  await page.getByRole('button', { name: 'English' }).click();
  await signInAs(page, '0200', '200200');
  await page.keyboard.press('Control+m');
  await page.getByTestId('page-posture').click();
  await expect(attention(page)).toContainText('In force: Normal');
  await page.keyboard.press('F2');
  await page.getByLabel('Reason').fill('visit of a delegation');
  await page.getByLabel('Number of the head of unit').fill('0301');
  await page.getByRole('dialog').getByLabel('PIN').fill('135791');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Only the head of unit', { timeout: 20_000 });
  await page.getByLabel('Number of the head of unit').fill('0200');
  await page.getByRole('dialog').getByLabel('PIN').fill('200200');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden({ timeout: 20_000 });
  await expect(attention(page)).toContainText('In force: Elevated');
  await expect(page.locator('[data-posture="ELEVATED"]')).toContainText('until');

  await page.keyboard.press('Control+l');
  await signInAs(page, '0412', '246810');
  await expect(page.locator('[data-posture="ELEVATED"]')).toBeVisible();
  await lay(page, 'citizen');
  await expect(page.getByTestId('clear')).toHaveAttribute('aria-disabled', 'true');

  await page.keyboard.press('Control+l');
  await signInAs(page, '0901', '909090');
  await expect(page.locator('[data-posture="ELEVATED"]')).toContainText('Elevated');
  await page.keyboard.press('Control+l');
  await signInAs(page, '0200', '200200');
  await page.keyboard.press('Control+m');
  await page.getByTestId('page-posture').click();
  await expect(page.getByTestId('posture-end')).toHaveAttribute('aria-disabled', 'false');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await page.getByLabel('Reason').fill('the delegation has left');
  await page.getByLabel('Number of the head of unit').fill('0200');
  await page.getByRole('dialog').getByLabel('PIN').fill('200200');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden({ timeout: 20_000 });
  await expect(page.locator('[data-zone="Z4"]')).toContainText('Ended early by 0200');
  await expect(page.locator('[data-posture="NORMAL"]')).toBeVisible();
});
