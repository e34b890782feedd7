import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { addDays } from '../../core/domain/entry/calendar.ts';
import { test as changedLaw, dropPackages, PEOPLE, SECOND_HEAD } from './changed_law.ts';
import { expect, signIn as signInOfficer, test } from './lane.ts';
import { laid, playScenario } from './scenarios/play.ts';
import { TODAY } from './scenarios/training_data.ts';

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

const z3 = (page: Page) => page.locator('[data-zone="Z3"]');
/** The last day of a stay that begins today, the day of entry counted. */
const stay = (days: number): string =>
  addDays(TODAY, days - 1)
    .split('-')
    .reverse()
    .join('/');

/** Locks the window, signs the next person in and opens a page of the desk. */
async function pageOf(page: Page, name: string, number: string, pin: string): Promise<void> {
  await page.keyboard.press('Control+l');
  await signIn(page, number, pin);
  await expect(z3(page)).toBeVisible({ timeout: 30_000 });
  if (!(await page.getByTestId(`page-${name}`).isVisible())) await page.keyboard.press('Control+m');
  await page.getByTestId(`page-${name}`).click();
}

/** Finds a case by its record number, for a reason, and opens it. */
async function openCase(page: Page, recordNumber: string): Promise<void> {
  await page.getByLabel('Reason for looking').fill('complaint 44/2026');
  await page.getByRole('textbox', { name: 'Record number' }).fill(recordNumber);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator(`[data-record="${recordNumber}"]`)).toBeVisible();
  await page.waitForTimeout(450);
  await page.getByTestId('open-case').click();
  await expect(page.getByTestId('proof')).toHaveAttribute('data-ok', 'true');
}

/** The law of the packages in the drop folder is taken in and put in force by both heads of unit. */
async function changeLaw(page: Page): Promise<void> {
  await pageOf(page, 'rules', '0200', '200200');
  await expect(page.locator('[data-version]').first()).toBeVisible();
  await page.keyboard.press('F5');
  await page.locator('[data-file="law.rules"]').getByRole('button').click();
  await page.locator('[data-version]').nth(1).click();
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await expect(z3(page)).toContainText('waits for the head of unit');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel("Head of unit's number").fill(SECOND_HEAD[0]);
  await dialog.getByLabel('PIN').fill(SECOND_HEAD[1]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(z3(page)).toContainText('Signed by');
}

changedLaw(
  'a case from before a change of law shows the law of its day, and is handed out to two persons',
  async ({ page, lane }) => {
    changedLaw.setTimeout(120_000);
    await signInOfficer(page, lane);
    await playScenario(page, PEOPLE.french);
    await dropPackages(lane);
    await changeLaw(page);

    await pageOf(page, 'replay', '0777', '777000');
    await openCase(page, 'A07-000001');
    const today = page.getByTestId('today');
    // Of its day: forty-five days, judged again by the very rules of then; today it would be thirty.
    await expect(page.locator('[data-zone="Z2"]')).toContainText(stay(45));
    await expect(today).toHaveAttribute('data-again', 'SAME');
    await expect(today).toHaveAttribute('data-same', 'false');
    await expect(today).toContainText(`Clear until ${stay(30)}`);
    await page.keyboard.press('F7');
    const papers = page.locator('[data-zone="Z4"]');
    await expect(papers).toContainText(`Clear until ${stay(45)}`);
    await expect(papers).toContainText('Resolution 44/NQ-CP (7 Mar 2025), Art. 1');
    await expect(papers).toContainText('exemption.res-44-2025');
    const facts = page.getByTestId('facts-then');
    await expect(facts).toContainText('person.nationality FRA');
    await expect(facts).toContainText('document.kind ordinary passport');
    // Which lists were asked, by version, stands there without a word of any that is discreet.
    await expect(papers.getByRole('listitem').filter({ hasText: 'FRA' })).toHaveCount(1);
    await expect(page.locator('body')).not.toContainText(/discreet|silent/i);

    await page.keyboard.press('F9');
    const dialog = page.getByRole('dialog');
    const second = async (number: string, pin: string) => {
      await dialog.getByLabel("Second person's number").fill(number);
      await dialog.getByLabel('PIN').fill(pin);
      await page.keyboard.press('Control+Enter');
    };
    await second('0777', '777000');
    await expect(dialog.getByRole('alert')).toContainText(/another person|same person/i);
    await second('0412', '246810');
    await expect(dialog.getByRole('alert')).toContainText('may not replay cases');
    await second('0301', '000000');
    await expect(dialog.getByRole('alert')).toContainText('4 attempts left');
    const downloading = page.waitForEvent('download');
    await second('0301', '135791');
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('case-A07-000001.json');
    const text = await readFile(await download.path(), 'utf8');
    const exported = JSON.parse(text);
    expect(exported).toMatchObject({
      ...{ recordNumber: 'A07-000001', outcome: 'CLEARED', decidedBy: '0412', exportedBy: ['0777', '0301'] },
      law: { again: 'SAME', said: { outcome: 'clear', stayUntil: addDays(TODAY, 44) } },
      proof: { ok: true, broken: [] },
    });
    expect(text).not.toMatch(/discreet|silent|246810|135791|777000/i);
    // The chain of the case can be walked in the file: each entry names the one before it.
    expect(exported.moments.length).toBeGreaterThan(10);
    await expect(z3(page)).toContainText(`Exported: entry ${exported.entry}`);

    // Whoever opens it next sees who has looked, why, and to whom it was given.
    await page.keyboard.press('F2');
    await openCase(page, 'A07-000001');
    const events: string[] = [];
    const entry = page.getByTestId('entry');
    for (let step = 0; step < 80; step++) {
      const said = (await page.locator('[data-zone="Z5"]').textContent()) ?? '';
      const seq = (await entry.getAttribute('data-seq')) ?? '';
      if (events.length > 0 && events.at(-1)?.startsWith(`${seq}:`)) break;
      events.push(`${seq}:${said}`);
      await page.keyboard.press('ArrowRight');
    }
    expect(events.find((one) => one.includes('CASE_VIEWED'))).toContain('complaint 44/2026');
    expect(events.find((one) => one.includes('CASE_EXPORTED'))).toContain('0301');

    // The next of the same nationality is judged by the new law, and the replay says that nothing has changed since.
    await page.keyboard.press('Control+l');
    await signIn(page, '0412', '246810');
    // A document that is laid while nobody works the lane is nobody's.
    await expect(z3(page)).toContainText('Lane ready', { timeout: 30_000 });
    await laid(page, PEOPLE.nextFrench);
    await page.waitForTimeout(450);
    await page.keyboard.press('F12');
    await expect(page.getByTestId('clear')).toContainText('No case');
    await pageOf(page, 'replay', '0777', '777000');
    await openCase(page, 'A07-000002');
    await expect(page.locator('[data-zone="Z2"]')).toContainText(stay(30));
    await expect(today).toHaveAttribute('data-same', 'true');
  },
);
