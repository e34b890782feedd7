import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, openHarness } from './support/door_harness.ts';

/** Where distributions put Chromium. */
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

let harness: Harness;
let stranger: Server;
let strangerOrigin: string;
let browser: Browser | null = null;

beforeAll(async () => {
  harness = await openHarness();
  stranger = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>stranger</title>');
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  strangerOrigin = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  if (executablePath === undefined) return;
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await chromium.launch({ executablePath, args: sandbox });
});
afterAll(async () => {
  await browser?.close();
  stranger.close();
  await harness.stop();
});

async function open(page: Page): Promise<void> {
  await page.goto(harness.door.oneTimeUrl('officer'));
}

/** What a page at the stranger's origin gets when it tries this. */
function attempt(page: Page, program: string): Promise<string> {
  return page.evaluate(`(async () => { ${program} })().catch((error) => 'failed: ' + error.name)`);
}

test("a real browser's own window gets in; a page of another origin in the same browser does not", async () => {
  if (browser === null) {
    console.warn('NOT RUN: the attacks from a real browser, because no Chromium is installed.');
    return;
  }
  const context = await browser.newContext();
  const page = await context.newPage();
  await open(page);
  expect([page.url(), await page.title()]).toEqual([`${harness.origin}/`, 'page']);
  const complaints: string[] = [];
  // A browser asks for an icon when it finds the time; the door has none, and that is no complaint about the window.
  page.on('console', (message) => {
    if (!message.location().url.endsWith('/favicon.ico')) complaints.push(message.text());
  });
  await page.goto(`${harness.origin}/window.html`);
  await expect.poll(() => page.title()).toBe('open');
  expect(complaints).toEqual([]);
  // A page reload closes one socket and opens the next.
  await page.reload();
  await expect.poll(() => page.title()).toBe('open');

  // Another port of the same host shares the cookie jar with us: the cookie goes along, and must not be enough.
  const other = await context.newPage();
  await other.goto(strangerOrigin);
  harness.diary.refused.length = 0;
  harness.clock.advance(120_000);
  const door = harness.origin;
  expect(await attempt(other, `return (await fetch('${door}/', { credentials: 'include' })).text()`)).toBe(
    'failed: TypeError',
  );
  const blind = `return (await fetch('${door}/', { mode: 'no-cors', credentials: 'include' })).type`;
  expect(await attempt(other, blind)).toBe('failed: TypeError');
  const socket = `return new Promise((resolve) => {
    const socket = new WebSocket('ws://${harness.host}/rpc');
    socket.onopen = () => resolve('open');
    socket.onerror = () => resolve('refused');
  })`;
  expect(await attempt(other, socket)).toBe('refused');
  const frame = `return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.src = '${door}/';
    frame.onload = () => { try { resolve(String(frame.contentDocument)); } catch (error) { resolve(error.name); } };
    document.body.append(frame);
  })`;
  expect(await attempt(other, frame)).toBe('null');
  expect(harness.diary.refused).toEqual(expect.arrayContaining(['SITE_FOREIGN', 'ORIGIN_FOREIGN']));
  expect(new Set(harness.diary.refused)).toEqual(new Set(['SITE_FOREIGN', 'ORIGIN_FOREIGN']));
  await context.close();
});
