import { expect } from '@playwright/test';
import { EXAMPLES } from '../../renderer/examples/states.ts';
import { misfits } from './fit.ts';
import { show, test } from './shown_example.ts';

test("the traveller's screen keeps frame and places in every moment, upright and lying, and fits", async ({
  page,
  examples,
}) => {
  const moments = Object.keys(EXAMPLES).filter((state) => EXAMPLES[state]?.kind === 'traveller');
  expect(moments.length).toBeGreaterThanOrEqual(4);
  for (const size of [
    { width: 1080, height: 1920 },
    { width: 768, height: 1366 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    const frames: unknown[] = [];
    for (const state of moments) {
      await show(page, examples, state);
      expect([state, size.width, ...(await misfits(page))]).toEqual([state, size.width]);
      const boxes = ['header', 'svg', 'main'].map((part) => page.locator(part).first().boundingBox());
      frames.push(await Promise.all(boxes));
    }
    for (const frame of frames) expect(frame).toEqual(frames[0]);
  }
});
