import { expect, it } from 'vitest';
import { isTcp, parseTcp } from './tcp_address.ts';

it.each([
  ['tcp://127.0.0.1:3001', '127.0.0.1', 3001],
  ['tcp://device-server.lane7:2000', 'device-server.lane7', 2000],
  ['tcp://[::1]:65535', '::1', 65_535],
])('reads %s', (path, host, port) => {
  expect(isTcp(path)).toBe(true);
  expect(parseTcp(path)).toEqual({ ok: true, value: { host, port } });
});

it.each([
  'tcp://',
  'tcp://host',
  'tcp://host:0',
  'tcp://host:65536',
  'tcp://host:12x',
  'tcp://:3001',
  'tcp://::1:3001',
  'tcp://someone@host:1',
  'tcp://host:1/path',
])('refuses %s', (path) => expect(parseTcp(path).ok).toBe(false));

it('leaves other paths to others', () => {
  expect(isTcp('/dev/ttyS0')).toBe(false);
  expect(parseTcp('/dev/ttyS0').ok).toBe(false);
});
