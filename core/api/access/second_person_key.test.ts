import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Booth } from '../../booth.ts';
import { startBooth, temporaryData } from '../../testing/desk.ts';
import { challengeOf, KEY_ORIGIN, refusalOf } from '../../testing/key_asked.ts';
import { softwareKey } from '../../testing/software_key.ts';

// A booth is started with its invented officers, whose PINs take their time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const HEAD = { number: '0200', pin: '200200' };
const ADMIN = { number: '0666', pin: '666000' };
const OFFICER = { number: '0412', pin: '246810' };
const NEXT = { number: '0413', pin: '413413' };
type Person = typeof HEAD;

const data = temporaryData();
let booth: Booth;
const keys = new Map<string, { key: ReturnType<typeof softwareKey>; count: number }>();

const window = () =>
  createRouterClient(booth.router, { context: { window: { windowId: 'w1', role: 'officer', origin: KEY_ORIGIN } } });

/** Makes a call, shows the key it asks for, and makes it again, as a window does. */
async function shown<T>(person: Person, call: () => Promise<T>): Promise<T> {
  const held = keys.get(person.number);
  if (held === undefined) throw new Error('no key');
  const challenge = await challengeOf(call());
  held.count += 1;
  await window().session.showKey({ response: held.key.sign(challenge, held.count) });
  return call();
}
async function register(person: Person, second: Person): Promise<void> {
  const ask = () => window().session.registerKey({ person, name: 'key', lost: false, second });
  const { options } = await (keys.has(second.number) ? shown(second, ask) : ask());
  const key = softwareKey(KEY_ORIGIN);
  await window().session.keepKey({ response: key.make(options.challenge) });
  keys.set(person.number, { key, count: 0 });
}
const signIn = (person: Person) => window().session.signIn({ ...person, direction: 'ARRIVAL', shift: '1' });
const order = (head: Person) => ({
  profile: 'ELEVATED' as const,
  from: null,
  until: Date.now() + 3_600_000,
  reason: 'a test',
  event: null,
  head,
});

beforeAll(async () => {
  writeFileSync(join(data.directory, 'settings.json'), JSON.stringify({ login: { secondFactor: 'REQUIRED' } }));
  booth = await startBooth({ dataDirectory: data.directory });
});
afterAll(async () => {
  await booth.stop();
  data.remove();
});

test('where a key is required nobody without one signs in, and the first head gets one with somebody else', async () => {
  expect(booth.doorName).toBe('localhost');
  expect(await refusalOf(signIn(OFFICER))).toBe('SECOND_FACTOR_UNREGISTERED');
  await register(HEAD, ADMIN);
  // From now on the head's word needs the head's key.
  await register(OFFICER, HEAD);
  expect((await shown(OFFICER, () => signIn(OFFICER))).officer.number).toBe('0412');
});

test('who decides at another person’s window shows a key of their own, and without one nothing is done', async () => {
  const set = () => window().posture.set(order(HEAD));
  expect(await refusalOf(set())).toBe('SECOND_FACTOR_NEEDED');
  expect(await refusalOf(window().posture.set(order(NEXT)))).toBe('SECOND_FACTOR_UNREGISTERED');
  const challenge = await challengeOf(set());
  const officers = keys.get('0412');
  const response = officers?.key.sign(challenge, 50);
  if (response === undefined) throw new Error('no key');
  expect(await refusalOf(window().session.showKey({ response }))).toBe('SECOND_FACTOR_WRONG');
  expect(await refusalOf(set())).toBe('SECOND_FACTOR_NEEDED');
  expect((await shown(HEAD, set)).order).toMatch(/^[0-9a-f-]{36}$/);
});

test('a shift passes to nobody without their key, and to its holder at once', async () => {
  const counters = { stampsFrom: 'A001', stampsTo: 'A100', forms: 1, seals: 1, receipts: 0 };
  const { shift, session } = window();
  await shift.begin({ counters });
  await shift.beginHandOver({ counters, instructions: '' });
  for await (const { handOver, items } of await shift.watch()) {
    if (handOver === null) continue;
    for (const { id } of items) await shift.answerItem({ item: id, accepted: true, reason: '' });
    break;
  }
  const signedIn = async () => {
    for await (const view of await session.watch()) return view.signedIn?.number;
    return null;
  };
  expect(await refusalOf(shift.sign(NEXT))).toBe('SECOND_FACTOR_UNREGISTERED');
  expect(await signedIn()).toBe('0412');
  await session.signOut();
  await register(NEXT, HEAD);
  await shown(OFFICER, () => signIn(OFFICER));
  expect(await refusalOf(shift.sign(NEXT))).toBe('SECOND_FACTOR_NEEDED');
  expect(await signedIn()).toBe('0412');
  await shown(NEXT, () => shift.sign(NEXT));
  expect(await signedIn()).toBe('0413');
});
