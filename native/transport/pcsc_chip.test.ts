import type { Card, Reader } from 'smartcard';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../core/ports/clock.ts';
import { waitingClock } from '../../core/system_ports.ts';
import { chipWay, connectChip } from './pcsc_chip.ts';
import { type PcscLibrary, pcscProblem } from './pcsc_library.ts';

const library = {
  SCARD_SHARE_EXCLUSIVE: 1,
  SCARD_PROTOCOL_T0: 1,
  SCARD_PROTOCOL_T1: 2,
  SCARD_RESET_CARD: 1,
} as unknown as PcscLibrary;

/** Time that passes a thousand times faster. */
const fast: Clock = { ...waitingClock, after: (delayMs, run) => waitingClock.after(delayMs / 1000, run) };
const GET_CHALLENGE = Uint8Array.of(0, 0x84, 0, 0, 8);

/** A card of the library that answers in this way, with all that was done to it. */
function card(transmit: () => Promise<Buffer>) {
  const done: string[] = [];
  const made: Card = {
    transmit: () => {
      done.push('transmit');
      return transmit();
    },
    reconnect: async (_share, _protocols, how) => {
      done.push(`reconnect ${how}`);
      return 2;
    },
    disconnect: (how) => {
      done.push(`disconnect ${how}`);
    },
  };
  return { made, done };
}

describe('the way to a chip', () => {
  it.each([
    ['an empty answer of a chip that left', Buffer.alloc(0), false, 'DEVICE_UNPLUGGED'],
    ['an empty answer of a chip that lies there', Buffer.alloc(0), true, 'DEVICE_IO'],
    ['half a status word', Buffer.of(0x90), true, 'DEVICE_IO'],
  ])('is over after %s', async (_what, answer, present, code) => {
    const { made, done } = card(async () => answer);
    const way = chipWay(
      library,
      made,
      fast,
      () => present,
      () => {},
    );
    expect(await way.transmit(GET_CHALLENGE)).toMatchObject({ ok: false, error: { code } });
    expect(await way.transmit(GET_CHALLENGE)).toMatchObject({ ok: false, error: { code } });
    expect(done).toEqual(['transmit']);
  });

  it.each([
    ['Card was removed', 'DEVICE_UNPLUGGED'],
    ['Card was reset', 'DEVICE_UNPLUGGED'],
    ['Communication error', 'DEVICE_IO'],
  ])('gives %j as %s', async (words, code) => {
    const { made } = card(() => Promise.reject(new Error(words)));
    const way = chipWay(
      library,
      made,
      fast,
      () => true,
      () => {},
    );
    expect(await way.transmit(GET_CHALLENGE)).toEqual({ ok: false, error: { code, detail: words } });
  });

  it('does not wait for ever, and gives the chip back only when the command under way is over', async () => {
    let answer: (response: Buffer) => void = () => {};
    const { made, done } = card(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    let ended = 0;
    const way = chipWay(
      library,
      made,
      fast,
      () => true,
      () => {
        ended += 1;
      },
    );
    expect(await way.transmit(GET_CHALLENGE)).toMatchObject({ error: { code: 'DEVICE_SILENT' } });
    await way.end();
    expect([done, ended]).toEqual([['transmit'], 0]);
    answer(Buffer.of(0x90, 0));
    await way.end();
    expect([done, ended]).toEqual([['transmit', 'disconnect 1'], 1]);
  });

  it('begins with a reset', async () => {
    const { made, done } = card(async () => Buffer.of(0x90, 0));
    const reader: Reader = { name: 'R', connect: async () => made };
    expect(await connectChip(library, reader, fast)).toEqual({ ok: true, value: made });
    expect(done).toEqual(['reconnect 1']);
  });

  it('is given back where the reset fails', async () => {
    const { made, done } = card(async () => Buffer.of(0x90, 0));
    const broken: Card = { ...made, reconnect: () => Promise.reject(new Error('Card is unresponsive')) };
    const reader: Reader = { name: 'R', connect: async () => broken };
    expect(await connectChip(library, reader, fast)).toMatchObject({ ok: false, error: { code: 'DEVICE_SILENT' } });
    expect(done).toEqual(['disconnect 1']);
  });
});

describe('what PC/SC says', () => {
  it.each([
    ['PC/SC service not running', 'DEVICE_UNSUPPORTED'],
    ['PC/SC service stopped', 'DEVICE_UNSUPPORTED'],
    ['Sharing violation', 'DEVICE_BUSY_ELSEWHERE'],
    ['No smart card present', 'DEVICE_ABSENT'],
    ['Unknown reader', 'DEVICE_ABSENT'],
    ['Card is unresponsive', 'DEVICE_SILENT'],
    ['Insufficient buffer', 'DEVICE_IO'],
  ])('%s is %s', (words, code) => {
    expect(pcscProblem(new Error(words)).code).toBe(code);
  });
});
