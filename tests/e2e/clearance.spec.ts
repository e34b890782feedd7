import AxeBuilder from '@axe-core/playwright';
import { expect, lay, signIn, startLane, test } from './lane.ts';

test('a clean citizen is cleared with F12, and the record is proven', async ({ officer }) => {
  await lay(officer, 'citizen');
  await expect(officer.getByTestId('document-number')).toHaveText('X0000001');
  await expect(officer.locator('[data-check="MRZ_CHECK_DIGITS"]')).toContainText('Passed');
  await expect(officer.locator('[data-check="LOCAL_LISTS"]')).toContainText('Passed');
  await expect(officer.locator('[data-check="CHIP_ACCESS"]')).toContainText('Not performed');
  await expect(officer.getByTestId('propose-refusal')).toContainText('citizen');
  const clear = officer.getByTestId('clear');
  await expect(clear).toBeEnabled();
  await officer.keyboard.press('Enter');
  await expect(officer.getByTestId('document-number')).toBeVisible();
  await officer.waitForTimeout(450);
  await officer.keyboard.press('F12');
  await expect(officer.getByTestId('document-number')).toBeHidden();
  await expect(officer.locator('[data-zone="Z3"]')).toContainText('A07-000001');
});

test('F12 pressed before the button has been open for 400 ms does nothing', async ({ officer }) => {
  await lay(officer, 'foreigner');
  await officer.getByTestId('document-number').waitFor();
  await officer.evaluate(() => {
    const button = document.querySelector('[data-testid="clear"]');
    const press = () => {
      if (button?.getAttribute('aria-disabled') === 'true' || (button as HTMLButtonElement | null)?.disabled)
        return requestAnimationFrame(press);
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F12', bubbles: true }));
    };
    press();
  });
  await officer.waitForTimeout(200);
  await expect(officer.getByTestId('document-number')).toBeVisible();
});

test('an expired passport cannot be cleared and is referred with F8', async ({ officer }) => {
  await lay(officer, 'expired');
  await expect(officer.locator('[data-check="VALIDITY"]')).toContainText('Failed');
  await officer.waitForTimeout(450);
  await officer.keyboard.press('F12');
  await expect(officer.getByTestId('document-number')).toHaveText('N1234567');
  await officer.keyboard.press('F8');
  const dialog = officer.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await officer.keyboard.press('1');
  await officer.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(officer.getByTestId('document-number')).toBeHidden();
});

for (const [document, check] of [
  ['check-digit', 'MRZ_CHECK_DIGITS'],
  ['specimen', 'VALIDITY'],
  ['stolen', 'LOST_REVOKED'],
] as const) {
  test(`${document}: Clear stays closed and says why`, async ({ officer }) => {
    await lay(officer, document);
    await expect(officer.locator(`[data-check="${check}"]`)).toContainText('Failed');
    await expect(officer.getByTestId('clear')).not.toHaveText(/^\s*$/);
    await officer.waitForTimeout(450);
    await officer.keyboard.press('F12');
    await expect(officer.getByTestId('document-number')).toBeVisible();
  });
}

test('a name that only resembles one: compared, told apart with 2, then cleared', async ({ officer }) => {
  await lay(officer, 'resembles');
  await expect(officer.locator('[data-zone="Z3"]')).toContainText('1 point to compare');
  await expect(officer.locator('body')).not.toContainText(/\b(hit|wanted|alert)\b/i);
  await officer.keyboard.press('2');
  await expect(officer.getByTestId('clear')).toBeEnabled();
  await officer.waitForTimeout(450);
  await officer.keyboard.press('F12');
  await expect(officer.locator('[data-zone="Z3"]')).toContainText('A07-000001');
});

test('a namesake told apart once is not stopped again; taken back, the entry asks again', async ({ officer }) => {
  await lay(officer, 'resembles');
  await expect(officer.locator('[data-zone="Z3"]')).toContainText('to compare');
  await officer.keyboard.press('2');
  await expect(officer.getByTestId('clear')).toHaveAttribute('aria-disabled', 'false');
  await officer.waitForTimeout(450);
  await officer.keyboard.press('F12');
  await expect(officer.getByTestId('document-number')).toBeHidden();
  await lay(officer, 'citizen');
  await expect(officer.getByTestId('clear')).toHaveAttribute('aria-disabled', 'false');
  await officer.waitForTimeout(450);
  await officer.keyboard.press('F12');
  await expect(officer.getByTestId('document-number')).toBeHidden();
  await lay(officer, 'resembles');
  await expect(officer.getByTestId('told-apart-note')).toContainText('officer 0412');
  await expect(officer.getByTestId('clear')).toHaveAttribute('aria-disabled', 'false');
  await officer.keyboard.press('F7');
  await officer.keyboard.press('Control+u');
  await officer.keyboard.press('1');
  await officer.keyboard.press('Control+Enter');
  await expect(officer.locator('[data-zone="Z3"]')).toContainText('1 point to compare');
  await expect(officer.getByTestId('clear')).toHaveAttribute('aria-disabled', 'true');
});

