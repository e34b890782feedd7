import { describe, expect, test } from 'vitest';
import {
  boothOriginOf,
  exportPath,
  isAllowedRequest,
  isAllowedUrl,
  noEnds,
  permissionVerdict,
  type RestartHistory,
  readFlags,
  restartAfter,
  stoppedReason,
  windowOpenVerdict,
  windowOptions,
} from './hardening.ts';

const stoppedPage = 'file:///opt/booth/resources/app.asar/electron/booth_stopped.html';
const places = { boothOrigin: 'http://127.0.0.1:41000', stoppedPage };
const down = { boothOrigin: null, stoppedPage };

describe('the window', () => {
  test('is sandboxed, isolated and has no preload script', () => {
    const { webPreferences } = windowOptions({ kiosk: true, devTools: false });
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      devTools: false,
    });
    expect(Object.keys(webPreferences)).not.toContain('preload');
    expect(webPreferences.partition.startsWith('persist:')).toBe(false);
  });

  test('has tools only when the shell was told so', () => {
    expect(windowOptions(readFlags([])).webPreferences.devTools).toBe(false);
    expect(windowOptions(readFlags(['--dev-tools'])).webPreferences.devTools).toBe(true);
    expect(windowOptions(readFlags([])).kiosk).toBe(true);
    expect(windowOptions(readFlags(['--windowed'])).kiosk).toBe(false);
  });

  test('gives no permission and opens no other window', () => {
    expect([permissionVerdict(), windowOpenVerdict()]).toEqual([false, { action: 'deny' }]);
  });
});

describe('where the window may go', () => {
  test.each(['http://127.0.0.1:41000/', 'http://127.0.0.1:41000/open?token=x', stoppedPage, `${stoppedPage}#ended`])(
    '%s: yes',
    (url) => expect(isAllowedUrl(url, places)).toBe(true),
  );

  test.each([
    'http://127.0.0.1:41001/',
    'http://127.0.0.1/',
    'http://localhost:41000/',
    'https://127.0.0.1:41000/',
    'http://127.0.0.1:41000@evil.example/',
    'http://user:pass@127.0.0.1:41000/',
    'http://127.0.0.1.evil.example:41000/',
    'http://evil.example/?http://127.0.0.1:41000/',
    'file:///etc/passwd',
    `${stoppedPage}/../main.js`,
    `${stoppedPage}?x`,
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:http://127.0.0.1:41000/x',
    'about:blank',
    'chrome://settings',
    'view-source:http://127.0.0.1:41000/',
    'no url',
    '',
  ])('%s: no', (url) => expect(isAllowedUrl(url, places)).toBe(false));

  test('while the booth is down only the page that says so', () => {
    expect(isAllowedUrl('http://127.0.0.1:41000/', down)).toBe(false);
    expect(isAllowedUrl(stoppedPage, down)).toBe(true);
  });
});

test('the page may fetch from its booth, and speak to its socket, and nothing else', () => {
  expect(isAllowedRequest('ws://127.0.0.1:41000/rpc', places)).toBe(true);
  expect(isAllowedRequest('data:image/png;base64,AA==', places)).toBe(true);
  expect(isAllowedRequest('blob:http://127.0.0.1:41000/1b2c', places)).toBe(true);
  expect(isAllowedRequest('blob:http://127.0.0.1:41001/1b2c', places)).toBe(false);
  expect(isAllowedRequest('ws://127.0.0.1:41001/rpc', places)).toBe(false);
  expect(isAllowedRequest('wss://127.0.0.1:41000/rpc', places)).toBe(false);
  expect(isAllowedRequest('ws://127.0.0.1:41000/rpc', down)).toBe(false);
  expect(isAllowedRequest('https://updates.example/', places)).toBe(false);
});

test.each([
  ['blob:http://127.0.0.1:41000/1b2c', 'A07-reader-wire.jsonl', '/data/exports/A07-reader-wire.jsonl'],
  ['blob:http://127.0.0.1:41000/1b2c', 'A07-20261122.profile.json', '/data/exports/A07-20261122.profile.json'],
  ['blob:http://127.0.0.1:41000/1b2c', 'refusal-A07-2026-0047-vi.pdf', '/data/papers/refusal-A07-2026-0047-vi.pdf'],
  ['blob:http://127.0.0.1:41001/1b2c', 'A07-reader-wire.jsonl', null],
  ['blob:http://127.0.0.1:41000.evil.example/1b2c', 'A07-reader-wire.jsonl', null],
  ['http://127.0.0.1:41000/assets/x.json', 'x.json', null],
  ['blob:http://127.0.0.1:41000/1b2c', '../booth.json', null],
  ['blob:http://127.0.0.1:41000/1b2c', '.profile.json', null],
  ['blob:http://127.0.0.1:41000/1b2c', 'x.desktop', null],
])('a download of %s as %s goes to %s', (url, name, path) => {
  expect(exportPath(url, name, places, '/data')).toBe(path);
  expect(exportPath(url, name, down, '/data')).toBeNull();
});

test.each([
  ['http://127.0.0.1:41000/open?token=x', 'http://127.0.0.1:41000'],
  ['http://127.0.0.1/open?token=x', null],
  ['http://localhost:41000/open?token=x', 'http://localhost:41000'],
  ['http://localhost/open?token=x', null],
  ['http://localhost.evil.example:41000/open?token=x', null],
  ['http://[::1]:41000/open?token=x', null],
  ['http://evil.example:41000/open?token=x', null],
  ['https://127.0.0.1:41000/open?token=x', null],
  ['http://127.0.0.1:41000/', null],
  ['file:///open?token=x', null],
  ['nonsense', null],
])('what the booth says (%s) is believed as %s', (url, origin) => expect(boothOriginOf(url)).toBe(origin));

describe('a booth that ends', () => {
  test('is started again ever more slowly, but always', () => {
    const delays: number[] = [];
    let history: RestartHistory = noEnds;
    for (let i = 0; i < 8; i += 1) {
      const next = restartAfter(history, 0);
      delays.push(next.delayMs);
      history = next;
    }
    expect(delays).toEqual([500, 1_000, 2_000, 5_000, 10_000, 30_000, 30_000, 30_000]);
  });

  test('after a minute of health is started as if it were the first time', () => {
    expect(restartAfter({ endsInARow: 7 }, 60_000)).toEqual({ endsInARow: 1, delayMs: 500 });
    expect(restartAfter({ endsInARow: 7 }, 59_999)).toEqual({ endsInARow: 8, delayMs: 30_000 });
  });

  test('is told apart: it refused, or it fell', () => {
    expect([stoppedReason(2), stoppedReason(1), stoppedReason(0), stoppedReason(null)]).toEqual([
      'refused',
      'ended',
      'ended',
      'ended',
    ]);
  });
});

test('only known switches reach the booth', () => {
  const flags = readFlags(['.', '--role=officer', '--port=0', '--demo', '--data=/d', '--host=browser', '--key-fd=9']);
  expect(flags.boothArguments).toEqual(['--role', 'officer', '--port', '0', '--demo']);
  expect(flags.dataDirectory).toBe('/d');
});
