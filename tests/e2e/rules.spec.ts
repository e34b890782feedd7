import type { Page } from '@playwright/test';
import { addDays } from '../../core/domain/entry/calendar.ts';
import { shorterStays, signedRules } from '../../core/rules/testing/signed_rules.ts';
import { AUTHORITY, drop, dropOlder, dropPackages, PEOPLE, SECOND_HEAD, test, YESTERDAY } from './changed_law.ts';
import { expect, signIn } from './lane.ts';
import { laid, playScenario } from './scenarios/play.ts';
import { TODAY } from './scenarios/training_data.ts';

const HEAD = ['0200', '200200'] as const;
const z3 = (page: Page) => page.locator('[data-zone="Z3"]');
const z4 = (page: Page) => page.locator('[data-zone="Z4"]');
const shown = (day: string): string => day.split('-').reverse().join('/');
/** The last day of a stay that begins today, the day of entry counted. */
const stay = (days: number): string => shown(addDays(TODAY, days - 1));

/** Fills in the form of sign-in, whatever language it is in. */
async function enter(page: Page, number: string, pin: string): Promise<void> {
  await page.locator('input').nth(0).fill(number);
  await page.locator('input').nth(1).fill(pin);
  await page.keyboard.press('Enter');
  await expect(z3(page)).toBeVisible({ timeout: 30_000 });
}

/** Locks the window, signs the next person in and opens the page of the rules. */
async function rulesPageOf(page: Page, [number, pin]: readonly [string, string]): Promise<void> {
  await page.keyboard.press('Control+l');
  await enter(page, number, pin);
  if (!(await page.getByTestId('page-rules').isVisible())) await page.keyboard.press('Control+m');
  await page.getByTestId('page-rules').click();
  await expect(z3(page)).toContainText('is in force');
}

/** The officer takes the counter again. */
async function counterOf(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await enter(page, '0412', '246810');
  await expect(page.getByTestId('clear')).toContainText('No case');
}

/** Number and PIN in the dialog that stands open. */
async function confirmWith(page: Page, [number, pin]: readonly [string, string]): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel("Head of unit's number").fill(number);
  await dialog.getByLabel('PIN').fill(pin);
  await page.keyboard.press('Control+Enter');
}

/** What the counter says of the next person, who is let in. */
async function staysUntil(page: Page, person: (typeof PEOPLE)['french'], until: string): Promise<void> {
  await laid(page, person);
  await expect(z3(page)).toContainText('Stay permitted until');
  await expect(z3(page)).toContainText(until);
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await expect(page.getByTestId('clear')).toContainText('No case');
}

async function take(page: Page, file: string): Promise<void> {
  await page.keyboard.press('F5');
  await page.locator(`[data-file="${file}"]`).getByRole('button').click();
}

