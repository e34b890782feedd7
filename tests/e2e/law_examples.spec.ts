import { expect, type Page } from '@playwright/test';
import { glowDifference } from './fit.ts';
import { show, test } from './shown_example.ts';
import { largestWarmArea } from './warm_areas.ts';

const calls = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.dataset.calls ?? '');
const work = (page: Page) => page.locator('[data-zone="Z4"]');

test('F6 shows the basis of entry, F6 again states a fact, Ctrl 1 and Esc go back to the checks', async ({
  page,
  examples,
}) => {
  await show(page, examples, 'law-clear');
  await expect(page.locator('[data-check="VALIDITY"]')).toBeVisible();
  await page.keyboard.press('F6');
  await expect(work(page)).toContainText('Basis of entry');
  await expect(page.locator('[data-basis="VISA"]')).toHaveAttribute('data-answer', 'APPLIES');
  await page.keyboard.press('F6');
  await expect(page.getByRole('dialog')).toContainText('Visa and further papers');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(work(page)).toContainText('Basis of entry');
  await page.keyboard.press('Control+1');
  await expect(page.locator('[data-check="VALIDITY"]')).toBeVisible();
  await page.keyboard.press('F6');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-check="VALIDITY"]')).toBeVisible();
  expect(await calls(page)).toBe('');
});

test('a fact is stated by keyboard alone; what is not right is said at its field and nothing is sent', async ({
  page,
  examples,
}) => {
  await show(page, examples, 'facts-visa');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('4 fields are not right yet');
  expect(await calls(page)).toBe('');
  await page.keyboard.press('Tab');
  await page.keyboard.type('e7654321');
  await page.keyboard.press('Tab');
  await page.keyboard.type('dl');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('01112026');
  await page.keyboard.press('Tab');
  await page.keyboard.type('31/02/2027');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('One field is not right yet');
  expect(await calls(page)).toBe('');
  await page.getByLabel('Valid until').fill('28/02/2027');
  await page.keyboard.press('Enter');
  expect(await calls(page)).toBe('');
  await page.keyboard.press('Control+Enter');
  expect(await calls(page)).toBe('lane.state ');
});

test('a proposal needs words of what was found; Enter and figures typed in it send nothing', async ({
  page,
  examples,
}) => {
  await show(page, examples, 'refusal-none');
  await expect(work(page)).toContainText('all 8 tried');
  await page.keyboard.press('F9');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Write down what was found');
  await page.getByLabel('What was found').fill('Visa used 12 days ago');
  await page.getByLabel('Return flight').fill('XZ 418');
  await page.keyboard.press('Enter');
  expect(await calls(page)).toBe('');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('What was found')).toBeHidden();
  await page.keyboard.press('F9');
  await page.getByLabel('What was found').fill('Visa used 12 days ago');
  await page.keyboard.press('Control+Enter');
  expect(await calls(page)).not.toBe('');
});

test('one key says whether the destination admits, and only where it is asked', async ({ page, examples }) => {
  await show(page, examples, 'law-clear');
  await page.keyboard.press('1');
  await page.waitForTimeout(100);
  expect(await calls(page)).toBe('');
  await show(page, examples, 'law-destination');
  await page.keyboard.press('3');
  // What a reader types in one burst answers nothing.
  await page.waitForTimeout(100);
  await page.keyboard.type('1234');
  await page.waitForTimeout(100);
  expect(await calls(page)).toBe('');
  await page.keyboard.press('1');
  await expect.poll(() => calls(page)).toBe('lane.state ');
});

test('what a posture asks for is confirmed by key; a second officer gives number and PIN', async ({
  page,
  examples,
}) => {
  await show(page, examples, 'law-demands');
  await page.keyboard.press('Control+e');
  expect(await calls(page)).toBe('lane.meetDemand ');
  await show(page, examples, 'law-second-officer');
  await page.getByLabel('Officer number').fill('0413');
  await page.getByLabel('PIN').fill('413413');
  await page.keyboard.press('Enter');
  expect(await calls(page)).toBe('');
  await page.keyboard.press('Control+Enter');
  expect(await calls(page)).toBe('lane.meetDemand ');
});

test('Enter decides nothing on the pages of the law', async ({ page, examples }) => {
  for (const state of [
    'law-basis',
    'law-destination',
    'law-demands',
    'refusal-proposal',
    'overstay-open',
    'facts-visa',
  ]) {
    await show(page, examples, state);
    await page.waitForTimeout(450);
    for (let step = 0; step < 30; step++) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }
    // Reading again and following the file of the case decide nothing.
    const decided = (await calls(page)).replaceAll(/lane\.reread |decisions\.ofClearance /g, '');
    expect(decided, state).toBe('');
  }
});

test('the pages of the law keep every zone in its place', async ({ page, examples }) => {
  const places = () =>
    Promise.all(
      ['Z1', 'Z2', 'Z3', 'Z4', 'Z5', 'Z6'].map((zone) => page.locator(`[data-zone="${zone}"]`).boundingBox()),
    );
  await show(page, examples, 'law-clear');
  const before = await places();
  for (const key of ['F6', 'F9', 'F9', 'Control+1']) {
    await page.keyboard.press(key);
    expect(await places(), key).toEqual(before);
  }
});

for (const theme of ['light', 'dark'] as const) {
  test(`from two metres a person the law holds back looks like any other (${theme})`, async ({ page, examples }) => {
    await show(page, examples, 'law-clear', 'vi', theme);
    const clear = await page.screenshot();
    await show(page, examples, 'law-basis', 'vi', theme);
    const basis = await page.screenshot();
    for (const [state, like] of [
      ['law-suspended', clear],
      ['law-minor', basis],
      ['refusal-none', basis],
    ] as const) {
      await show(page, examples, state, 'vi', theme);
      const picture = await page.screenshot();
      expect(await glowDifference(page, like, picture), state).toBeLessThanOrEqual(1.5);
      const { width, height } = await largestWarmArea(page, picture);
      expect(Math.max(width, height), state).toBeLessThanOrEqual(32);
    }
  });
}
