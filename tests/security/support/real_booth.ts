import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import WebSocket from 'ws';
import { createBooth, systemClock, systemIds, type WindowIdentity } from '../../../core/booth.ts';
import { openDoor } from '../../../server/server.ts';
import type { StandingClock } from './door_harness.ts';
import { makeEveryRole } from './every_role.ts';

/** A real booth behind a real door; its store is on disk, its devices are none. */
export interface RealBooth {
  /** Opens a window as a browser would and connects its socket. */
  window(role?: WindowIdentity['role']): Promise<WebSocket>;
  stop(): Promise<void>;
}

/** @param doorClock lets a test give the door's rate limit time without waiting. */
export async function openRealBooth(demo: boolean, doorClock: StandingClock): Promise<RealBooth> {
  const root = mkdtempSync(join(tmpdir(), 'booth-real-'));
  mkdirSync(join(root, 'page'));
  mkdirSync(join(root, 'data'), { mode: 0o700 });
  await makeEveryRole(join(root, 'data'));
  writeFileSync(join(root, 'page', 'index.html'), '<!doctype html>');
  const booth = await createBooth({ dataDirectory: join(root, 'data'), demo, clock: systemClock, ids: systemIds });
  if (!booth.ok) throw new Error(booth.error.code);
  const opened = await openDoor({
    booth: booth.value,
    pageDirectory: join(root, 'page'),
    clock: doorClock,
    ids: systemIds,
    log: () => undefined,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const door = opened.value;
  const sockets: WebSocket[] = [];
  return {
    async window(role = 'officer') {
      // The door lets the next window in as soon as it has seen the last one go.
      let entered = await fetch(door.oneTimeUrl(role), { redirect: 'manual' });
      for (let tries = 0; entered.status === 409 && tries < 100; tries += 1) {
        await wait(20);
        entered = await fetch(door.oneTimeUrl(role), { redirect: 'manual' });
      }
      const cookie = entered.headers.get('set-cookie')?.split(';')[0];
      if (cookie === undefined) throw new Error(`not let in: ${entered.status}`);
      const address = `127.0.0.1:${door.port}`;
      const socket = new WebSocket(`ws://${address}/rpc`, { headers: { Cookie: cookie, Origin: `http://${address}` } });
      sockets.push(socket);
      await new Promise<void>((resolve, reject) => {
        socket.once('open', () => resolve());
        socket.once('error', reject);
      });
      return socket;
    },
    async stop() {
      for (const socket of sockets) socket.terminate();
      await door.stop();
      await booth.value.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
