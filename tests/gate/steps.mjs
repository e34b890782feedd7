/** What `npm test` runs, in the order in which faults are cheapest to find. `report` names the file with counts, if it writes one. */
export const STEPS = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'layers', command: ['node', 'tests/architecture/layers.mjs'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  vitest('unit'),
  { name: 'page', command: ['electron-vite', 'build', '--logLevel', 'warn'] },
  vitest('devices'),
  vitest('security'),
  vitest('crash'),
  {
    name: 'end to end',
    command: ['playwright', 'test', '--reporter=line,json'],
    report: 'out/test/e2e.json',
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: 'out/test/e2e.json' },
    kind: 'playwright',
  },
  { name: 'electron', command: ['node', 'tests/electron/launch.mjs'] },
];

function vitest(project) {
  const report = `out/test/${project}.json`;
  return {
    name: project,
    command: [
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    report,
    kind: 'vitest',
  };
}
