import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enter, type Harness, openHarness, request } from './support/door_harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness.stop());

/** Sends a byte of a header every 200 ms and never ends it; the bytes that came back before the door hung up. */
function drip(): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect({ host: '127.0.0.1', port: harness.door.port });
    socket.write(`GET / HTTP/1.1\r\nHost: ${harness.host}\r\nX-Slow: `);
    const timer = setInterval(() => socket.write('a'), 200);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearInterval(timer);
      resolve(text);
    });
  });
}

test('headers that never end are cut off, and others are served meanwhile', async () => {
  const slow = Promise.all(Array.from({ length: 10 }, () => drip()));
  const cookie = await enter(harness);
  expect((await request(harness.door.port, '/', [`Host: ${harness.host}`, `Cookie: ${cookie}`])).status).toBe(200);
  for (const answer of await slow) expect(answer).not.toContain('200 OK');
});

test('connections that say nothing are cut off', async () => {
  const closed = Array.from(
    { length: 5 },
    () =>
      new Promise<string>((resolve) => {
        const socket = connect({ host: '127.0.0.1', port: harness.door.port });
        socket.on('error', () => socket.destroy());
        socket.resume();
        socket.on('close', () => resolve('closed'));
      }),
  );
  expect(await Promise.all(closed)).toEqual(Array(5).fill('closed'));
});

test('more connections than the door has room for are dropped, and room comes back', async () => {
  const idle = Array.from({ length: 60 }, () => connect({ host: '127.0.0.1', port: harness.door.port }));
  let dropped = 0;
  for (const socket of idle) {
    socket.on('error', () => undefined);
    socket.on('close', () => {
      dropped += 1;
    });
    socket.resume();
  }
  await expect.poll(() => dropped).toBeGreaterThanOrEqual(28);
  for (const socket of idle) socket.destroy();
  await expect.poll(async () => (await request(harness.door.port, '/', [`Host: ${harness.host}`])).status).toBe(401);
});
