import type { Page } from '@playwright/test';
import { expect, lay, signIn, test } from './lane.ts';
import { dayFromToday, typedDay, typeIn } from './typed_document.ts';

const attention = (page: Page) => page.locator('[data-zone="Z3"]');
const work = (page: Page) => page.locator('[data-zone="Z4"]');
const context = (page: Page) => page.locator('[data-zone="Z5"]');
const clear = (page: Page) => page.getByTestId('clear');

/** Presses Clear once it has been open long enough, and waits for the record. */
async function clearNow(page: Page): Promise<void> {
  await expect(clear(page)).toHaveAttribute('aria-disabled', 'false');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await expect(attention(page)).toContainText('cleared');
}

/** Opens the form of facts and chooses one. */
async function openFact(page: Page, name: string): Promise<void> {
  await page.getByTestId('papers').click();
  if (!(await page.getByRole('dialog').isVisible())) await page.keyboard.press('F6');
  if (!(await page.getByTestId(`fact-${name}`).isVisible())) await page.getByTestId('facts-more').click();
  await page.getByTestId(`fact-${name}`).click();
}

async function send(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

const NO_EXEMPTION = {
  state: 'LKA',
  name: 'SAMPLE<<ANOMA',
  number: 'N5550001',
  born: '1990-04-05',
  expires: dayFromToday(900),
};
const CHILD = {
  ...NO_EXEMPTION,
  state: 'FRA',
  number: '22CD55501',
  name: 'EXEMPLE<<PETITE',
  born: dayFromToday(-3000),
};
const CITIZEN = {
  state: 'VNM',
  name: 'TRAN<<THI<MAU',
  number: 'X5550002',
  born: '1985-04-05',
  personalNumber: '001185000555',
};

/** States a visa of this holder, by the labels of its form. */
async function stateVisa(page: Page, used: string): Promise<void> {
  await openFact(page, 'visa');
  await page.getByLabel('Number').fill('V7654321');
  await page.getByLabel('Symbol').fill('DL');
  await page.getByLabel('Valid from').fill(typedDay(-20));
  await page.getByLabel('Valid until').fill(typedDay(9));
  await page.getByLabel('Entries used').fill(used);
  await page.getByLabel('Holder is this person').selectOption('yes');
  await send(page);
}

test('a foreigner of an exempted State is cleared, and the last day of the stay is named', async ({ officer }) => {
  await lay(officer, 'foreigner');
  await expect(attention(officer)).toContainText('Stay permitted until');
  await expect(clear(officer)).toContainText('until');
  await officer.keyboard.press('F6');
  await expect(officer.locator('[data-basis="UNILATERAL"]')).toHaveAttribute('data-answer', 'APPLIES');
  await expect(officer.getByTestId('stay')).toContainText('today is day 1');
  await expect(work(officer)).toContainText('Rule set');
  await clearNow(officer);
});

test('who has no basis of entry is not cleared; a visa that is stated makes the law say yes', async ({ officer }) => {
  await typeIn(officer, NO_EXEMPTION);
  await expect(attention(officer)).toContainText('No basis of entry found');
  await expect(officer.locator('[data-basis]')).toHaveCount(8);
  await officer.waitForTimeout(450);
  await officer.keyboard.press('F12');
  await expect(clear(officer)).toHaveAttribute('aria-disabled', 'true');
  await stateVisa(officer, '0');
  await expect(attention(officer)).toContainText('Stay permitted until');
  await clearNow(officer);
});

test('a single visa that was used becomes a proposal to the head of unit, and the lane is free', async ({
  officer,
}) => {
  await typeIn(officer, NO_EXEMPTION);
  await stateVisa(officer, '1');
  await expect(attention(officer)).toContainText('The visa has no entries left. The other 7 bases are not met.');
  await officer.keyboard.press('F9');
  await expect(context(officer)).toContainText('Head of unit (Art. 22)');
  await expect(context(officer)).toContainText('Visa record V7654321');
  await officer.getByLabel('What was found').fill('One entry, used before');
  await officer.keyboard.press('Control+Enter');
  await expect(attention(officer)).toContainText('refusal proposed');
  await expect(officer.getByTestId('document-number')).toBeHidden();
});

test('the head of unit decides a refusal at the same window; who proposed it may not', async ({ officer }) => {
  await typeIn(officer, NO_EXEMPTION);
  await expect(attention(officer)).toContainText('No basis of entry found');
  await officer.keyboard.press('F9');
  await officer.getByLabel('What was found').fill('No visa, no exemption');
  await officer.keyboard.press('Control+Enter');
  await expect(context(officer)).toContainText('waits for the head of unit');
  await officer.keyboard.press('F9');
  const dialog = officer.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('No basis of entry');
  await dialog.getByLabel('Officer number').fill('0412');
  await dialog.getByLabel('PIN').fill('246810');
  await officer.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).not.toBeEmpty();
  await dialog.getByLabel('Officer number').fill('0200');
  await dialog.getByLabel('PIN').fill('200200');
  await officer.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(context(officer)).not.toContainText('waits for the head of unit');
});

