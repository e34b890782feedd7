import { defineConfig } from 'vitest/config';

/** Three projects, in the order in which `npm test` runs them: pure and fast, then real devices, then attacks. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{core,contract,native,server,electron,cli,renderer}/**/*.test.ts',
            'tests/architecture/*.test.ts',
            'tests/accuracy/*.test.ts',
          ],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: { name: 'devices', include: ['tests/devices/**/*.test.ts'], testTimeout: 60_000, fileParallelism: false },
      },
      {
        test: {
          name: 'security',
          include: ['tests/security/**/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
      { test: { name: 'crash', include: ['tests/crash/**/*.test.ts'], testTimeout: 900_000, fileParallelism: false } },
    ],
  },
});
