import { defineConfig } from '@playwright/test';
import { chromiumPath } from './tests/e2e/lane.ts';

/** Whole clearances in a real Chromium, and every state of the screens. Debian's browser; nothing is downloaded. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test/e2e',
  // Sign-ins take seconds on purpose, and more on a busy machine; a test that hangs still ends.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: 'line',
  use: {
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: chromiumPath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
    locale: 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
  },
});
