import { expect, it } from 'vitest';
import { err, ok } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { MenuReply } from '../codec/menu_item.ts';
import type { Transport } from '../transport/transport.ts';
import { menuRequests } from './menu_requests.ts';

const FIRMWARE = { name: 'AISFWV', bytes: Uint8Array.of(1) };
const MODE = { name: 'AISOMD', bytes: Uint8Array.of(2) };
const reply = (name: string, data: string): MenuReply => ({
  type: 'reply',
  items: [{ name, data, status: 'ack', end: '.' }],
});

/** A clock whose timers run when it is moved on. */
function bench(written = true) {
  const timers = new Map<object, () => void>();
  const clock: Clock = {
    now: () => 0,
    monotonic: () => 0,
    after: (_delayMs, run) => {
      const key = {};
      timers.set(key, run);
      return () => timers.delete(key);
    },
  };
  const transport: Transport = {
    path: 'test',
    write: async () => (written ? ok(undefined) : err({ code: 'DEVICE_UNPLUGGED', detail: 'gone' })),
    onBytes: () => () => {},
    onLost: () => () => {},
    close: async () => {},
  };
  const expire = (): void => {
    for (const run of [...timers.values()]) run();
  };
  return { asked: menuRequests(transport, clock, 100), expire, timers };
}

it('gives each answer to whoever asked for its name, whatever the order, and leaves no timer', async () => {
  const { asked, timers } = bench();
  const both = [asked.ask(FIRMWARE), asked.ask(MODE)];
  asked.settle(reply('NOBODY', ''));
  asked.settle(reply('AISOMD', '1'));
  asked.settle(reply('aisfwv', 'SB'));
  const [firmware, mode] = await Promise.all(both);
  expect([firmware?.items[0]?.data, mode?.items[0]?.data]).toEqual(['SB', '1']);
  expect(timers.size).toBe(0);
});

it('gives two who asked the same an answer each, first come first served', async () => {
  const { asked } = bench();
  const both = [asked.ask(FIRMWARE), asked.ask(FIRMWARE)];
  asked.settle(reply('AISFWV', 'one'));
  asked.settle(reply('AISFWV', 'two'));
  expect((await Promise.all(both)).map((one) => one?.items[0]?.data)).toEqual(['one', 'two']);
});

it('ends waiting without an answer in time, when told to stop, and at once when the write failed', async () => {
  const late = bench();
  const unanswered = late.asked.ask(FIRMWARE);
  late.expire();
  expect(await unanswered).toBeNull();
  const stopped = bench();
  const pending = stopped.asked.ask(FIRMWARE);
  stopped.asked.stop();
  expect(await pending).toBeNull();
  const broken = bench(false);
  expect(await broken.asked.ask(FIRMWARE)).toBeNull();
  expect(await broken.asked.send(Uint8Array.of(1))).toBe(false);
});
