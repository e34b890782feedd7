import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ONE_WAY, READER, technicianLane } from '../devices/technician_lane.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'booth-trial-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Runs the lane until its trial is under way and kills it without a word; the devices that were in service come back. */
function killedInTrial(): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const args = [
      join(import.meta.dirname, 'trial_lane.ts'),
      directory,
      JSON.stringify([READER]),
      JSON.stringify([ONE_WAY]),
    ];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let inService: string[] | null = null;
    createInterface({ input: child.stdout }).on('line', (line) => {
      inService = JSON.parse(line);
      child.kill('SIGKILL');
    });
    child.on('close', () => (inService === null ? reject(new Error('no trial came about')) : resolve(inService)));
  });
}

it('a power loss in a trial puts the old settings back in service', async () => {
  const before = JSON.stringify({ lane: { id: 'B02' }, devices: [READER] });
  writeFileSync(join(directory, 'settings.json'), before);
  expect(await killedInTrial()).toEqual(['second']);
  expect(readFileSync(join(directory, 'settings.json'), 'utf8')).toBe(before);
  const lane = await technicianLane(JSON.parse(before).devices, directory);
  const view = await lane.sees((now) => now.devices[0]?.state === 'ready');
  expect([view.devices.map(({ name }) => name), view.trial]).toEqual([['reader'], null]);
  const log = await lane.technician.technician.log({ before: null });
  expect(log.map(({ event }) => event)).toContain('SETTINGS_TRIED');
  expect(log.map(({ event }) => event)).not.toContain('SETTINGS_KEPT');
  await lane.stop();
});
