import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildOptionalParts } from './gate/optional_parts.mjs';
import { STEPS } from './gate/steps.mjs';
import { bringInPackages } from './gate/system_packages.mjs';

/** `npm test`: everything, failing fast, ending with what did not run and why, and one line of counts. */
const bin = join(import.meta.dirname, '..', 'node_modules', '.bin');
const environment = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  ELECTRON_OVERRIDE_DIST_PATH: process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '',
};
if (environment.ELECTRON_OVERRIDE_DIST_PATH === '') delete environment.ELECTRON_OVERRIDE_DIST_PATH;
const notRun = [];

function run({ command, env }) {
  return new Promise((resolve) => {
    const [program, ...args] = command;
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment, ...env } });
    let line = '';
    const watch = (stream, out) =>
      stream.on('data', (chunk) => {
        out.write(chunk);
        line += chunk;
        const lines = line.split('\n');
        line = lines.pop() ?? '';
        for (const one of lines) {
          const said = /NOT RUN: (.*)/.exec(one);
          if (said !== null && !notRun.includes(said[1])) notRun.push(said[1]);
        }
      });
    watch(child.stdout, process.stdout);
    watch(child.stderr, process.stderr);
    child.on('error', (error) => resolve({ code: 127, error }));
    child.on('close', (code) => resolve({ code: code ?? 1 }));
  });
}

/** Counts of a step: from its report where it writes one, else the step itself counts as one. */
function counts(step, code) {
  if (step.report === undefined) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!existsSync(step.report)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(step.report, 'utf8'));
  const [passed, failed, left] =
    step.kind === 'vitest'
      ? [report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests]
      : [report.stats.expected, report.stats.unexpected + report.stats.flaky, report.stats.skipped];
  if (left > 0) notRun.push(`${left} ${step.name} tests were skipped`);
  // A suite that could not even be loaded fails without a failed test; one without tests proves nothing.
  return { passed, failed: code === 0 && passed > 0 ? failed : Math.max(failed, 1) };
}

const missing = bringInPackages();
if (missing !== null) {
  console.error(missing);
  process.exit(1);
}
buildOptionalParts();
mkdirSync('out/test', { recursive: true });
let passed = 0;
let failed = 0;
for (const step of STEPS) {
  const started = Date.now();
  console.log(`\n== ${step.name}`);
  if (step.report !== undefined) rmSync(step.report, { force: true });
  const { code } = await run(step);
  const count = counts(step, code);
  passed += count.passed;
  failed += count.failed;
  console.log(
    `== ${step.name}: ${count.failed === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  if (count.failed > 0) {
    const left = STEPS.slice(STEPS.indexOf(step) + 1).map((one) => one.name);
    if (left.length > 0) notRun.push(`${left.join(', ')}: stopped at the first step that failed`);
    break;
  }
}
console.log('\nDid not run:');
for (const line of notRun) console.log(`- ${line}`);
if (notRun.length === 0) console.log('- nothing was left out');
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
