import type { Page } from '@playwright/test';
import { expect, lay } from '../lane.ts';
import type { Scenario, Step } from './scenario.ts';
import { dayIn } from './training_data.ts';

const HEAD = ['0200', '200200'] as const;
const SUPERVISOR = ['0301', '135791'] as const;

const attention = (page: Page) => page.locator('[data-zone="Z3"]');
const clear = (page: Page) => page.getByTestId('clear');

/** dd/mm/yyyy, as days are typed and shown. */
const typed = (day: string): string => day.split('-').reverse().join('/');

/** A person stands for an act with number and PIN, typed where the screen asks for them. */
async function stands(page: Page, [number, pin]: readonly [string, string]): Promise<void> {
  await page.getByLabel('Officer number').fill(number);
  await page.getByLabel('PIN').fill(pin);
  await page.keyboard.press('Control+Enter');
}

async function openFact(page: Page, name: string): Promise<void> {
  await page.getByTestId('papers').click();
  const fact = page.getByTestId(`fact-${name}`);
  const more = page.getByTestId('facts-more');
  if (!(await page.getByRole('dialog').isVisible())) await page.keyboard.press('F6');
  await expect(fact.or(more).first()).toBeVisible();
  if (!(await fact.isVisible())) await more.click();
  await fact.click();
}

async function state(page: Page, { state: name, fields, by }: Extract<Step, { state: string }>): Promise<void> {
  await openFact(page, name);
  const dialog = page.getByRole('dialog');
  if ('takeBack' in fields) await page.getByTestId('take-back').click();
  else {
    for (const [field, value] of Object.entries(fields)) {
      const input = dialog.locator(`[name="${field}"]`);
      if (typeof value !== 'string') await input.fill(typed(dayIn(value.days)));
      else if ((await input.evaluate((element) => element.tagName)) === 'SELECT') await input.selectOption(value);
      else await input.fill(value);
    }
    if (by === undefined) await page.keyboard.press('Control+Enter');
    else await stands(page, by === 'head' ? HEAD : SUPERVISOR);
  }
  await expect(dialog).toBeHidden();
}

async function compare(page: Page, answer: '1' | '2' | '3'): Promise<void> {
  const same = page.getByTestId('answer-SAME');
  // What has to be compared opens by itself; F7 would close it again.
  await same.waitFor({ timeout: 2_000 }).catch(() => {});
  if (!(await same.isVisible())) await page.keyboard.press('F7');
  await expect(same).toBeVisible();
  await page.keyboard.press(answer);
  const second = page.getByTestId('send-second');
  if (answer === '2') {
    await second.waitFor({ timeout: 2_000 }).catch(() => {});
    if (await second.isVisible()) await stands(page, SUPERVISOR);
  }
  await expect(second).toBeHidden();
  if (await same.isVisible()) await page.keyboard.press('Escape');
}

async function decide(page: Page, decision: 'clear' | 'refer' | 'leave'): Promise<void> {
  if (decision === 'clear') {
    await expect(clear(page)).toHaveAttribute('aria-disabled', 'false');
    // The closing act counts only after it has been open for a while.
    await page.waitForTimeout(450);
    await page.keyboard.press('F12');
  } else {
    await page.keyboard.press('F8');
    if (decision === 'leave') await page.getByTestId('abandon-TRAVELLER_LEFT').click();
    else {
      await page.keyboard.press('1');
      await page.keyboard.press('Control+Enter');
    }
  }
  await atRest(page);
}

/** No case is open: the lane takes the next document. */
export const atRest = (page: Page) => expect(clear(page)).toContainText('No case');

async function see(page: Page, step: Step): Promise<boolean> {
  if ('attention' in step) await expect(attention(page)).toContainText(step.attention);
  else if ('shows' in step) await expect(page.locator('#booth')).toContainText(step.shows);
  else if ('hides' in step) await expect(page.locator('#booth')).not.toContainText(step.hides);
  else if ('clear' in step) {
    await expect(clear(page)).toHaveAttribute('aria-disabled', step.clear === 'open' ? 'false' : 'true');
    if (step.says !== undefined) await expect(clear(page)).toContainText(step.says);
  } else if ('refuse' in step)
    await expect(page.getByTestId('propose-refusal')).toHaveAttribute(
      'aria-disabled',
      step.refuse === 'open' ? 'false' : 'true',
    );
  else return false;
  return true;
}

/** Proposed by the officer; then the head of unit comes to this very window, or somebody who may not decide. */
async function propose(page: Page, step: Extract<Step, { propose: string }>): Promise<void> {
  await page.keyboard.press('F9');
  await page.getByLabel('What was found').fill(step.propose);
  await page.keyboard.press('Control+Enter');
  await atRest(page);
  if (step.decidedBy === undefined) return;
  const context = page.locator('[data-zone="Z5"]');
  await expect(context).toContainText('waits for the head of unit');
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Không đủ điều kiện');
  await stands(page, step.decidedBy === 'head' ? HEAD : SUPERVISOR);
  if (step.decidedBy === 'supervisor') {
    await expect(dialog.getByRole('alert')).toContainText('Only the head of unit');
    await page.keyboard.press('Escape');
    await expect(context).toContainText('waits for the head of unit');
  } else await expect(context).not.toContainText('waits for the head of unit');
  await expect(dialog).toBeHidden();
}

/** Plays one step. */
async function play(page: Page, step: Step): Promise<void> {
  if (await see(page, step)) return;
  if ('state' in step) await state(page, step);
  else if ('compare' in step) await compare(page, step.compare);
  else if ('press' in step) await page.keyboard.press(step.press);
  else if ('decide' in step) await decide(page, step.decide);
  else if ('propose' in step) await propose(page, step);
  else if ('settleOverstay' in step) await settleOverstay(page, step);
  else {
    await page.keyboard.press('F2');
    await stood(page);
  }
}

async function settleOverstay(page: Page, step: Extract<Step, { settleOverstay: string }>): Promise<void> {
  const due = page.getByTestId('overstay-step');
  await expect(due).toContainText('Open the file');
  await due.click();
  await expect(due).toContainText('Decide');
  await stands(page, step.by === 'head' ? HEAD : SUPERVISOR);
  await expect(due).toContainText('Record made');
  await due.click();
  await expect(due).toContainText('Record the payment');
  if (step.settleOverstay === 'unpaid') {
    await page.getByLabel('Or why nothing was paid').fill('Không có tiền');
    await page.keyboard.press('Control+Enter');
    // Written down; a payment may still come.
    await expect(page.getByTestId('steps')).toBeVisible();
    return;
  }
  await page.getByLabel('Receipt number').fill('BL-0017');
  await page.keyboard.press('Control+Enter');
  await expect(due).toContainText('Close the entry');
  await due.click();
  await expect(attention(page)).toContainText('settled');
}

/** Lays the document of the scenario and waits until its checks have ended. */
export async function laid(page: Page, { id }: Scenario): Promise<void> {
  await lay(page, `s-${id}`);
  await stood(page);
}

/** A case is open and its checks have ended. */
const stood = (page: Page) => expect(clear(page)).not.toContainText(/No case|checks? left/);

/** The whole scenario, from the document to the lane at rest. */
export async function playScenario(page: Page, scenario: Scenario): Promise<void> {
  await laid(page, scenario);
  for (const step of scenario.steps) await play(page, step);
}