test('a child alone is refused by the law; the mother with papers makes it clear', async ({ officer }) => {
  await typeIn(officer, CHILD);
  await openFact(officer, 'unaccompanied');
  await officer.getByRole('dialog').locator('select').selectOption('yes');
  await send(officer);
  await expect(attention(officer)).toContainText('A minor without a proven companion');
  await openFact(officer, 'unaccompanied');
  await officer.getByTestId('take-back').click();
  await expect(officer.getByRole('dialog')).toBeHidden();
  await openFact(officer, 'companion');
  await officer.getByLabel('Name').fill('EXEMPLE CLAIRE');
  await officer.getByLabel('Nationality').fill('FRA');
  await officer.getByLabel('Born').fill('17/06/1992');
  await officer.getByLabel('Papers prove it').selectOption('yes');
  await send(officer);
  await expect(attention(officer)).toContainText('Stay permitted until');
  await expect(context(officer)).toContainText('EXEMPLE CLAIRE');
  await clearNow(officer);
});

test('a citizen whose exit is suspended is compared, is not let out, and is referred', async ({ page, lane }) => {
  await signIn(page, lane, 'DEPARTURE');
  await lay(page, 'true-match');
  await expect(attention(page)).toContainText('to compare');
  await page.keyboard.press('1');
  await expect(attention(page)).toContainText('Exit is not permitted now');
  await expect(attention(page)).toContainText('Exit suspended, group');
  await page.waitForTimeout(450);
  await page.keyboard.press('F12');
  await expect(clear(page)).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('F8');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(attention(page)).toContainText('referred');
});

test('a citizen who comes home with an expired passport is dealt with and admitted', async ({ officer }) => {
  await typeIn(officer, { ...CITIZEN, expires: dayFromToday(-40) });
  await expect(attention(officer)).toContainText('The document has expired');
  await expect(clear(officer)).toHaveAttribute('aria-disabled', 'true');
  await openFact(officer, 'handled');
  await officer.getByLabel('How it was dealt with').fill('Record made, document kept');
  await send(officer);
  await clearNow(officer);
});

test('one key answers whether the destination admits; "not shown" keeps a citizen here', async ({ page, lane }) => {
  await signIn(page, lane, 'DEPARTURE');
  await typeIn(page, { ...CITIZEN, expires: dayFromToday(900) });
  await expect(page.getByTestId('destination')).toBeVisible();
  await page.keyboard.press('2');
  await expect(attention(page)).toContainText('Exit is not permitted now');
  await openFact(page, 'destinationAdmission');
  await page.getByRole('dialog').locator('select').selectOption('yes');
  await send(page);
  await clearNow(page);
});

test('a foreigner who leaves without an entry is asked for the stay; within it nothing is open', async ({
  page,
  lane,
}) => {
  await signIn(page, lane, 'DEPARTURE');
  await typeIn(page, NO_EXEMPTION);
  await expect(attention(page)).toContainText('Still to be stated: permitted stay');
  await openFact(page, 'stayUntil');
  await page.getByLabel('Stay certificate, until').fill(typedDay(3));
  await send(page);
  await expect(clear(page)).toHaveAttribute('aria-disabled', 'false');
  await clearNow(page);
});

test('days over are shown line by line, and nobody leaves before they are decided, paid and closed', async ({
  page,
  lane,
}) => {
  await signIn(page, lane, 'DEPARTURE');
  await typeIn(page, NO_EXEMPTION);
  await openFact(page, 'stayUntil');
  await page.getByLabel('Stay certificate, until').fill(typedDay(-37));
  await send(page);
  await expect(attention(page)).toContainText('Overstayed by 37 days');
  await expect(page.getByTestId('overstay')).toContainText('37 days');
  await expect(context(page).locator('[aria-current="true"]')).toContainText('37');
  await expect(clear(page)).toContainText('Overstay');
  const due = page.getByTestId('overstay-step');
  await expect(due).toContainText('Open the file');
  await due.click();
  await expect(due).toContainText('Decide');
  await page.getByLabel('Mitigating reason').fill('Ill for two weeks');
  await page.getByLabel('Officer number').fill('0301');
  await page.getByLabel('PIN').fill('135791');
  await page.keyboard.press('Control+Enter');
  await expect(context(page).getByRole('alert')).toContainText('Only the head of unit');
  await page.getByLabel('Officer number').fill('0200');
  await page.getByLabel('PIN').fill('200200');
  await page.keyboard.press('Control+Enter');
  await expect(due).toContainText('Record made');
  await due.click();
  await expect(due).toContainText('Record the payment');
  await page.getByLabel('Receipt number').fill('BL-000123');
  await page.keyboard.press('Control+Enter');
  await expect(due).toContainText('Close the entry');
  await expect(clear(page)).toHaveAttribute('aria-disabled', 'true');
  await due.click();
  await expect(attention(page)).toContainText('settled');
  await clearNow(page);
});
