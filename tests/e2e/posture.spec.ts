import type { Page } from '@playwright/test';
import { gateMomentText } from '../../renderer/posture/gate_moment.ts';
import { expect, lay, test } from './lane.ts';

const attention = (page: Page) => page.locator('[data-zone="Z3"]');

async function signInAs(page: Page, number: string, pin: string): Promise<void> {
  await page.getByLabel('Officer number').fill(number);
  await page.getByLabel('PIN').fill(pin);
  await page.getByRole('button', { name: /Sign in/ }).click();
  await expect(attention(page)).toBeVisible({ timeout: 45_000 });
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

/** The head of unit, who is signed in, orders the elevated posture from now until the moment that the field shows, or another. */
async function order(page: Page, until: string | null): Promise<void> {
  await page.keyboard.press('Control+m');
  await page.getByTestId('page-posture').click();
  await expect(attention(page)).toContainText('In force: Normal');
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog');
  if (until !== null) await dialog.getByLabel('Until').fill(until);
  await dialog.getByLabel('Reason').fill('visit of a delegation');
  await dialog.getByLabel('Number of the head of unit').fill('0200');
  await dialog.getByLabel('PIN').fill('200200');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden({ timeout: 20_000 });
  await expect(attention(page)).toContainText('In force: Elevated');
}

test('a posture stands on the screen of everybody who works at the gate, locked ones too, and on no traveller’s', async ({
  page,
  lane,
  context,
}) => {
  test.setTimeout(240_000);
  const raised = page.locator('[data-posture="ELEVATED"]');
  await page.goto(lane.url);
  await page.getByRole('button', { name: 'English' }).click();
  await signInAs(page, '0200', '200200');
  await order(page, null);
  for (const [number, pin] of [
    ['0301', '135791'],
    ['0377', '377377'],
    ['0777', '777000'],
    ['0666', '666000'],
  ] as const) {
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('button', { name: /Sign in/ })).toBeVisible();
    await expect(raised).toContainText('until');
    await signInAs(page, number, pin);
    await expect(raised).toBeVisible();
  }
  const gate = await context.newPage();
  await gate.goto(await lane.urlFor('gate'));
  await expect(gate.locator('main')).toBeVisible();
  await expect(gate.locator('[data-posture]')).toHaveCount(0);
  await expect(gate.locator('body')).not.toContainText('Elevated');
});

test('a posture ends by itself by the clock, on the screen that stands there and in the history', async ({
  page,
  lane,
}) => {
  test.setTimeout(300_000);
  await page.goto(lane.url);
  await page.getByRole('button', { name: 'English' }).click();
  await signInAs(page, '0200', '200200');
  // The field has no seconds: between one minute and two from now.
  await order(page, gateMomentText(Date.now() + 120_000, 'Asia/Ho_Chi_Minh'));
  await expect(attention(page)).toContainText('In force: Normal', { timeout: 150_000 });
  await expect(page.locator('[data-posture="NORMAL"]')).toBeVisible();
  await expect(page.locator('[data-zone="Z4"]')).toContainText('Ended by itself');
});
