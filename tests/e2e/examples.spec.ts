import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { EXAMPLES } from '../../renderer/examples/states.ts';
import { cutButtons, glowDifference, misfits } from './fit.ts';
import { show, test } from './shown_example.ts';
import { largestWarmArea } from './warm_areas.ts';

const STATES = Object.keys(EXAMPLES);
const LANGUAGES = ['vi', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
/** With this set, every state is also kept there as a picture, for eyes. */
const PICTURES = process.env.BOOTH_PICTURES;

const calls = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.dataset.calls ?? '');

for (const state of STATES) {
  test(`${state}: fits both monitors in both languages, and axe finds nothing in either theme`, async ({
    page,
    examples,
  }) => {
    const complaints: string[] = [];
    for (const language of LANGUAGES) {
      for (const theme of THEMES) {
        await show(page, examples, state, language, theme);
        for (const size of SIZES) {
          const where = `${language} ${theme} ${size.width}`;
          await page.setViewportSize(size);
          for (const words of [...(await misfits(page)), ...(await cutButtons(page))])
            complaints.push(`${where}: ${words}`);
          if (PICTURES !== undefined)
            await page.screenshot({ path: `${PICTURES}/${state}-${language}-${theme}-${size.width}.png` });
        }
        // Every rule runs. There are no frames, so axe may stay in this page, and only what fails is gathered.
        const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
        const { violations } = await axe.analyze();
        for (const { id, nodes } of violations) {
          complaints.push(`${language} ${theme}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
        }
      }
    }
    expect(complaints).toEqual([]);
  });
}

for (const theme of THEMES) {
  test(`from two metres a point to compare looks like any other case (${theme})`, async ({ page, examples }) => {
    await show(page, examples, 'clear', 'vi', theme);
    const clear = await page.screenshot();
    for (const state of ['hit', 'hit-certain', 'hit-aliases', 'three-hits', 'told-apart', 'told-apart-compared']) {
      await show(page, examples, state, 'vi', theme);
      expect(await glowDifference(page, clear, await page.screenshot()), state).toBeLessThanOrEqual(1.5);
    }
  });

  test(`red and amber are glyphs and words, never areas (${theme})`, async ({ page, examples }) => {
    for (const state of [
      'hit',
      'hit-certain',
      'hit-aliases',
      'expired',
      'offline-expired',
      'case-many-lists',
      'reader-lost',
    ]) {
      await show(page, examples, state, 'vi', theme);
      const { width, height } = await largestWarmArea(page, await page.screenshot());
      expect(width, state).toBeGreaterThan(0);
      expect(Math.max(width, height), state).toBeLessThanOrEqual(32);
    }
  });
}

test('no word of any state tells a bystander of a suspicion', async ({ page, examples }) => {
  // The administrator sits where no traveller does, and must call the lists by their names.
  for (const state of STATES.filter((one) => EXAMPLES[one]?.kind !== 'administrator')) {
    for (const language of LANGUAGES) {
      await show(page, examples, state, language);
      await expect(page.locator('body')).not.toContainText(/\b(hit|wanted|alert)\b/i);
      await expect(page).toHaveTitle('Border Booth');
    }
  }
});

test('F12 counts only after the button has been open for 400 ms, once, and not while held down', async ({
  page,
  examples,
}) => {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  await show(page, examples, 'clear');
  await page.keyboard.press('F12');
  await page.getByTestId('clear').click();
  expect(await calls(page)).toBe('');
  await page.clock.runFor(450);
  await page.evaluate(() => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F12', repeat: true }));
  });
  expect(await calls(page)).toBe('');
  await page.keyboard.press('F12');
  expect(await calls(page)).toBe('lane.clear ');
});

test('Enter decides nothing, wherever the focus is', async ({ page, examples }) => {
  for (const state of ['clear', 'hit', 'refer-dialog', 'note', 'type-in']) {
    await show(page, examples, state);
    await page.waitForTimeout(450);
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }
    // Reading again and looking at the comparison decide nothing; everything else would.
    expect((await calls(page)).replaceAll('lane.reread ', '')).toBe('');
  }
});

test('a closed Clear takes neither key nor mouse', async ({ page, examples }) => {
  for (const state of ['hit', 'expired', 'specimen', 'check-digit', 'progress']) {
    await show(page, examples, state);
    await page.waitForTimeout(450);
    await page.keyboard.press('F12');
    await page.getByTestId('clear').click({ force: true });
    expect(await calls(page)).toBe('');
  }
});

test('a comparison is answered by number, and "different" only where it is allowed', async ({ page, examples }) => {
  await show(page, examples, 'hit');
  await page.keyboard.press('2');
  await expect.poll(() => calls(page)).toBe('lane.compare ');
  await show(page, examples, 'hit-long');
  await page.keyboard.press('2');
  await expect(page.getByRole('dialog')).toContainText('A supervisor');
  await page.keyboard.press('3');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await calls(page)).toBe('');
  await page.keyboard.press('3');
  await expect.poll(() => calls(page)).toBe('lane.compare ');
});

test('a second person answers with number and PIN and Ctrl+Enter; Enter alone sends nothing', async ({
  page,
  examples,
}) => {
  await show(page, examples, 'second-person');
  await page.getByLabel('Officer number').fill('0301');
  await page.keyboard.press('Enter');
  await page.getByLabel('PIN').fill('135791');
  await page.keyboard.press('Enter');
  expect(await calls(page)).toBe('');
  await page.keyboard.press('Control+Enter');
  expect(await calls(page)).toBe('lane.compare ');
});

test('an entry told apart earlier asks nothing, and is taken back with a reason only', async ({ page, examples }) => {
  await show(page, examples, 'told-apart');
  await expect(page.getByTestId('told-apart-note')).toContainText('12/05/2027');
  // What is not on the screen is not taken back, and an entry that asks nothing takes no answer.
  await page.keyboard.press('Control+u');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('F7');
  for (const key of ['1', '2', '3']) await page.keyboard.press(key);
  await expect(page.getByTestId('told-apart')).toContainText('officer 0412');
  await page.keyboard.press('Control+u');
  await page.keyboard.press('Control+Enter');
  expect(await calls(page)).toBe('');
  await page.keyboard.press('2');
  await page.keyboard.press('Control+Enter');
  expect(await calls(page)).toBe('lane.undoExclusion ');
});

test('how old the lists are stands on every screen, by shape and word', async ({ page, examples }) => {
  for (const [state, mark, words] of [
    ['rest', 'FRESH', '12 min'],
    ['list-expired', 'EXPIRED', '3 aged · 1 expired'],
    ['lists-missing', 'NONE', 'none'],
    ['case-many-lists', 'EXPIRED', '4 aged · 1 expired'],
    ['login', 'FRESH', '12 min'],
    ['login-lists-aged', 'AGED', '3 aged oldest 13 h'],
    ['restarting', 'UNKNOWN', 'no data'],
  ] as const) {
    await show(page, examples, state);
    const cell = page.locator(`[data-lists="${mark}"]`);
    await expect(cell, state).toContainText(words);
    await expect(cell.locator('svg'), state).toBeVisible();
  }
});

test('F8 needs a reason and Ctrl+Enter; Esc goes back without a word', async ({ page, examples }) => {
  await show(page, examples, 'clear');
  await page.keyboard.press('F8');
  await page.keyboard.press('Control+Enter');
  expect(await calls(page)).toBe('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('F8');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  expect(await calls(page)).toBe('lane.refer ');
});

test('the zones stand in the same places in every state of the lane', async ({ page, examples }) => {
  const places = async (zones: readonly string[]) =>
    Promise.all(zones.map((zone) => page.locator(`[data-zone="${zone}"]`).boundingBox()));
  await show(page, examples, 'rest');
  const all = await places(['Z1', 'Z2', 'Z3', 'Z4', 'Z5', 'Z6']);
  const kept = await places(['Z1', 'Z2', 'Z6']);
  for (const state of STATES) {
    const example = EXAMPLES[state];
    if (example?.kind !== 'lane') continue;
    await show(page, examples, state, 'vi');
    // The comparison widens the work over the context; everything else keeps its place.
    if (example.lane.clearance?.hits.length) expect(await places(['Z1', 'Z2', 'Z6'])).toEqual(kept);
    else expect(await places(['Z1', 'Z2', 'Z3', 'Z4', 'Z5', 'Z6'])).toEqual(all);
  }
});

test('F1 help switches the language at once', async ({ page, examples }) => {
  await show(page, examples, 'rest', 'vi');
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('[data-zone="Z3"]')).toContainText('Lane ready');
});

test('several entries can be looked at in turn before any is answered', async ({ page, examples }) => {
  await show(page, examples, 'two-hits');
  await expect(page.locator('[data-zone="Z3"]')).toContainText('Entry 1 of 2');
  await page.getByTestId('next-entry').click();
  await expect(page.locator('[data-zone="Z3"]')).toContainText('Entry 2 of 2');
  expect(await calls(page)).not.toContain('compare');
});
