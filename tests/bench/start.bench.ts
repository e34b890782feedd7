import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { chromiumPath } from '../e2e/lane.ts';
import { timesRow } from './figures.ts';

const root = join(import.meta.dirname, '..', '..');
const ROUNDS = 7;

/** From the words `npm start` to a login that takes a key, on a fresh data folder and on a used one. */
async function once(directory: string): Promise<number> {
  const started = performance.now();
  const child = spawn('npm', ['start', '--silent', '--', '--host', 'none', '--data', directory], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const url = await new Promise<string>((resolve) =>
    createInterface({ input: child.stdout }).once('line', (line) => resolve((JSON.parse(line) as { url: string }).url)),
  );
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('input').first().fill('0412');
  const took = performance.now() - started;
  await browser.close();
  await new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  });
  return took;
}

export async function run() {
  const fresh: number[] = [];
  const used: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const directory = mkdtempSync(join(tmpdir(), 'booth-start-'));
    fresh.push(await once(directory));
    used.push(await once(directory));
    rmSync(directory, { recursive: true, force: true });
  }
  return {
    title: "Cold npm start until the login takes a key, page built, the browser's own start included",
    rows: [timesRow('first start on an empty data folder', fresh, '<= 3000'), timesRow('later start', used, '<= 3000')],
  };
}
