import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { test as base, expect, lay, type RunningLane } from './lane.ts';

/** Signs the demo technician in, in English. */
async function signInTechnician(page: Page, lane: RunningLane): Promise<void> {
  await page.goto(lane.url);
  await page.getByRole('button', { name: 'English' }).click();
  await signInAgain(page, '0901', '909090');
  // The window opens on whatever is worst just then; these tests are about the reader.
  await page.locator('[data-device="mrz-reader"] button').click({ timeout: 20_000 });
}

async function signInAgain(page: Page, number: string, pin: string): Promise<void> {
  await page.getByLabel('Officer number').fill(number);
  await page.getByLabel('PIN').fill(pin);
  await page.getByRole('button', { name: /Sign in/ }).click();
  // The keys of a screen count from when it stands there; a PIN is slow to check on purpose, slower on a busy machine.
  await expect(page.getByLabel('Officer number')).toBeHidden({ timeout: 30_000 });
}

async function switchService(page: Page, key: 'F9' | 'F12', reason: string): Promise<void> {
  const act = page.getByTestId(key === 'F9' ? 'close-lane' : 'reopen-lane');
  await expect(act).toHaveAttribute('aria-disabled', 'false');
  // The closing act counts only after it has been open for a while.
  await page.waitForTimeout(450);
  await page.keyboard.press(key);
  await page.getByLabel('Reason').fill(reason);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator(`[data-service="${key === 'F9' ? 'closed' : 'open'}"]`)).toBeVisible();
}

const test = base.extend<{ technician: Page }>({
  technician: async ({ page, lane }, use) => {
    await signInTechnician(page, lane);
    await use(page);
  },
});

const attention = (page: Page) => page.locator('[data-zone="Z3"]');
const fineFor = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
};

test('a technician sees the devices and nothing of a lane, and every page by its key', async ({ technician }) => {
  await expect(technician.locator('[data-device="mrz-reader"]')).toContainText('Elyctis');
  await expect(technician.getByTestId('clear')).toHaveCount(0);
  await expect(technician.locator('[data-service="open"]')).toBeVisible();
  for (const [key, says] of [
    ['F2', /not in use yet|No new device/],
    ['F3', 'Settings of the devices'],
    ['F4', 'Listening: mrz-reader'],
    ['F6', 'Guided self test'],
    ['F7', 'Maintenance journal'],
  ] as const) {
    await technician.keyboard.press(key);
    await expect(attention(technician)).toContainText(says);
    await fineFor(technician);
  }
  await technician.keyboard.press('Escape');
  await expect(technician.locator('[data-device="mrz-reader"]')).toBeVisible();
});

test('out of service: the reason stands in the log, and the traveller is sent to another counter', async ({
  technician,
  lane,
  browser,
}) => {
  const place = await browser.newContext();
  const traveller = await place.newPage();
  await traveller.goto(await lane.urlFor('gate'));
  // The page follows from the window's role; it asks for nothing and takes nothing in.
  await expect(traveller.locator('[data-moment]')).toHaveAttribute('data-moment', 'CLOSED');
  await expect(traveller.getByRole('textbox')).toHaveCount(0);
  await technician.keyboard.press('Control+l');
  await signInAgain(technician, '0412', '246810');
  await expect(traveller.locator('[data-moment]')).toHaveAttribute('data-moment', 'WELCOME');
  await expect(traveller.locator('main')).toContainText('Mời đến quầy');
  await technician.keyboard.press('Control+l');
  await signInAgain(technician, '0901', '909090');
  await expect(technician.locator('[data-device="mrz-reader"]')).toBeVisible();
  await switchService(technician, 'F9', 'Thay cáp máy đọc');
  await expect(technician.locator('[data-service="closed"]')).toBeVisible();
  await technician.keyboard.press('Control+l');
  await signInAgain(technician, '0412', '246810');
  await expect(technician.getByTestId('clear')).toBeVisible();
  await expect(traveller.locator('[data-moment]')).toHaveAttribute('data-moment', 'CLOSED');
  await expect(traveller.locator('main')).toContainText('Go to another counter');
  await traveller.reload();
  await expect(traveller.locator('[data-moment]')).toHaveAttribute('data-moment', 'CLOSED');
  await fineFor(traveller);
  await technician.keyboard.press('Control+l');
  await signInAgain(technician, '0901', '909090');
  await expect(technician.locator('[data-device="mrz-reader"]')).toBeVisible();
  await technician.keyboard.press('F7');
  await expect(technician.locator('[data-event="SERVICE_SWITCHED"]').first()).toContainText('Thay cáp máy đọc');
  await technician.keyboard.press('Escape');
  await switchService(technician, 'F12', 'Cáp mới');
  await expect(technician.locator('[data-service="open"]')).toBeVisible();
  await place.close();
});

