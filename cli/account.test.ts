import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBooth } from '../core/booth.ts';
import { accountCommand } from './account.ts';
import { openStore, systemEnvironment } from './open_store.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'booth-account-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function account(pin: string, ...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await accountCommand([...args, '--data', directory], {
    stdin: Readable.from([`${pin}\n`]),
    stdout,
    stderr,
  });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

it('makes the first officer of a real lane, who can then sign in', async () => {
  const made = await account('480215', 'set', '2001', '--role', 'officer', '--name', 'Mẫu');
  expect(made).toEqual({
    code: 0,
    out: `${JSON.stringify({ number: '2001', role: 'officer', created: true })}\n`,
    err: '',
  });
  const booth = await createBooth({ dataDirectory: directory, demo: false });
  if (!booth.ok) throw new Error(booth.error.code);
  const client = createRouterClient(booth.value.router, { context: { window: { windowId: 'w', role: 'officer' } } });
  const signedIn = await client.session.signIn({ number: '2001', pin: '480215', direction: 'ARRIVAL', shift: '1' });
  await booth.value.stop();
  expect(signedIn.officer).toMatchObject({ number: '2001', roles: ['officer'] });
});

it('lists the security keys of a person, and forgets them all when they are lost', async () => {
  await account('480215', 'set', '2001', '--role', 'officer', '--name', 'Mẫu');
  writeFileSync(join(directory, 'settings.json'), JSON.stringify({ login: { secondFactor: 'WHERE_REGISTERED' } }));
  const known = { name: 'blue', registeredAt: 5, confirmedBy: '0200', lastUsedAt: null };
  const opened = await openStore(directory, await systemEnvironment(), false);
  if (!opened.ok) throw new Error(opened.error);
  await opened.value.securityKeys.add({ id: 'AAAA', number: '2001', publicKey: 'BBBB', counter: 0, ...known });
  await opened.value.close();
  const keys = [{ id: 'AAAA', ...known }];
  expect(JSON.parse((await account('', 'keys', '2001')).out)).toEqual({ number: '2001', keys });
  expect(JSON.parse((await account('', 'forget-keys', '2001')).out)).toEqual({ number: '2001', removed: keys });
  expect(JSON.parse((await account('', 'keys', '2001')).out)).toEqual({ number: '2001', keys: [] });
});

it.each([
  ['no role', '480215', ['set', '2001', '--name', 'Mẫu']],
  ['an unknown role', '480215', ['set', '2001', '--role', 'king', '--name', 'Mẫu']],
  ['a short PIN', '48', ['set', '2001', '--role', 'officer', '--name', 'Mẫu']],
  ['no number', '480215', ['set', '--role', 'officer', '--name', 'Mẫu']],
])('refuses %s in one line', async (_what, pin, args) => {
  const { code, out, err } = await account(pin, ...args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err.trim().split('\n')).toHaveLength(1);
});
