import { test as base, expect, type Page } from '@playwright/test';
import { EXAMPLES } from '../../renderer/examples/states.ts';
import { type ExamplesPage, serveExamples } from './examples_page.ts';

/** A test with the page of examples, built once for each worker. */
export const test = base.extend<object, { examples: ExamplesPage }>({
  examples: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixtures a fixture needs from this pattern
    async ({}, use) => {
      const examples = await serveExamples();
      await use(examples);
      await examples.close();
    },
    { scope: 'worker' },
  ],
});

/** The key that makes a booth that refuses answer. */
const ASKED_BY: Record<string, string> = { login: 'Enter', lane: 'F2', administrator: 'F9', technician: 'F3' };

/** Shows one state of the window, in place where the page is open already, and waits until it stands. */
export async function show(
  page: Page,
  examples: ExamplesPage,
  state: string,
  language = 'en',
  theme = 'light',
): Promise<void> {
  const address = `${examples.url}?state=${state}&lang=${language}&theme=${theme}`;
  if (page.url().startsWith(examples.url)) {
    await page.evaluate((next) => {
      history.pushState(null, '', next);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, address);
  } else await page.goto(address);
  await page.locator('#booth > *').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  const example = EXAMPLES[state];
  // A booth that refuses is asked for something, so that its answer stands on the screen.
  if (example !== undefined && 'refusal' in example) {
    if (example.kind === 'login') {
      await page.locator('input').nth(0).fill('0412');
      await page.locator('input').nth(1).fill('000000');
    }
    const askedBy = example.kind === 'desk' ? example.askedBy : ASKED_BY[example.kind];
    await page.keyboard.press(askedBy ?? 'F2');
    await expect(page.getByRole('alert')).not.toBeEmpty();
  }
  if (example !== undefined && 'keys' in example) {
    for (const key of example.keys ?? []) await page.keyboard.press(key);
  }
}
