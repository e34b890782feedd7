import type { Page } from '@playwright/test';
import { expect, lay, type RunningLane, test } from './lane.ts';
import { test as pictures, show } from './shown_example.ts';

const attention = (page: Page) => page.locator('[data-zone="Z3"]');

async function signInAs(page: Page, lane: RunningLane, number: string, pin: string, first = true): Promise<void> {
  if (first) {
    await page.goto(lane.url);
    await page.getByRole('button', { name: 'English' }).click();
  }
  await page.getByLabel('Officer number').fill(number);
  await page.getByLabel('PIN').fill(pin);
  await page.getByRole('button', { name: /Sign in/ }).click();
  await expect(attention(page)).toBeVisible({ timeout: 20_000 });
}

async function chord(page: Page): Promise<void> {
  for (const key of ['ControlLeft', 'ShiftLeft', 'F11']) await page.keyboard.down(key);
  for (const key of ['F11', 'ShiftLeft', 'ControlLeft']) await page.keyboard.up(key);
}

test('a silent call changes the weight of the shift number and no other point of the screen; a supervisor leads it to its end', async ({
  officer: page,
}) => {
  await lay(page, 'foreigner');
  await expect(page.getByTestId('clear')).toBeVisible();
  await expect(attention(page)).toContainText('Stay permitted', { timeout: 20_000 });
  await expect(page.locator('main')).not.toContainText('Checking');
  const shift = page.locator('[data-heard]');
  const shape = () => page.locator('main').innerText();
  const [before, place] = [await shape(), await shift.boundingBox()];
  await expect(shift).toHaveAttribute('data-heard', 'false');
  await chord(page);
  await expect(shift).toHaveAttribute('data-heard', 'true');
  expect(await shift.boundingBox()).toEqual(place);
  const still = (text: string) => text.replaceAll(/\d+ ?(ms|s|min)\b|now/g, '');
  expect(still(await shape())).toBe(still(before));
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+l');
  await signInAs(page, { url: '' } as RunningLane, '0301', '135791', false);
  await page.keyboard.press('Control+m');
  await page.getByTestId('page-incident').click();
  await expect(attention(page)).toContainText('Next: Go to the lane that called');
  await page.keyboard.press('F8');
  await expect(page.locator('[data-zone="Z2"]')).toContainText('0301');
  // The first step needs no note: it is done by the key alone.
  await page.keyboard.press('Control+Enter');
  await expect(attention(page)).toContainText('Next: Say what kind of incident it is');
  await expect(page.getByTestId('incident-close')).toContainText('1 left');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByRole('textbox').fill('a mistake');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(attention(page)).toContainText('Every task is over');
  await page.keyboard.press('F6');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.alloc(60_000, 'a') });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('[data-zone="Z2"]')).toContainText('note.txt');
  await expect(page.getByTestId('incident-close')).toHaveAttribute('aria-disabled', 'false');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await page.getByLabel('Outcome').fill('a mistake');
  await page.getByLabel('Number of the head of unit').fill('0200');
  await page.getByLabel('PIN').fill('200200');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden({ timeout: 20_000 });
  await expect(page.locator('[data-zone="Z4"]')).toContainText('No open incident');
});

test('a loud call stops the lane; it says so and nothing of why', async ({ officer: page }) => {
  await page.keyboard.press('Control+i');
  await page.getByLabel('Kind of incident').selectOption('PERSON_RESISTING');
  await page.getByLabel('How', { exact: true }).selectOption('LOUD');
  await page.keyboard.press('Control+Enter');
  await expect(attention(page)).toContainText('Lane stopped');
  await expect(page.locator('body')).not.toContainText(/resist/i);
});

pictures(
  'a key on an incident asks before it records, and a closed end takes neither key nor mouse',
  async ({ page, examples }) => {
    const calls = () => page.evaluate(() => document.documentElement.dataset.calls ?? '');
    await show(page, examples, 'incident');
    await page.waitForTimeout(450);
    await page.keyboard.press('F12');
    await page.getByTestId('incident-close').click({ force: true });
    expect(await calls()).toBe('');
    for (const key of ['F2', 'F3', 'F4', 'F5', 'F7', 'F10']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Control+Enter');
      expect(await calls()).toBe('');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await show(page, examples, 'incident-own-lane');
    await expect(page.getByTestId('incident-task')).toHaveAttribute('aria-disabled', 'true');
    await expect(page.getByTestId('incident-lane')).toHaveCount(0);
  },
);