test('a setting is tried, prolonged once, rolled back by Esc, tried again and kept when the evidence is there', async ({
  technician,
}) => {
  await technician.keyboard.press('F3');
  const field = technician.locator('[data-option="options.heartbeatMs"] input');
  await expect(field).toHaveValue(/^\d+$/);
  const usual = await field.inputValue();
  await field.fill('5');
  await expect(technician.locator('[data-option="options.heartbeatMs"]')).toContainText('Outside the range');
  await expect(technician.getByTestId('try-settings')).toHaveAttribute('aria-disabled', 'true');
  await field.fill('700');
  await expect(technician.locator('[data-option="options.heartbeatMs"]')).toContainText(`was ${usual}`);
  await technician.keyboard.press('F9');
  await expect(attention(technician)).toContainText('New settings on trial');
  await technician.keyboard.press('F8');
  await expect(technician.getByTestId('extend-trial')).toContainText('Used once already');
  await expect(technician.locator('[data-evidence="mrz-reader"]')).toBeVisible();
  await fineFor(technician);
  await technician.keyboard.press('Escape');
  await expect(attention(technician)).toContainText('Settings of the devices');
  await expect(technician.getByTestId('keep-settings')).toHaveAttribute('aria-disabled', 'true');
  // What was typed is still there, and still not what is kept.
  await expect(field).toHaveValue('700');
  await technician.keyboard.press('F9');
  await expect(technician.getByTestId('keep-settings')).toHaveAttribute('aria-disabled', 'false', { timeout: 25_000 });
  await technician.waitForTimeout(450);
  await technician.keyboard.press('F12');
  await expect(attention(technician)).toContainText('Settings of the devices');
  await expect(field).toHaveValue('700');
  await expect(technician.locator('[data-changed="true"]')).toHaveCount(0);
  await technician.keyboard.press('F7');
  await expect(technician.locator('[data-event="SETTINGS_ROLLED_BACK"]')).toContainText('700');
  await expect(technician.locator('[data-event="SETTINGS_KEPT"]')).toContainText('700');
});

test('the wire shows both directions live, and a laid document only as covered cells', async ({ technician }) => {
  await technician.keyboard.press('F4');
  await expect(technician.locator('[data-kind="frame"]').first()).toBeVisible();
  await lay(technician, 'citizen');
  await technician.getByRole('button', { name: /No heartbeats/ }).click();
  const covered = technician.locator('tr:has([data-covered])').last();
  await expect(covered).toBeVisible();
  await covered.getByRole('button').click();
  await expect(technician.locator('[data-zone="Z5"] [data-covered]').first()).toBeVisible();
  // Name, number and birth date of the citizen of the demo, as text and as the bytes of text.
  const words = (await technician.locator('body').innerText()).toUpperCase();
  for (const secret of ['NGUYEN', 'VNM', '<<']) {
    expect(words).not.toContain(secret);
    expect(words.replaceAll(' ', '')).not.toContain(Buffer.from(secret).toString('hex').toUpperCase());
  }
  await technician.locator('body').press('m');
  await expect(technician.locator('[data-kind="mark"]')).toContainText('#1');
  await technician.locator('[data-zone="Z3"]').click();
  await technician.keyboard.press('Space');
  await expect(attention(technician)).toContainText('Paused');
  await fineFor(technician);
  const download = technician.waitForEvent('download');
  await technician.keyboard.press('F8');
  expect((await download).suggestedFilename()).toMatch(/mrz-reader-wire\.jsonl$/);
  await technician.keyboard.press('F9');
  await expect(technician.getByRole('dialog')).toContainText('Firmware');
});

