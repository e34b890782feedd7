import type { Page } from '@playwright/test';
import { expect, lay, signIn, startLane, test } from './lane.ts';

const zone = (page: Page, name: string) => page.locator(`[data-zone="${name}"]`);

/** Fills the form of the counters that is open and sends it. */
async function writeCounters(page: Page, stampsFrom: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Stamps, first number').fill(stampsFrom);
  await dialog.getByLabel('Stamps, last number').fill('A0200');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
}

/** Presses the closing act once it has been open for so long that it counts. */
async function close(page: Page, testId: string): Promise<void> {
  await expect(page.getByTestId(testId)).toHaveAttribute('aria-disabled', 'false');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
}

async function begin(page: Page, stampsFrom: string): Promise<void> {
  await page.keyboard.press('Control+h');
  await expect(zone(page, 'Z3')).toContainText('Nobody has the shift');
  await close(page, 'begin-shift');
  await writeCounters(page, stampsFrom);
  await expect(zone(page, 'Z3')).toContainText('Officer 0412 has the shift');
}

test('a shift is begun and handed over by keys: each item is answered, both sign, the session passes, the report stands there', async ({
  page,
  lane,
}) => {
  test.setTimeout(150_000);
  await signIn(page, lane);
  await begin(page, 'A0101');
  await page.keyboard.press('Control+m');
  await lay(page, 'citizen');
  await expect(page.getByTestId('document-number')).toHaveText('X0000001');
  await close(page, 'clear');
  await expect(page.getByTestId('document-number')).toBeHidden();
  await lay(page, 'foreigner');
  await expect(page.getByTestId('document-number')).toBeVisible();
  await page.keyboard.press('F8');
  await page.getByRole('dialog').getByRole('button').first().click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('document-number')).toBeHidden();

  await page.keyboard.press('Control+h');
  await expect(zone(page, 'Z3')).toContainText('Officer 0412 has the shift');
  await page.keyboard.press('F2');
  await page.getByRole('dialog').getByLabel('Instructions').fill('the printer is slow');
  await writeCounters(page, 'A0102');
  await expect(zone(page, 'Z4')).toContainText('the printer is slow');
  const item = (kind: string) => zone(page, 'Z4').locator(`[data-item^="${kind}"]`);
  await expect(item('SECOND_LINE')).toContainText('0412');
  await expect(item('SECOND_LINE')).toHaveAttribute('data-chosen', 'true');
  await page.keyboard.press('F4');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('not seen yet');
  await page.keyboard.press('Control+Enter');
  await expect(item('SECOND_LINE')).toContainText('not seen yet');
  await page.keyboard.press('ArrowDown');
  await expect(item('UNSYNCHRONISED')).toHaveAttribute('data-chosen', 'true');
  await page.keyboard.press('F3');
  await expect(item('UNSYNCHRONISED')).toContainText('Taken over');
  // A person may not be left without an owner.
  await expect(zone(page, 'Z3')).toContainText('A case has no owner');
  await expect(page.getByTestId('sign-shift')).toHaveAttribute('aria-disabled', 'true');
  await item('SECOND_LINE').getByRole('button').click();
  await page.keyboard.press('F3');
  await expect(item('SECOND_LINE')).toContainText('Taken over');
  await expect(zone(page, 'Z3')).toContainText('both sign');

  await close(page, 'sign-shift');
  await dialog.getByLabel('Number of the incoming officer').fill('0413');
  await dialog.getByLabel('PIN').fill('000000');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).not.toBeEmpty();
  await dialog.getByLabel('PIN').fill('413413');
  await page.keyboard.press('Control+Enter');
  // The lane is the next officer's at that moment, who begins at the counter; the report stands in the shift.
  await expect(page.getByRole('banner')).toContainText('Officer 0413');
  await expect(zone(page, 'Z3')).toContainText('Lane ready');
  await page.keyboard.press('Control+h');
  await expect(zone(page, 'Z3')).toContainText('Officer 0413 has the shift');
  const report = page.getByTestId('shift-report');
  await expect(report).toContainText('0413');
  await expect(report).toContainText('1 citizen, 0 foreigners');
  await expect(report).toContainText('0 citizens, 1 foreigner');
  await expect(zone(page, 'Z5')).toContainText('A0102');
  // Nobody may close over a person whom the second line has not taken yet.
  await page.keyboard.press('F9');
  await expect(dialog.getByLabel('Stamps, first number')).toHaveValue('A0102');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toContainText('Cases are open');
});

test('a shift that nobody follows is closed with its counters; a killed booth has it closed, with the report', async ({
  page,
  lane,
}) => {
  test.setTimeout(150_000);
  await signIn(page, lane);
  await begin(page, 'A0101');
  await page.keyboard.press('F9');
  await writeCounters(page, 'A0111');
  await expect(zone(page, 'Z3')).toContainText('Nobody has the shift');
  await expect(page.getByTestId('shift-report')).toContainText('0412');
  await lane.kill();
  const again = await startLane(lane.directory);
  try {
    await signIn(page, again);
    await page.keyboard.press('Control+h');
    await expect(zone(page, 'Z3')).toContainText('Nobody has the shift');
    await expect(page.getByTestId('shift-report')).toContainText('0412');
    await close(page, 'begin-shift');
    await expect(page.getByRole('dialog').getByLabel('Stamps, first number')).toHaveValue('A0111');
  } finally {
    await again.stop();
  }
});
