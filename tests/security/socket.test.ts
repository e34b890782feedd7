import { connect } from 'node:net';
import { createORPCClient, isDefinedError, safe } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type WebSocket from 'ws';
import type { Contract } from '../../contract/index.ts';
import {
  answerTo,
  closing,
  connectWindow,
  enter,
  type Harness,
  openHarness,
  SECRET_TEXT,
  tryUpgrade,
  upgradeLines,
} from './support/door_harness.ts';

let harness: Harness;
let cookie: string;
let sockets: WebSocket[] = [];

beforeEach(async () => {
  harness = await openHarness();
  cookie = await enter(harness);
});
afterEach(async () => {
  for (const socket of sockets) socket.terminate();
  sockets = [];
  await harness.stop();
});

async function window(): Promise<WebSocket> {
  const socket = await connectWindow(harness, cookie);
  sockets.push(socket);
  return socket;
}

function clientOf(socket: WebSocket): ContractRouterClient<Contract> {
  return createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
}

describe('an upgrade', () => {
  test.each([
    ['no Origin', []],
    ['a foreign Origin', ['Origin: https://evil.example']],
    ['the Origin null', ['Origin: null']],
    ['localhost as Origin', ['Origin: http://localhost:PORT']],
    ['another port as Origin', ['Origin: http://127.0.0.1:1']],
    ['two Origins', ['Origin: http://127.0.0.1:PORT', 'Origin: https://evil.example']],
    ['a fetch site that is not its own', ['Origin: http://127.0.0.1:PORT', 'Sec-Fetch-Site: same-site']],
  ])('with %s is refused', async (_what, lines) => {
    const own = lines.map((line) => line.replace('PORT', String(harness.door.port)));
    const answer = await tryUpgrade(harness.door.port, [`Host: ${harness.host}`, `Cookie: ${cookie}`, ...own]);
    expect(answer.status).toBe(403);
  });

  test('with a foreign Host is refused', async () => {
    const lines = ['Host: rebound.example', `Origin: ${harness.origin}`, `Cookie: ${cookie}`];
    expect((await tryUpgrade(harness.door.port, lines)).status).toBe(421);
  });

  test('on any other path is refused', async () => {
    const lines = [`Host: ${harness.host}`, `Origin: ${harness.origin}`, `Cookie: ${cookie}`];
    expect((await tryUpgrade(harness.door.port, lines, '/')).status).toBe(404);
    expect((await tryUpgrade(harness.door.port, lines, '/rpc?x=1')).status).toBe(404);
  });
});

describe('a window that is in', () => {
  test('is known to the booth by its own identity', async () => {
    expect(await clientOf(await window()).session.signOut()).toEqual({ signedOut: true });
    expect(harness.diary.callers).toEqual(harness.diary.opened);
  });

  test('learns nothing of an inner error, and neither does the log of its words', async () => {
    const { error } = await safe(clientOf(await window()).audit.verify());
    expect(error).toMatchObject({ code: 'INTERNAL', message: 'INTERNAL' });
    expect(JSON.stringify(error)).not.toContain(SECRET_TEXT);
    expect(harness.diary.log.join('\n')).toContain('"path":"audit.verify"');
    expect(harness.diary.log.join('\n')).not.toContain(SECRET_TEXT);
  });

  test('cannot reach what is not in the contract', async () => {
    const socket = await window();
    for (const path of ['/constructor', '/session/constructor', '/nothing', '/session']) {
      socket.send(JSON.stringify({ i: '7', p: { u: path } }));
      expect((await answerTo(socket, '7')).s).toBe(404);
    }
  });

  test('may open eight streams and no more; one that ends makes room', async () => {
    const socket = await window();
    const client = clientOf(socket);
    const streams = await Promise.all(Array.from({ length: 8 }, () => client.session.watch()));
    const first = streams[0]?.next().catch(() => null);
    const ninth = await safe(client.session.watch());
    expect(isDefinedError(ninth.error) && ninth.error.code).toBe('TOO_MANY_CALLS');
    await streams[0]?.return?.(undefined);
    await first;
    await expect.poll(() => harness.diary.openStreams).toBe(7);
    expect((await safe(client.session.watch())).error).toBeNull();
  });
});

