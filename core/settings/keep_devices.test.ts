import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepDevices } from './keep_devices.ts';

let directory = '';
let file = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'booth-keep-'));
  file = join(directory, 'settings.json');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));
const devices = [{ driver: 'framed-mrz', name: 'reader', options: {} }];

it('writes the devices and leaves every other key as it stands', async () => {
  const rest = { lane: { id: 'B02' }, unheardOf: [1, { two: null }] };
  writeFileSync(file, JSON.stringify({ ...rest, devices: [{ driver: 'x', name: 'old' }] }));
  expect((await keepDevices(directory, devices)).ok).toBe(true);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...rest, devices });
  expect(readdirSync(directory)).toEqual(['settings.json']);
});

it('makes the file where there was none', async () => {
  expect((await keepDevices(directory, devices)).ok).toBe(true);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ devices });
});

it.each(['{"lane":', '[]', 'null'])('does not write over %j', async (text) => {
  writeFileSync(file, text);
  expect(await keepDevices(directory, devices)).toMatchObject({ ok: false, error: { code: 'STORE_IO' } });
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(readdirSync(directory)).toEqual(['settings.json']);
});

it('says where the folder takes nothing', async () => {
  const kept = await keepDevices(join(directory, 'nowhere'), devices);
  expect(kept).toMatchObject({ ok: false, error: { code: 'STORE_IO', detail: 'settings.json: ENOENT' } });
});
