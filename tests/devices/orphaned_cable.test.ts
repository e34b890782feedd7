import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { until } from './rig.ts';

const SCRIPT = `
  import { simulateDevice } from ${JSON.stringify(join(import.meta.dirname, '../../native/index.ts'))};
  import { waitingClock } from ${JSON.stringify(join(import.meta.dirname, '../../core/system_ports.ts'))};
  const made = await simulateDevice('elyctis-idbox', {}, { pty: process.argv[1] }, waitingClock);
  console.log(made.ok ? 'stands' : made.error.detail);
`;

/** Processes whose command line holds `text`. */
async function processesWith(text: string): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(text));
}

it('leaves no socat behind when the process that laid the cable is killed', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'booth-orphan-'));
  const port = join(directory, 'port');
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, port]);
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  await until('the simulator stands', () => said.includes('stands'), 15_000);
  expect((await processesWith(port)).length).toBeGreaterThan(1);
  child.kill('SIGKILL');
  let left = await processesWith(port);
  const limit = performance.now() + 5000;
  while (left.length > 0 && performance.now() < limit) left = await processesWith(port);
  expect(left).toEqual([]);
  await rm(directory, { recursive: true, force: true });
});
