import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Booth } from '../../booth.ts';
import { systemClock } from '../../system_ports.ts';
import { startBooth, temporaryData } from '../../testing/desk.ts';
import { challengeOf, KEY_ORIGIN as ORIGIN, refusalOf } from '../../testing/key_asked.ts';
import { softwareKey } from '../../testing/software_key.ts';

// A booth is started with its invented officers, whose PINs take their time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const HEAD = { number: '0200', pin: '200200' };
const OFFICER = { number: '0412', pin: '246810' };
const data = temporaryData();
const key = softwareKey(ORIGIN);
let booth: Booth;
let ahead = 0;
let counter = 0;

const at = (windowId: string) =>
  createRouterClient(booth.router, { context: { window: { windowId, role: 'officer', origin: ORIGIN } } });
const signIn = (windowId: string, person = OFFICER) =>
  at(windowId).session.signIn({ ...person, direction: 'ARRIVAL', shift: '1' });
const begin = (windowId: string): Promise<unknown> => challengeOf(signIn(windowId));
async function withKey(windowId: string): Promise<void> {
  const challenge = await begin(windowId);
  counter += 1;
  await at(windowId).session.showKey({ response: key.sign(challenge, counter) });
  await signIn(windowId);
}
const WRONG = { code: 'SECOND_FACTOR_WRONG' };
const NEEDED = { code: 'SECOND_FACTOR_NEEDED' };

beforeAll(async () => {
  writeFileSync(join(data.directory, 'settings.json'), JSON.stringify({ login: { secondFactor: 'WHERE_REGISTERED' } }));
  const clock = { ...systemClock, monotonic: () => systemClock.monotonic() + ahead };
  booth = await startBooth({ dataDirectory: data.directory, clock });
  const window = at('w1').session;
  const blue = { person: OFFICER, name: 'blue', lost: false, second: HEAD };
  await expect(window.registerKey({ ...blue, person: HEAD })).rejects.toMatchObject({ code: 'SAME_PERSON' });
  await expect(window.registerKey({ ...blue, second: { number: '0413', pin: '413413' } })).rejects.toMatchObject({
    code: 'KEY_CONFIRMER_NEEDED',
  });
  const { options } = await window.registerKey(blue);
  await expect(
    window.keepKey({ response: key.make(options.challenge, 'http://localhost:41001') }),
  ).rejects.toMatchObject(WRONG);
  await expect(window.keepKey({ response: key.make(options.challenge) })).rejects.toMatchObject(WRONG);
  const again = await window.registerKey(blue);
  await window.keepKey({ response: key.make(again.options.challenge) });
});
afterAll(async () => {
  await booth.stop();
  data.remove();
});

test('who has no key signs in with number and PIN alone', async () => {
  expect((await signIn('w9', HEAD)).officer.number).toBe('0200');
});

test('a question is spent by its first answer, and a shown key opens its call once', async () => {
  const challenge = await begin('w1');
  counter += 1;
  const response = key.sign(challenge, counter);
  await at('w1').session.showKey({ response });
  expect((await signIn('w1')).officer.number).toBe('0412');
  await expect(at('w1').session.showKey({ response })).rejects.toMatchObject(WRONG);
  await at('w1').session.signOut();
  await expect(signIn('w1')).rejects.toMatchObject(NEEDED);
});

test.each([
  ['of another window', (challenge: unknown) => ['w2', key.sign(challenge, counter + 1)] as const],
  [
    'of another origin',
    (challenge: unknown) => ['w1', key.sign(challenge, counter + 1, 'http://localhost:1')] as const,
  ],
  ['without its own PIN', (challenge: unknown) => ['w1', key.sign(challenge, counter + 1, ORIGIN, false)] as const],
  ['of an unknown key', (challenge: unknown) => ['w1', softwareKey(ORIGIN).sign(challenge, 1)] as const],
  ['to another question', () => ['w1', key.sign('AAAA', counter + 1)] as const],
  ['of a copy that counts behind', (challenge: unknown) => ['w1', key.sign(challenge, counter)] as const],
])('an answer %s signs nobody in', async (_what, answer) => {
  const [windowId, response] = answer(await begin('w1'));
  await expect(at(windowId).session.showKey({ response })).rejects.toMatchObject(WRONG);
  expect(await refusalOf(signIn('w1'))).toBe('SECOND_FACTOR_NEEDED');
});

test('an answer after a minute is too late, and so is a sign-in ten seconds after the key', async () => {
  const challenge = await begin('w1');
  ahead += 60_001;
  await expect(at('w1').session.showKey({ response: key.sign(challenge, counter + 1) })).rejects.toMatchObject(WRONG);
  const next = await begin('w1');
  counter += 1;
  await at('w1').session.showKey({ response: key.sign(next, counter) });
  ahead += 10_001;
  await expect(signIn('w1')).rejects.toMatchObject(NEEDED);
});

test('a key that was shown opens no other call, and the PIN must still be right', async () => {
  await signIn('w1', { number: '0413', pin: '413413' });
  const order = {
    profile: 'ELEVATED' as const,
    from: null,
    until: Date.now() + 3_600_000,
    reason: 'a test',
    event: null,
  };
  const challenge = await begin('w1');
  counter += 1;
  await at('w1').session.showKey({ response: key.sign(challenge, counter) });
  await expect(at('w1').posture.set({ ...order, head: OFFICER })).rejects.toMatchObject(NEEDED);
  // It is spent now, whatever it was tried for.
  await expect(signIn('w1')).rejects.toMatchObject(NEEDED);
  const again = await begin('w1');
  counter += 1;
  await at('w1').session.showKey({ response: key.sign(again, counter) });
  await expect(signIn('w1', { ...OFFICER, pin: '999999' })).rejects.toMatchObject({ code: 'LOGIN_WRONG' });
  await at('w1').session.signOut();
});

test('a lost key is replaced at a locked window, and the old one opens nothing', async () => {
  const green = softwareKey(ORIGIN);
  const asked = { person: OFFICER, name: 'green', lost: true, second: HEAD };
  const { options } = await at('w1').session.registerKey(asked);
  await at('w1').session.keepKey({ response: green.make(options.challenge) });
  await expect(at('w1').session.showKey({ response: key.sign(await begin('w1'), counter + 1) })).rejects.toMatchObject(
    WRONG,
  );
  await at('w1').session.showKey({ response: green.sign(await begin('w1'), 1) });
  await signIn('w1');
  const { options: back } = await at('w1').access.registerKey({ name: 'blue', second: HEAD });
  await at('w1').session.keepKey({ response: key.make(back.challenge) });
  counter = 0;
  await at('w1').session.signOut();
});

test('a key is removed with another person standing by, and then asks for nothing', async () => {
  await withKey('w1');
  const mine = async () => {
    for await (const { keys } of await at('w1').access.watch()) return keys;
    return [];
  };
  const keys = await mine();
  expect(keys.map(({ name, confirmedBy }) => [name, confirmedBy])).toEqual([
    ['green', '0200'],
    ['blue', '0200'],
  ]);
  for (const { id } of keys) {
    await expect(at('w1').access.removeKey({ key: id, second: OFFICER })).rejects.toMatchObject({
      code: expect.stringMatching(/SAME_PERSON|SECOND_FACTOR_NEEDED/),
    });
    expect(await at('w1').access.removeKey({ key: id, second: HEAD })).toEqual({ removed: true });
  }
  expect(await mine()).toEqual([]);
  await at('w1').session.signOut();
  expect((await signIn('w1')).officer.number).toBe('0412');
});
