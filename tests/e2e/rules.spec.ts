import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { shorterStays, signedRules, testAuthority } from '../../core/rules/testing/signed_rules.ts';
import { expect, test } from './lane.ts';

const authority = testAuthority();

/** Signs somebody in, in English. */
async function signIn(page: Page, url: string, number: string, pin: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel('Officer number').fill(number);
  await page.getByLabel('PIN').fill(pin);
  await page.getByRole('button', { name: /Sign in/ }).click();
}

test('an unsigned law is refused in words, and the law in force stays', async ({ page, lane }) => {
  const folder = join(lane.directory, 'incoming');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'unsigned.rules'), signedRules(await shorterStays(), { ...authority, key: null }));
  writeFileSync(join(folder, 'strange.rules'), signedRules(await shorterStays(), authority));
  await signIn(page, lane.url, '0666', '666000');
  await expect(page.locator('[data-zone="Z3"]')).toContainText('lists', { timeout: 20_000 });
  await page.keyboard.press('Control+m');
  await page.getByTestId('page-rules').click();
  const z3 = page.locator('[data-zone="Z3"]');
  await expect(z3).toContainText('is in force');
  const before = await z3.textContent();
  await page.keyboard.press('F5');
  for (const [file, words] of [
    ['unsigned.rules', 'not signed'],
    ['strange.rules', 'not in the settings'],
  ] as const) {
    await page.locator(`[data-file="${file}"]`).getByRole('button').click();
    await expect(page.locator('[data-zone="Z4"]')).toContainText(words);
  }
  expect(await z3.textContent()).toBe(before);
});

test('the rules in force are read row by row, and rehearsed on what was recorded', async ({ page, lane }) => {
  await signIn(page, lane.url, '0777', '777000');
  await page.getByTestId('page-rules').click();
  await expect(page.locator('[data-table="gates"]')).toBeVisible();
  await page.locator('[data-table="gates"]').getByRole('button').click();
  await page.keyboard.press('F3');
  await expect(page.locator('[data-rule="gate.main"]')).toContainText('In force');
  await page.keyboard.press('F6');
  await expect(page.getByTestId('rehearsed')).toContainText('Nobody would have been decided otherwise');
  // An auditor changes nothing.
  await expect(page.getByTestId('order')).toHaveAttribute('aria-disabled', 'true');
});
