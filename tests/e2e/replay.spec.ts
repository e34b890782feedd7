import type { Page } from '@playwright/test';
import { expect, signIn as signInOfficer, test } from './lane.ts';

async function signIn(page: Page, number: string, pin: string): Promise<void> {
  await page.getByLabel('Officer number').fill(number);
  await page.getByLabel('PIN').fill(pin);
  await page.getByRole('button', { name: /Sign in/ }).click();
}

test('a decided case is opened with a reason, walked second by second, and the look is written down', async ({
  page,
  lane,
}) => {
  await signInOfficer(page, lane);
  await page.keyboard.press('Control+k');
  await page.getByTestId('lay-expired').dispatchEvent('click');
  await page.keyboard.press('Control+k');
  await expect(page.locator('[data-check="VALIDITY"]')).toHaveAttribute('data-state', 'FAILED', { timeout: 20_000 });
  await page.keyboard.press('F8');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+l');

  await signIn(page, '0777', '777000');
  await page.getByTestId('page-replay').click();
  await expect(page.getByTestId('replay-search')).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabel('Reason for looking').fill('complaint 31/2026');
  await page.getByRole('textbox', { name: 'Record number' }).fill('A07-000001');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-record="A07-000001"]')).toBeVisible();
  await expect(page.locator('[data-zone="Z4"]')).not.toContainText('EXEMPLE');
  await page.waitForTimeout(450);
  await page.getByTestId('open-case').click();

  await expect(page.getByTestId('proof')).toHaveAttribute('data-ok', 'true');
  await expect(page.getByTestId('viewed-as')).toContainText('written down');
  // At the first entry nothing is known yet; at the last but the look everything is.
  await expect(page.locator('tr[data-check="MRZ_CHECK_DIGITS"]')).toHaveAttribute('data-state', 'UNKNOWN');
  for (let step = 0; step < 60; step++) await page.keyboard.press('ArrowRight');
  await expect(page.locator('tr[data-check="MRZ_CHECK_DIGITS"]')).toHaveAttribute('data-state', 'PASSED');
  await page.keyboard.press('F3');
  await page.keyboard.press('Space');
  await expect(page.locator('tr[data-check="MRZ_CHECK_DIGITS"]')).toHaveAttribute('data-state', 'PASSED', {
    timeout: 15_000,
  });
  await expect(page.locator('body')).not.toContainText(/discreet/i);

  await page.keyboard.press('F8');
  await page.getByRole('textbox', { name: 'Remark' }).fill('Seen, in order.');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-zone="Z3"]')).toContainText('The remark is written');
});
