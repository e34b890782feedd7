import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enter, type Harness, openHarness, request, tryUpgrade } from './support/door_harness.ts';

/** The door of a unit that asks for security keys goes by a name, and by that one name alone. */
describe('a door that goes by localhost', () => {
  let harness: Harness;
  let cookie: string;
  beforeAll(async () => {
    harness = await openHarness('localhost');
    cookie = await enter(harness);
  });
  afterAll(() => harness.stop());

  test('names itself in its one-time URL and lets its own page make and use keys', async () => {
    expect(new URL(harness.door.oneTimeUrl('officer')).host).toBe(`localhost:${harness.door.port}`);
    const page = await request(harness.door.port, '/', [`Host: ${harness.host}`, `Cookie: ${cookie}`]);
    expect(page.status).toBe(200);
    expect(page.header('content-security-policy')).toContain(`connect-src ws://localhost:${harness.door.port};`);
    const policy = page.header('permissions-policy')?.split(', ') ?? [];
    expect(policy).toContain('publickey-credentials-get=(self)');
    expect(policy).toContain('publickey-credentials-create=(self)');
    expect(policy.filter((one) => !one.endsWith('=()'))).toHaveLength(2);
  });

  test.each([
    (port: number) => `127.0.0.1:${port}`,
    (port: number) => `[::1]:${port}`,
    (port: number) => `LOCALHOST:${port}`,
    (port: number) => `localhost.:${port}`,
    (port: number) => `localhost.evil.example:${port}`,
    (port: number) => `evil.localhost:${port}`,
    (port: number) => `localhost:${port + 1}`,
    () => 'localhost',
  ])('refuses any other Host (%#)', async (hostOf) => {
    const answer = await request(harness.door.port, '/', [`Host: ${hostOf(harness.door.port)}`, `Cookie: ${cookie}`]);
    expect([answer.status, answer.text.includes('HOST_FOREIGN')]).toEqual([421, true]);
  });

  test.each([
    (port: number) => `http://127.0.0.1:${port}`,
    (port: number) => `https://localhost:${port}`,
    (port: number) => `http://localhost:${port + 1}`,
    (port: number) => `http://localhost.evil.example:${port}`,
    () => 'null',
  ])('refuses a socket of any other Origin (%#)', async (originOf) => {
    const origin = originOf(harness.door.port);
    const lines = [`Host: ${harness.host}`, `Origin: ${origin}`, `Cookie: ${cookie}`];
    expect((await tryUpgrade(harness.door.port, lines)).status).toBe(403);
  });
});

describe('a door that goes by its address', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  });
  afterAll(() => harness.stop());

  test('knows no name and lets nobody use keys', async () => {
    const cookie = await enter(harness);
    const named = [`Host: localhost:${harness.door.port}`, `Cookie: ${cookie}`];
    expect((await request(harness.door.port, '/', named)).status).toBe(421);
    const foreign = [`Host: ${harness.host}`, `Origin: http://localhost:${harness.door.port}`, `Cookie: ${cookie}`];
    expect((await tryUpgrade(harness.door.port, foreign)).status).toBe(403);
    const page = await request(harness.door.port, '/', [`Host: ${harness.host}`, `Cookie: ${cookie}`]);
    expect(page.header('permissions-policy')).toContain('publickey-credentials-get=()');
  });
});
