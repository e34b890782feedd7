import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock, systemIds } from '../../core/system_ports.ts';
import { wireLog } from '../wire/device_wire.ts';
import { recordingsIn } from './recordings.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'booth-recordings-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

it('is one at a time of each device, however many are asked for at once', async () => {
  const recordings = await recordingsIn(directory, { clock: systemClock, ids: systemIds });
  const wire = wireLog(systemClock);
  const device = (name: string) => ({ name, driver: 'framed-mrz', options: {} });
  const begun = await Promise.all(
    ['reader', 'reader', 'gate', 'reader'].map((name) => recordings.start(device(name), wire, () => {})),
  );
  const running = recordings.list().filter(({ endedAt }) => endedAt === null);
  expect(running.map(({ id }) => id).sort()).toEqual([begun[2], begun[3]].sort());
  await Promise.all(running.map(({ id }) => recordings.stop(id)));
  expect(recordings.list().filter(({ endedAt }) => endedAt === null)).toEqual([]);
  expect(readdirSync(directory)).toHaveLength(4);
});
