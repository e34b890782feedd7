import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, type Page, test } from '@playwright/test';
import { differingPixels } from './differing_pixels.ts';
import { chromiumPath } from './lane.ts';

/**
 * A discreet entry changes nothing that a traveller, a bystander or the officer can see (screens A12): a whole clearance of
 * the same document on two lanes, one of whose discreet lists knows the traveller, picture by picture.
 */

type Listed = 'NOT' | 'DISCREETLY' | 'OPENLY';
const THEMES = ['light', 'dark'] as const;

// One thread that draws whole frames: else the same page, drawn twice, differs by the shade of a few pixels.
const WHOLE_FRAMES = [
  '--disable-gpu',
  '--disable-lcd-text',
  '--disable-partial-raster',
  '--disable-skia-runtime-opts',
  '--num-raster-threads=1',
  '--font-render-hinting=none',
];
test.use({
  launchOptions: {
    executablePath: chromiumPath,
    args: [...WHOLE_FRAMES, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  },
});

/** With this set, the pictures are also kept there, for eyes. */
const PICTURES = process.env.BOOTH_PICTURES;

interface LaneProcess {
  readonly url: string;
  lay(document: string): void;
  stop(): Promise<void>;
}

async function startLane(listed: Listed): Promise<LaneProcess> {
  const directory = mkdtempSync(join(tmpdir(), 'booth-quiet-'));
  const script = join(import.meta.dirname, 'quiet_lane_process.ts');
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [script, directory, listed]);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve((JSON.parse(line) as { url: string }).url));
    child.once('close', () => reject(new Error(`the lane did not start: ${said}`)));
  });
  return {
    url,
    lay: (document) => child.stdin.write(`${document}\n`),
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => {
          rmSync(directory, { recursive: true, force: true });
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}

/** Time on the page stands still but for what the test lets pass, so that no clock makes a difference. */
async function openPage(page: Page, lane: LaneProcess, theme: string): Promise<void> {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  await page.addInitScript(`localStorage.setItem('theme', '${theme}'); localStorage.setItem('language', 'vi')`);
  await page.goto(lane.url);
  await page.locator('form input').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** One clearance of the traveller and the next person after it, with a picture of everything on the way. */
async function wholeRun(page: Page, lane: LaneProcess): Promise<Map<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  const picture = async (name: string) => {
    // Forms and rings that wait for time get it; then it stands again.
    await page.clock.runFor(1000);
    pictures.set(name, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  };
  const decided = async () => {
    await page.clock.runFor(500);
    await page.keyboard.press('F12');
    await expect(page.getByTestId('document-number')).toBeHidden();
  };
  await picture('locked');
  await page.locator('form input').nth(0).fill('0412');
  await page.locator('form input').nth(1).fill('246810');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-zone="Z6"]')).toBeVisible();
  await picture('rest');
  for (const [document, name] of [
    ['traveller', 'first'],
    ['foreigner', 'next person'],
    ['traveller', 'second'],
  ] as const) {
    lane.lay(document);
    await expect(page.locator('[data-check="LOCAL_LISTS"][data-state="PASSED"]')).toBeVisible();
    await expect(page.getByTestId('clear')).toHaveAttribute('aria-disabled', 'false');
    if (name === 'second') await expect(page.locator('[data-zone="Z5"]')).toContainText('22/11/2026');
    await picture(`${name}: ready`);
    for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowDown');
    await picture(`${name}: lists chosen`);
    await page.keyboard.press('F7');
    await picture(`${name}: F7`);
    await page.keyboard.press('F8');
    await picture(`${name}: F8`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await decided();
    await picture(`${name}: recorded`);
  }
  await page.keyboard.press('Control+l');
  await expect(page.locator('form input').first()).toBeVisible();
  await picture('locked again');
  return pictures;
}

async function runOn(page: Page, listed: Listed, theme: string): Promise<Map<string, Buffer>> {
  const lane = await startLane(listed);
  try {
    await openPage(page, lane, theme);
    const pictures = await wholeRun(page, lane);
    for (const [name, bytes] of PICTURES === undefined ? [] : pictures) {
      mkdirSync(PICTURES ?? '', { recursive: true });
      writeFileSync(join(PICTURES ?? '', `${listed}-${theme}-${name.replaceAll(/\W+/g, '-')}.png`), bytes);
    }
    return pictures;
  } finally {
    await lane.stop();
  }
}

for (const theme of THEMES) {
  test(`a whole clearance looks the same with and without a discreet entry (${theme})`, async ({ browser }) => {
    test.setTimeout(240_000);
    const shown: Map<string, Buffer>[] = [];
    const compare = await browser.newPage();
    for (const listed of ['NOT', 'DISCREETLY'] as const) {
      const context = await browser.newContext();
      shown.push(await runOn(await context.newPage(), listed, theme));
      await context.close();
    }
    const [without, known] = shown;
    expect([...(known?.keys() ?? [])]).toEqual([...(without?.keys() ?? [])]);
    expect(without?.size).toBe(18);
    for (const [name, picture] of without ?? []) {
      const other = known?.get(name) ?? Buffer.alloc(0);
      expect([name, await differingPixels(compare, picture, other)]).toEqual([name, 0]);
    }
  });
}

test('the comparison sees an open entry at once', async ({ browser }) => {
  const pictures: Buffer[] = [];
  for (const listed of ['NOT', 'OPENLY'] as const) {
    const lane = await startLane(listed);
    const context = await browser.newContext();
    const page = await context.newPage();
    await openPage(page, lane, 'light');
    await page.locator('form input').nth(0).fill('0412');
    await page.locator('form input').nth(1).fill('246810');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-zone="Z6"]')).toBeVisible();
    lane.lay('traveller');
    await expect(page.locator('[data-zone="Z2"]')).toContainText('QM0000017');
    await page.clock.runFor(1000);
    pictures.push(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
    await context.close();
    await lane.stop();
  }
  const page = await browser.newPage();
  const [first, second] = pictures as [Buffer, Buffer];
  expect(await differingPixels(page, first, second)).toBeGreaterThan(1000);
});
