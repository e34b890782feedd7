import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, expect, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '..', '..');

/** A running lane on simulated devices, as `npm start` brings it up. */
export interface RunningLane {
  readonly url: string;
  readonly directory: string;
  /** A one-time URL for a window of another role, as its owner asks for it on the standard input. */
  urlFor(role: 'gate' | 'technician'): Promise<string>;
  /** Ends the process without a word, as a power cut does. */
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

/** Lanes that run, with their data folders. */
const running = new Map<ChildProcess, string>();

/** Starts the booth's own command on a data folder and waits for the one line that names its URL. */
export async function startLane(directory: string): Promise<RunningLane> {
  const child = spawn(
    process.execPath,
    [join(root, 'cli/booth.mjs'), 'start', '--host', 'none', '--demo', '--data', directory],
    {
      cwd: root,
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  running.set(child, directory);
  child.once('close', () => running.delete(child));
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const lines = createInterface({ input: child.stdout });
  const nextUrl = (): Promise<string> =>
    new Promise<string>((resolve, reject) => {
      lines.once('line', (line) => resolve((JSON.parse(line) as { url: string }).url));
      child.once('close', () => reject(new Error(`the lane did not start: ${said}`)));
    });
  const url = await nextUrl();
  const urlFor = (role: string): Promise<string> => {
    const asked = nextUrl();
    child.stdin.write(`${JSON.stringify({ ask: 'url', role })}\n`);
    return asked;
  };
  return { url, directory, urlFor, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill(signal);
  });
}

export const test = base.extend<{ lane: RunningLane; officer: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixtures a fixture needs from this pattern
  lane: async ({}, use) => {
    const directory = mkdtempSync(join(tmpdir(), 'booth-e2e-'));
    const lane = await startLane(directory);
    await use(lane);
    // A test that fails half way may leave behind the lane it started again on the same folder.
    for (const [child, of] of running) if (of === directory) await end(child, 'SIGTERM');
    rmSync(directory, { recursive: true, force: true });
  },
  /** A page with the demo officer signed in, in English. */
  officer: async ({ page, lane }, use) => {
    await signIn(page, lane);
    await use(page);
  },
});

/** Opens the one-time URL and signs the demo officer in. */
export async function signIn(
  page: Page,
  lane: RunningLane,
  direction: 'ARRIVAL' | 'DEPARTURE' = 'ARRIVAL',
): Promise<void> {
  await page.goto(lane.url);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel('Officer number').fill('0412');
  await page.getByLabel('PIN').fill('246810');
  if (direction === 'DEPARTURE') {
    await page.getByLabel('Direction').selectOption('DEPARTURE');
  }
  await page.getByRole('button', { name: /Sign in/ }).click();
  // A busy machine takes its time to prepare the demo, and a PIN is slow to check on purpose.
  await expect(page.locator('[data-zone="Z3"]')).toBeVisible({ timeout: 45_000 });
  await page.bringToFront();
}

/** Lays an invented document on the simulated reader by the dev dock. */
export async function lay(page: Page, document: string): Promise<void> {
  const entry = page.getByTestId(`lay-${document}`);
  if (!(await entry.isVisible())) await page.keyboard.press('Control+k');
  await entry.click();
  await page.keyboard.press('Control+k');
  await expect(entry).toBeHidden();
}

export { expect };

/** Where Debian keeps the browser; the test command has seen to it that it is there. */
export const chromiumPath =
  ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path)) ?? '/usr/bin/chromium';