describe('too much', () => {
  test('a message beyond 64 KiB closes the socket', async () => {
    const socket = await window();
    const closed = closing(socket);
    socket.send(JSON.stringify({ i: '1', p: { u: '/session/signOut', b: 'x'.repeat(65_536) } }));
    expect((await closed).code).toBe(1009);
    expect(harness.diary.callers).toEqual([]);
  });

  test('a message beyond 64 KiB in many fragments closes it as well', async () => {
    const socket = await window();
    const closed = closing(socket);
    for (let i = 0; i < 20; i += 1) socket.send('x'.repeat(8_192), { fin: false });
    expect((await closed).code).toBe(1009);
  });

  test('the call after the hundredth at once is refused by name, and time heals it', async () => {
    const client = clientOf(await window());
    for (let i = 0; i < 100; i += 1) await client.session.signOut();
    const { error } = await safe(client.session.signOut());
    expect(isDefinedError(error) && error.code).toBe('TOO_MANY_CALLS');
    harness.clock.advance(1000);
    expect(await client.session.signOut()).toEqual({ signedOut: true });
  });

  test('whoever goes on is thrown out, and a new socket does not start afresh', async () => {
    const socket = await window();
    const closed = closing(socket);
    for (let i = 0; i < 250; i += 1) socket.send(JSON.stringify({ i: String(i), p: { u: '/session/signOut' } }));
    expect(await closed).toEqual({ code: 1008, reason: 'TOO_MANY_MESSAGES' });
    expect(harness.diary.refused).toContain('TOO_MANY_MESSAGES');
    expect(harness.diary.callers.length).toBeLessThanOrEqual(100);
    await expect.poll(() => harness.diary.closed.length).toBe(1);
    const { error } = await safe(clientOf(await window()).session.signOut());
    expect(isDefinedError(error) && error.code).toBe('TOO_MANY_CALLS');
  });
});

describe('a malformed message', () => {
  test.each([
    ['no JSON', SECRET_TEXT],
    ['nothing', ''],
    ['a list', '[]'],
    ['no id', '{"p":{"u":"/session/signOut"}}'],
    ['an id that is an object', '{"i":{},"p":{"u":"/session/signOut"}}'],
    ['no payload', '{"i":"1"}'],
    ['a path that is a URL', '{"i":"1","p":{"u":"http://evil.example/session/signOut"}}'],
    ['a path with dots', '{"i":"1","p":{"u":"/session/../session/signOut"}}'],
    ['a foreign header', '{"i":"1","p":{"u":"/session/signOut","h":{"content-type":"text/event-stream"}}}'],
    ['an upload', '{"i":"1","p":{"u":"/session/signOut","h":{"content-disposition":"filename=x"}}}'],
    ['another method', '{"i":"1","p":{"u":"/session/signOut","m":"GET"}}'],
    ['an unknown kind', '{"i":"1","t":9,"p":{}}'],
    ['a client stream', '{"i":"1","t":3,"p":{"e":"message"}}'],
    ['a prototype', '{"i":"1","p":{"__proto__":{"u":"/session/signOut"}}}'],
  ])('with %s closes the socket', async (_what, text) => {
    const socket = await window();
    const closed = closing(socket);
    socket.send(text);
    expect(await closed).toEqual({ code: 1007, reason: 'MESSAGE_MALFORMED' });
    expect(harness.diary.callers).toEqual([]);
    expect(harness.diary.log.join('\n')).not.toContain(SECRET_TEXT);
  });

  test('in binary closes the socket', async () => {
    const socket = await window();
    const closed = closing(socket);
    socket.send(Buffer.from('{"i":"1","p":{"u":"/session/signOut"}}'));
    expect((await closed).code).toBe(1003);
  });

  test.each([
    ['a reserved bit set', Buffer.from([0xf1, 0x80, 0, 0, 0, 0])],
    ['no mask', Buffer.from([0x81, 0x02, 0x7b, 0x7d])],
    ['an unknown opcode', Buffer.from([0x83, 0x80, 0, 0, 0, 0])],
    ['a length that lies', Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0])],
    ['text that is not UTF-8', Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28])],
    ['a ping that is too long', Buffer.from([0x89, 0xfe, 0x00, 0x7e, 0, 0, 0, 0])],
  ])('on the wire (%s) ends the connection, and the door stands', async (_what, bytes) => {
    const lines = upgradeLines([`Host: ${harness.host}`, `Origin: ${harness.origin}`, `Cookie: ${cookie}`]);
    await new Promise<void>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port: harness.door.port });
      socket.write(['GET /rpc HTTP/1.1', ...lines, '', ''].join('\r\n'));
      socket.once('data', (answer) => {
        expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 101/);
        socket.write(bytes);
        socket.resume();
      });
      socket.on('error', () => socket.destroy());
      socket.on('close', () => resolve());
    });
    expect(harness.diary.refused).toContain('MESSAGE_MALFORMED');
    await expect.poll(() => harness.diary.closed.length).toBe(1);
    expect(await clientOf(await window()).session.signOut()).toEqual({ signedOut: true });
  });
});