test('a signed law is rehearsed on what this lane recorded, put in force by two, and taken back', async ({
  page,
  lane,
}) => {
  test.setTimeout(300_000);
  await signIn(page, lane);
  for (const one of [PEOPLE.french, PEOPLE.german, PEOPLE.thai]) await playScenario(page, one);
  await dropPackages(lane);
  await rulesPageOf(page, HEAD);
  const first = (await z3(page).textContent()) ?? '';
  expect(first).toContain('came with the product');

  // What may not be believed is refused with one sentence, and nothing changes.
  for (const [file, sentence] of [
    ['forged.rules', 'The signature does not hold.'],
    ['damaged.rules', 'The package is damaged.'],
    ['late.rules', 'The rules are past the moment by which they were to come into force.'],
  ] as const) {
    await take(page, file);
    await expect(z4(page).getByRole('alert')).toHaveText(sentence);
    await expect(z3(page)).toHaveText(first);
    await expect(page.locator('[data-version]')).toHaveCount(1);
  }

  await take(page, 'law.rules');
  await expect(z4(page)).toContainText('is taken in');
  await expect(page.locator('[data-version]')).toHaveCount(2);
  await expect(z3(page)).toHaveText(first);
  const waiting = page.locator('[data-version]').nth(1);
  await expect(waiting).toContainText(AUTHORITY.name);
  await waiting.click();
  await page.keyboard.press('F6');
  const rehearsed = page.getByTestId('rehearsed');
  await expect(rehearsed).toContainText('2 crossings would have been otherwise');
  // Those of today and the one of yesterday, which the law of yesterday judges as it did.
  await expect(rehearsed).toContainText('4 crossings judged');
  await expect(rehearsed).toContainText('Neither visa nor exemption');
  const differences = page.getByTestId('differences');
  await expect(differences).toContainText(`Clear until ${stay(45)}`);
  await expect(differences).toContainText(`Clear until ${stay(30)}`);
  await expect(differences).toContainText('Propose refusal');
  await expect(differences).not.toContainText('A08-000001');
  const why = page.getByTestId('why');
  await expect(why).toHaveCount(2);
  await expect(why.filter({ hasText: 'Nationalities without DEU · Days 45 → 30' })).toContainText(
    'Exemptions by Viet Nam alone, Resolution 44/NQ-CP',
  );
  await expect(why.filter({ hasText: `14/03/2028 → ${shown(YESTERDAY)}` })).toHaveCount(1);
  // The same in the other language, and no code in either.
  await expect(rehearsed).not.toContainText(/LEGAL_|refusal\./);
  await page.keyboard.press('F1');
  await page.getByRole('dialog').getByRole('button', { name: 'Tiếng Việt' }).click();
  await page.keyboard.press('Escape');
  await expect(rehearsed).toContainText('2 lượt sẽ khác đi');
  await expect(rehearsed).toContainText('Không có thị thực, không được miễn');
  await expect(why.filter({ hasText: 'Quốc tịch bớt DEU · Số ngày 45 → 30' })).toContainText(
    'Đơn phương miễn thị thực, Nghị quyết 44/NQ-CP',
  );
  await expect(rehearsed).not.toContainText(/LEGAL_|Resolution|Art\./);
  await page.keyboard.press('F1');
  await page.getByRole('dialog').getByRole('button', { name: 'English' }).click();
  await page.keyboard.press('Escape');

  // Ordered by one, it waits; whoever ordered it is no second person, and an officer is no head of unit.
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await expect(z3(page)).toContainText('waits for the head of unit');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Rehearsed: 2 crossings would have been otherwise.');
  await confirmWith(page, HEAD);
  await expect(dialog.getByRole('alert')).toContainText(/another person|same person/i);
  await confirmWith(page, ['0412', '246810']);
  await expect(dialog.getByRole('alert')).toContainText('not a head of unit');
  await confirmWith(page, SECOND_HEAD);
  await expect(dialog).toBeHidden();
  await expect(z3(page)).toContainText(`Signed by ${AUTHORITY.name}`);
  await expect(page.locator('[data-zone="Z5"]')).toContainText('0200, 0201');

  // The older package comes too late now, though its signature holds.
  await dropOlder(lane);
  await page.keyboard.press('F2');
  await take(page, 'older.rules');
  await expect(z4(page).getByRole('alert')).toHaveText('The rules are older than those in force.');
  await expect(z3(page)).toContainText(`Signed by ${AUTHORITY.name}`);

  await counterOf(page);
  await staysUntil(page, PEOPLE.nextFrench, stay(30));

  await rulesPageOf(page, HEAD);
  await page.keyboard.press('F9');
  await expect(z3(page)).toContainText('waits for the head of unit');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await expect(dialog).toContainText('in force again');
  await confirmWith(page, SECOND_HEAD);
  await expect(dialog).toBeHidden();
  await expect(z3(page)).toContainText('came with the product');
  await counterOf(page);
  await staysUntil(page, PEOPLE.lastFrench, stay(45));
});

test('the rules in force are read row by row with what is set beside them, and only read by an auditor', async ({
  page,
  lane,
}) => {
  drop(lane, 'unsigned.rules', signedRules(await shorterStays(), { ...AUTHORITY, key: null }));
  await page.goto(lane.url);
  await page.getByRole('button', { name: 'English' }).click();
  await enter(page, '0777', '777000');
  await page.getByTestId('page-rules').click();
  await page.locator('[data-table="gates"]').getByRole('button').click();
  await page.keyboard.press('F3');
  await expect(page.locator('[data-rule="gate.main"]')).toContainText('In force');
  await expect(page.locator('[data-rule="gate.main"]')).toContainText('main land gate');
  const context = page.locator('[data-zone="Z5"]');
  await expect(context).toContainText('The day of entry is day 1yes');
  await expect(context).toContainText('Set in the table open_points of the package');
  await expect(page.getByTestId('lane-settings')).toContainText('lane.gateKindairport');
  await expect(page.getByTestId('order')).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByTestId('rules-incoming')).toHaveAttribute('aria-disabled', 'true');
});