test('a certain match is told apart only when a supervisor confirms at the desk', async ({ officer }) => {
  await lay(officer, 'true-match');
  await expect(officer.locator('[data-zone="Z3"]')).toContainText('to compare');
  await officer.keyboard.press('2');
  const dialog = officer.getByRole('dialog');
  await officer.getByLabel('Officer number').fill('0412');
  await officer.getByLabel('PIN').fill('246810');
  await officer.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toContainText('someone other than');
  await officer.getByLabel('Officer number').fill('0301');
  await officer.getByLabel('PIN').fill('135791');
  await officer.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(officer.getByTestId('clear')).toHaveAttribute('aria-disabled', 'false');
  await officer.waitForTimeout(450);
  await officer.keyboard.press('F12');
  await expect(officer.locator('[data-zone="Z3"]')).toContainText('A07-000001');
});

test('a person who is on a list: same person closes Clear for good', async ({ officer }) => {
  await lay(officer, 'true-match');
  await expect(officer.locator('[data-zone="Z3"]')).toContainText('to compare');
  await officer.keyboard.press('1');
  await officer.waitForTimeout(450);
  await officer.keyboard.press('F12');
  await expect(officer.getByTestId('document-number')).toHaveText('X0000777');
});

test('a discreet entry leaves the screen as it is for anyone else', async ({ officer }) => {
  await lay(officer, 'quiet');
  await expect(officer.getByTestId('clear')).toBeEnabled();
  await expect(officer.locator('[data-zone="Z3"]')).toContainText('Stay permitted until');
});

test('everything works with the mouse, and both languages switch at once', async ({ officer }) => {
  await lay(officer, 'foreigner');
  await expect(officer.getByTestId('clear')).toBeEnabled();
  await officer.waitForTimeout(450);
  await officer.getByTestId('clear').click();
  await expect(officer.locator('[data-zone="Z3"]')).toContainText('A07-000001');
});

test('a lane killed with a case open brings the case back', async ({ page, lane }) => {
  await signIn(page, lane);
  await lay(page, 'resembles');
  await expect(page.locator('[data-zone="Z3"]')).toContainText('to compare');
  await lane.kill();
  const again = await startLane(lane.directory);
  try {
    await signIn(page, again);
    await expect(page.getByTestId('document-number')).toHaveText('X0000452');
    await page.keyboard.press('2');
    await page.waitForTimeout(500);
    await page.keyboard.press('F12');
    await expect(page.locator('[data-zone="Z3"]')).toContainText('A07-000001');
  } finally {
    await again.stop();
  }
});

test('a pulled reader is named, and works again when it is back', async ({ officer }) => {
  await officer.keyboard.press('Control+k');
  await officer.getByTestId('unplug').click();
  await expect(officer.locator('[data-zone="Z2"]')).toContainText(/Disconnected/);
  await officer.getByTestId('replug').click();
  await expect(officer.locator('[data-zone="Z2"]')).toContainText(/Ready/, { timeout: 10_000 });
  await officer.keyboard.press('Control+k');
  await lay(officer, 'citizen');
  await expect(officer.getByTestId('document-number')).toHaveText('X0000001');
});

test('offline the lane goes on and says what to stamp', async ({ officer }) => {
  await officer.keyboard.press('Control+k');
  await officer.getByTestId('network-offline').click();
  await officer.keyboard.press('Control+k');
  await expect(officer.locator('[data-zone="Z1"]')).toContainText('Offline');
  await lay(officer, 'citizen');
  await expect(officer.getByTestId('clear')).toContainText(/stamp/i);
  await officer.waitForTimeout(450);
  await officer.keyboard.press('F12');
  await expect(officer.locator('[data-zone="Z3"]')).toContainText('A07-000001');
});

test('three wrong PINs count down, five lock the account', async ({ page, lane }) => {
  await page.goto(lane.url);
  await page.getByRole('button', { name: 'English' }).click();
  for (let attempt = 1; attempt <= 5; attempt++) {
    await page.getByLabel('Officer number').fill('0412');
    await page.getByLabel('PIN').fill('999999');
    await page.getByRole('button', { name: /Sign in/ }).click();
    await expect(page.getByRole('alert')).toContainText(attempt < 5 ? String(5 - attempt) : /locked/i);
  }
  await page.getByLabel('PIN').fill('246810');
  await page.getByRole('button', { name: /Sign in/ }).click();
  await expect(page.getByRole('alert')).toContainText(/locked/i);
});

test('a live case has no violation that axe can find', async ({ officer }) => {
  await lay(officer, 'resembles');
  await expect(officer.locator('[data-zone="Z3"]')).toContainText('to compare');
  const { violations } = await new AxeBuilder({ page: officer }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
});
