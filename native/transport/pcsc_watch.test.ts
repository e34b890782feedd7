import type { Context, ReaderState } from 'smartcard';
import { describe, expect, it } from 'vitest';
import type { PcscLibrary } from './pcsc_library.ts';
import { watchReader } from './pcsc_watch.ts';

// The values of pcsc-lite's winscard.h.
const STATE = { IGNORE: 1, CHANGED: 2, UNKNOWN: 4, UNAVAILABLE: 8, EMPTY: 16, PRESENT: 32, MUTE: 512 };
const library = Object.fromEntries(
  Object.entries(STATE).map(([name, value]) => [`SCARD_STATE_${name}`, value]),
) as unknown as PcscLibrary;
const ATR = Buffer.from('3b80800101', 'hex');

/** Watches a reader of which the service says these states, one after the other; gives all that was told. */
async function told(...said: readonly (number | Error | null)[]): Promise<unknown[]> {
  const words: unknown[] = [];
  const left = [...said];
  const known: number[] = [];
  await new Promise<void>((over) => {
    const context = {
      waitForChange: async ([asked]: readonly ReaderState[]) => {
        known.push(asked?.state ?? -1);
        const next = left.shift();
        if (next === undefined) return new Promise<ReaderState[]>(() => over());
        if (next instanceof Error) throw next;
        return next === null ? [] : [{ name: 'R', state: next, atr: (next & STATE.PRESENT) === 0 ? null : ATR }];
      },
      cancel: () => {},
    } as unknown as Context;
    watchReader(library, context, 'R', {
      chip: (atr) => words.push(atr === null ? 'none' : 'chip'),
      gone: (error) => {
        words.push(error?.message ?? 'gone');
        over();
      },
    });
  });
  // Each question says what is known already, without the mark of a change.
  expect(known.every((state) => (state & STATE.CHANGED) === 0)).toBe(true);
  return words;
}

const count = (times: number): number => times << 16;

describe('the watch of a reader', () => {
  it.each([
    ['tells what lies there at first', [STATE.EMPTY | STATE.CHANGED], ['none']],
    [
      'tells each change once',
      [STATE.EMPTY, null, STATE.PRESENT | count(1), STATE.EMPTY | count(2)],
      ['none', 'chip', 'none'],
    ],
    ['does not tell that others use the chip', [STATE.PRESENT, STATE.PRESENT | 128 | 256, STATE.PRESENT], ['chip']],
    [
      'tells a chip that was changed for another between two looks',
      [STATE.PRESENT | count(1), STATE.PRESENT | count(3)],
      ['chip', 'none', 'chip'],
    ],
    ['takes a chip that does not answer for none', [STATE.EMPTY, STATE.PRESENT | STATE.MUTE | count(1)], ['none']],
    [
      'ends with a reader that is unplugged',
      [STATE.EMPTY, STATE.UNKNOWN | STATE.UNAVAILABLE | STATE.CHANGED],
      ['none', 'gone'],
    ],
    ['ends with a reader that is ignored', [STATE.IGNORE | STATE.CHANGED], ['gone']],
    ['ends with the service', [STATE.EMPTY, new Error('Communication error')], ['none', 'Communication error']],
  ])('%s', async (_what, said, words) => {
    expect(await told(...said)).toEqual(words);
  });

  it('says nothing after it was stopped', async () => {
    const words: string[] = [];
    let answer: (states: ReaderState[]) => void = () => {};
    const context = {
      waitForChange: () =>
        new Promise<ReaderState[]>((resolve) => {
          answer = resolve;
        }),
      cancel: () => answer([{ name: 'R', state: STATE.PRESENT, atr: ATR }]),
    } as unknown as Context;
    const watcher = { chip: () => words.push('chip'), gone: () => words.push('gone') };
    const watch = watchReader(library, context, 'R', watcher);
    await watch.stop();
    expect(words).toEqual([]);
  });
});
