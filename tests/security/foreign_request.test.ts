import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enter, type Harness, openHarness, request, SECRET_TEXT } from './support/door_harness.ts';

let harness: Harness;
let cookie: string;

beforeAll(async () => {
  harness = await openHarness();
  cookie = await enter(harness);
});
afterAll(() => harness.stop());

function ask(target: string, headers: readonly string[], method?: string) {
  return request(harness.door.port, target, [...headers, `Cookie: ${cookie}`], method);
}

test('the window itself gets its page, with every protective header', async () => {
  const page = await ask('/', [`Host: ${harness.host}`, 'Sec-Fetch-Site: same-origin']);
  expect(page.status).toBe(200);
  expect(page.text).toContain('<title>page</title>');
  expect(page.header('cache-control')).toBe('no-store');
  expect(page.header('content-security-policy')).toContain("default-src 'none'");
  expect(page.header('content-security-policy')).toContain(`connect-src ws://${harness.host}`);
  expect(page.header('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(page.header('content-security-policy')).not.toContain('unsafe');
  expect(page.header('x-content-type-options')).toBe('nosniff');
  expect(page.header('referrer-policy')).toBe('no-referrer');
  expect(page.header('cross-origin-opener-policy')).toBe('same-origin');
  expect(page.header('cross-origin-embedder-policy')).toBe('require-corp');
  expect(page.header('cross-origin-resource-policy')).toBe('same-origin');
  expect(page.header('permissions-policy')).toContain('camera=()');
  expect(page.text.toLowerCase()).not.toContain('access-control-');
  const script = await ask('/assets/main-AbCd1234.js', [`Host: ${harness.host}`]);
  expect(script.header('cache-control')).toContain('immutable');
});

describe('a foreign name', () => {
  test.each([
    ['a name that resolves to this machine', 'Host: rebound.example'],
    ['the right address on another port', 'Host: 127.0.0.1:1'],
    ['localhost', 'Host: localhost:PORT'],
    ['an address that begins alike', 'Host: 127.0.0.1:PORT.rebound.example'],
    ['no Host at all', 'X-Nothing: 1'],
    ['two Hosts', 'Host: 127.0.0.1:PORT\r\nHost: rebound.example'],
  ])('%s is turned away', async (_what, line) => {
    const answer = await ask('/', [line.replaceAll('PORT', String(harness.door.port))]);
    // Node itself answers 400 to a second Host; both are a refusal.
    expect([400, 421]).toContain(answer.status);
    expect(answer.text).not.toContain('<title>');
  });

  test.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['http://localhost:PORT', 403],
    ['http://127.0.0.1:1', 403],
  ])('Origin %s is turned away', async (origin, status) => {
    const line = `Origin: ${origin.replace('PORT', String(harness.door.port))}`;
    expect((await ask('/', [`Host: ${harness.host}`, line])).status).toBe(status);
  });

  test.each(['cross-site', 'same-site', 'anything'])('a fetch from %s is turned away', async (site) => {
    const answer = await ask('/', [`Host: ${harness.host}`, `Sec-Fetch-Site: ${site}`]);
    expect([answer.status, answer.text.includes('SITE_FOREIGN')]).toEqual([403, true]);
  });
});

describe('an unusual request', () => {
  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'])('%s is not answered', async (method) => {
    const answer = await ask('/', [`Host: ${harness.host}`], method);
    expect(answer.status).toBe(405);
    expect(answer.text.toLowerCase()).not.toContain('access-control-');
  });

  test('CONNECT opens no tunnel', async () => {
    const answer = await ask('127.0.0.1:22', [`Host: ${harness.host}`], 'CONNECT');
    expect(answer.status).not.toBe(200);
  });

  test('a body is refused', async () => {
    const answer = await ask('/', [`Host: ${harness.host}`, 'Content-Length: 3']);
    expect([answer.status, answer.text.includes('BODY_NOT_ALLOWED')]).toEqual([400, true]);
  });

  test('headers beyond the limit end the connection', async () => {
    const answer = await ask('/', [`Host: ${harness.host}`, `X-Long: ${'a'.repeat(16_384)}`]);
    expect(answer.text).not.toContain('<title>');
    expect(answer.status).not.toBe(200);
  });

  test.each([
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e%2foutside.txt',
    '/..\\outside.txt',
    '/..%5coutside.txt',
    '/....//outside.txt',
    '/assets/..;/..;/outside.txt',
    '/%252e%252e/outside.txt',
    '/assets/%00../outside.txt',
    '//etc/passwd',
    'http://127.0.0.1/../outside.txt',
    'file:///etc/passwd',
    '/assets',
    '/index.html',
  ])('the path %s leads nowhere', async (path) => {
    const answer = await ask(path, [`Host: ${harness.host}`]);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain(SECRET_TEXT);
    expect(answer.text).not.toContain('root:');
  });
});

test('what was refused is told to the booth by code, but not without limit', async () => {
  harness.clock.advance(120_000);
  harness.diary.refused.length = 0;
  for (let i = 0; i < 30; i += 1) await ask('/', ['Host: rebound.example']);
  expect(harness.diary.refused).toEqual(Array(10).fill('HOST_FOREIGN'));
  expect(harness.diary.log.join('\n')).not.toContain('rebound.example');
});
