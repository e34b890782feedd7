import { spawn, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enter, type Harness, openHarness } from './support/door_harness.ts';

/** Someone else's user id: the one that belongs to nobody. */
const NOBODY = '65534';

let harness: Harness;
let cookie: string;
beforeAll(async () => {
  harness = await openHarness();
  cookie = await enter(harness);
});
afterAll(() => harness.stop());

/** Asks for the page with everything right; prints the status, or `closed` when not a byte came back. */
const PROGRAM = `
const [port, cookie] = process.argv.slice(1);
const request = require('node:http').get({ host: '127.0.0.1', port, headers: { cookie } }, (response) => {
  console.log(response.statusCode);
  response.destroy();
});
request.on('error', () => console.log('closed'));
`;

function asUser(prefix: readonly string[]): Promise<string> {
  const [command = '', ...rest] = [...prefix, process.execPath, '-e', PROGRAM, String(harness.door.port), cookie];
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    child.on('error', reject);
    child.on('close', () => resolve(output.trim()));
  });
}

const setpriv = 'setpriv';
const asNobody = [setpriv, `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
const canChangeUser =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync(setpriv, [...asNobody.slice(1), process.execPath, '--version']).status === 0;

test('a program of another user gets nothing, even with the cookie; our own gets the page', async () => {
  expect(await asUser([])).toBe('200');
  if (!canChangeUser) {
    console.warn('NOT RUN: the attack by another user needs Linux, root and setpriv to take another user id.');
    return;
  }
  harness.diary.refused.length = 0;
  expect(await asUser(asNobody)).toBe('closed');
  expect(harness.diary.refused).toEqual(['PEER_FOREIGN']);
});
