import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  closing,
  connectWindow,
  enter,
  type Harness,
  openHarness,
  request,
  tryUpgrade,
} from './support/door_harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.stop());

function open(url: string, method?: string, extra: readonly string[] = []) {
  const { pathname, search } = new URL(url);
  return request(harness.door.port, `${pathname}${search}`, [`Host: ${harness.host}`, ...extra], method);
}

test('a token opens one window, by a cookie that no script and no other site can use', async () => {
  const answer = await open(harness.door.oneTimeUrl('officer'));
  expect([answer.status, answer.header('location')]).toEqual([303, '/']);
  expect(answer.header('set-cookie')).toMatch(/^booth_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(harness.diary.opened).toEqual([{ windowId: expect.any(String), role: 'officer', origin: harness.origin }]);
});

test('a token works once', async () => {
  const url = harness.door.oneTimeUrl('officer');
  await open(url);
  const again = await open(url);
  expect([again.status, again.header('set-cookie')]).toEqual([403, null]);
  expect(harness.diary.opened).toHaveLength(1);
});

test('a token that was brought twice at the same moment lets one in', async () => {
  const url = harness.door.oneTimeUrl('officer');
  const answers = await Promise.all([open(url), open(url), open(url), open(url)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([303, 403, 403, 403]);
});

test('a token is worth nothing after 60 s', async () => {
  const url = harness.door.oneTimeUrl('officer');
  harness.clock.advance(60_000);
  expect((await open(url)).status).toBe(403);
});

test.each(['', '?token=', `?token=${'A'.repeat(43)}`, `?token=${'A'.repeat(44)}`, '?Token=x', '?token=x&token=y'])(
  'the token "%s" opens nothing',
  async (query) => {
    const answer = await open(`${harness.origin}/open${query}`);
    expect([answer.status, answer.header('set-cookie')]).toEqual([403, null]);
  },
);

test('neither HEAD nor a prefetch nor a click on another site uses a token up', async () => {
  const url = harness.door.oneTimeUrl('officer');
  expect((await open(url, 'HEAD')).status).toBe(405);
  expect((await open(url, 'GET', ['Sec-Purpose: prefetch;prerender'])).status).toBe(403);
  expect((await open(url, 'GET', ['Sec-Fetch-Site: cross-site'])).status).toBe(403);
  expect((await open(url, 'GET', ['Sec-Fetch-Site: none'])).status).toBe(303);
});

test('nothing is answered without the cookie, not even a file of the page', async () => {
  const cookie = await enter(harness);
  const [name] = cookie.split('=');
  const wrong = [[], [`Cookie: ${name}=${'A'.repeat(43)}`], [`Cookie: ${cookie}; ${cookie}`], [`Cookie: x${cookie}`]];
  for (const lines of wrong) {
    for (const path of ['/', '/assets/main-AbCd1234.js', '/nothing']) {
      expect((await request(harness.door.port, path, [`Host: ${harness.host}`, ...lines])).status).toBe(401);
    }
    const lineUp = [`Host: ${harness.host}`, `Origin: ${harness.origin}`, ...lines];
    expect((await tryUpgrade(harness.door.port, lineUp)).status).toBe(401);
  }
});

test('a second window is refused while the first is connected, and takes its place once it is gone', async () => {
  const first = await enter(harness);
  const socket = await connectWindow(harness, first);
  expect((await open(harness.door.oneTimeUrl('officer'))).status).toBe(409);
  const sameCookie = await tryUpgrade(harness.door.port, [
    `Host: ${harness.host}`,
    `Origin: ${harness.origin}`,
    `Cookie: ${first}`,
  ]);
  expect(sameCookie.status).toBe(409);

  const gone = closing(socket);
  socket.terminate();
  await gone;
  await expect.poll(() => harness.diary.closed).toEqual([harness.diary.opened[0]?.windowId]);
  const second = await enter(harness);
  expect((await request(harness.door.port, '/', [`Host: ${harness.host}`, `Cookie: ${first}`])).status).toBe(401);
  expect((await request(harness.door.port, '/', [`Host: ${harness.host}`, `Cookie: ${second}`])).status).toBe(200);
});

test('a page that reloads faster than its old socket ends waits for it; of two that wait, one comes in', async () => {
  const cookie = await enter(harness);
  const old = await connectWindow(harness, cookie);
  const waiting = [connectWindow(harness, cookie), connectWindow(harness, cookie)];
  const settled = Promise.allSettled(waiting);
  old.terminate();
  const outcomes = await settled;
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  for (const outcome of outcomes) if (outcome.status === 'fulfilled') outcome.value.terminate();
});

test('a reloaded page keeps its window, and the booth is told that it is back', async () => {
  const cookie = await enter(harness);
  const first = await connectWindow(harness, cookie);
  const gone = closing(first);
  first.close(1001);
  await gone;
  await expect.poll(() => harness.diary.closed.length).toBe(1);
  const second = await connectWindow(harness, cookie);
  expect(second.readyState).toBe(second.OPEN);
  expect(harness.diary.opened).toHaveLength(2);
  expect(harness.diary.opened[1]).toEqual(harness.diary.opened[0]);
  second.terminate();
});
