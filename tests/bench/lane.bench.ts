import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { createBooth, systemClock, systemIds } from '../../core/booth.ts';
import { openSimulatedLane } from '../../native/index.ts';
import { dockOf } from '../../native/simulator/dock.ts';
import { logToStandardError } from '../../server/door_log.ts';
import { openDoor } from '../../server/server.ts';
import { chromiumPath } from '../e2e/lane.ts';
import { timesRow } from './figures.ts';

const ROUNDS = 60;

/** In the page: the wall time of the frame after the element first satisfies the condition. */
function whenShown(page: Page, selector: string, text: string | null): Promise<number> {
  return page.evaluate(
    ([wanted, words]) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`${wanted} never showed ${words}`)), 10_000);
        const look = () => {
          const element = document.querySelector(wanted ?? '');
          const there = element !== null && (words === null || (element.textContent ?? '').includes(words));
          if (!there) return false;
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
          return true;
        };
        if (look()) return;
        const observer = new MutationObserver(() => {
          if (look()) observer.disconnect();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      }),
    [selector, text] as const,
  );
}

const now = () => performance.timeOrigin + performance.now();

/** A lane in one process over a real pseudo-terminal, its page in a real Chromium: from bytes to pixels. */
export async function run() {
  const directory = mkdtempSync(join(tmpdir(), 'booth-bench-'));
  const ports = { clock: systemClock, ids: systemIds };
  const simulated = await openSimulatedLane(ports, directory);
  const booth = await createBooth({
    dataDirectory: directory,
    demo: true,
    devices: simulated.devices,
    dock: dockOf(simulated),
  });
  if (!booth.ok) throw new Error(booth.error.code);
  const pageDirectory = join(import.meta.dirname, '..', '..', 'out', 'renderer');
  const door = await openDoor({ booth: booth.value, pageDirectory, port: 0, ...ports, log: logToStandardError });
  if (!door.ok) throw new Error(`${door.error.code}: build the page first`);
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(door.value.oneTimeUrl('officer'));
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel('Officer number').fill('0412');
  await page.getByLabel('PIN').fill('246810');
  await page.getByRole('button', { name: /Sign in/ }).click();
  await page.locator('[data-zone="Z3"]').waitFor();

  const { default: documents } = await import('../../resources/demo/documents.json', { with: { type: 'json' } });
  // Two in turn: the same paper laid twice within three seconds counts as one laying.
  const papers = [
    { number: 'X0000001', lines: documents.find((one) => one.id === 'citizen')?.lines ?? [] },
    { number: '12AB34567', lines: documents.find((one) => one.id === 'foreigner')?.lines ?? [] },
  ];
  const fields: number[] = [];
  const checks: number[] = [];
  const keys: number[] = [];
  const arrows: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const paper = papers[round % 2] ?? { number: '', lines: [] };
    const shown = whenShown(page, '[data-testid="document-number"]', paper.number);
    const checked = whenShown(page, '[data-check="LOCAL_LISTS"]', 'Passed');
    // An empty desk between two travellers: the reader is armed again half a second after the paper is taken.
    simulated.removeDocument();
    await page.waitForTimeout(700);
    const left = now();
    simulated.layDocument(paper.lines);
    fields.push((await shown) - left);
    checks.push((await checked) - left);
    await page.waitForTimeout(450);
    const moved = whenShown(page, '[data-check="VALIDITY"][aria-pressed="true"]', null);
    const down = now();
    await page.keyboard.press('ArrowDown');
    arrows.push((await moved) - down);
    const answered = whenShown(page, '[data-zone="Z3"]', `A07-${String(round + 1).padStart(6, '0')}`);
    const pressed = now();
    await page.keyboard.press('F12');
    keys.push((await answered) - pressed);
  }
  await browser.close();
  await door.value.stop();
  await booth.value.stop();
  await simulated.close();
  rmSync(directory, { recursive: true, force: true });
  return {
    title: `A lane from wire to page (${simulated.via}, Chromium)`,
    rows: [
      timesRow('MRZ bytes written to the wire until the fields are on the page', fields, 'p95 <= 50'),
      timesRow('MRZ bytes written until every local check is on the page', checks, 'p95 <= 150'),
      timesRow('arrow key until the page answers', arrows, 'p95 <= 50'),
      timesRow('F12 until the recorded decision is on the page', keys, 'p95 <= 50'),
    ],
  };
}