test('a recording of a device is played against its driver, away from the lane', async ({ technician }) => {
  await technician.keyboard.press('F4');
  await expect(technician.locator('[data-kind="frame"]').first()).toBeVisible();
  await technician.keyboard.press('F5');
  await expect(attention(technician)).toContainText('Listening and recording');
  await expect(technician.locator('[data-kind="opened"]').last()).toBeVisible();
  await technician.waitForTimeout(2_500);
  await technician.keyboard.press('F5');
  await technician.getByRole('button', { name: 'Replay' }).click();
  await expect(technician.getByRole('dialog')).toContainText('The same', { timeout: 20_000 });
  await technician.keyboard.press('Escape');
  await expect(technician.getByRole('dialog')).toBeHidden();
});

/** Does every act of the demo's lane until the test is over: lays the specimen, skips the code, judges what eyes must. */
async function doEveryAct(page: Page): Promise<void> {
  const over = page.getByTestId('sign-self-test').and(page.locator('[aria-disabled="false"]'));
  const specimen = attention(page).filter({ hasText: 'Waiting for the specimen' });
  const code = attention(page).filter({ hasText: 'Waiting for the test code' });
  const judged = page.getByTestId('judge-good');
  for (let acts = 0; acts < 20; acts++) {
    await expect(specimen.or(code).or(judged).or(over).first()).toBeVisible({ timeout: 25_000 });
    if (await over.isVisible()) return;
    const step = await page.locator('tr[aria-current="step"]').getAttribute('data-step');
    if (await specimen.isVisible()) await lay(page, 'specimen');
    else if (await code.isVisible()) {
      await page.keyboard.press('s');
      await page.getByLabel('Reason').fill('Không có mã mẫu');
      await page.keyboard.press('Control+Enter');
    } else await page.keyboard.press('1');
    await expect(page.locator(`tr[data-step="${step}"]`)).toHaveAttribute('data-result', /PASSED|SKIPPED/);
  }
}

test('the self test goes on by itself when the specimen lies there, is signed, and says what was skipped', async ({
  technician,
}) => {
  await technician.keyboard.press('F6');
  await expect(technician.getByTestId('start-self-test')).toHaveAttribute('aria-disabled', 'true');
  await technician.keyboard.press('Escape');
  await switchService(technician, 'F9', 'Tự kiểm tra');
  await technician.keyboard.press('F6');
  await technician.keyboard.press('F9');
  await expect(attention(technician)).toContainText('Waiting for the specimen', { timeout: 20_000 });
  await expect(technician.getByTestId('sign-self-test')).toContainText('Waiting:');
  await fineFor(technician);
  await doEveryAct(technician);
  await expect(technician.locator('[data-step="guide.specimen"]')).toHaveAttribute('data-result', 'PASSED');
  await expect(technician.locator('[data-step="guide.code"]')).toContainText('Không có mã mẫu');
  await expect(attention(technician)).toContainText('1 skipped');
  await expect(attention(technician)).not.toContainText('All');
  await technician.waitForTimeout(450);
  await technician.keyboard.press('F12');
  await expect(attention(technician)).toContainText('Signed by 0901');
  await technician.keyboard.press('F7');
  await expect(technician.locator('[data-event="SELF_TEST_SIGNED"]')).toBeVisible();
  await technician.keyboard.press('F10');
  await technician.getByRole('textbox').fill('Đã thay cáp máy đọc');
  await technician.keyboard.press('Control+Enter');
  await expect(technician.locator('[data-event="MAINTENANCE_NOTE"]')).toContainText('Đã thay cáp máy đọc');
});

test('Enter decides nothing on any page of the technician', async ({ technician }) => {
  for (const [page, act] of [
    ['Escape', 'close-lane'],
    ['F2', 'add-found'],
    ['F3', 'try-settings'],
    ['F4', 'ask-device'],
    ['F6', 'start-self-test'],
    ['F7', 'add-note'],
  ] as const) {
    await technician.keyboard.press(page);
    await technician.getByTestId(act).focus();
    await technician.keyboard.press('Enter');
    await expect(technician.getByRole('dialog')).toBeHidden();
  }
  await expect(technician.locator('[data-service="open"]')).toBeVisible();
});
