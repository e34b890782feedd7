import { expect, test, vi } from 'vitest';
import { ok } from '../../domain/result.ts';
import type { JournalInput } from '../../ports/records.ts';
import { settingsSchema } from '../../settings/settings.ts';
import type { LaneContext } from '../lane_context.ts';
import { ForgetWatch } from './forget_watch.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 8);

/** A booth that keeps so many old crossings, at a clock that is set by hand. */
function bench(old: number) {
  let now = NOW;
  let kept = old;
  const looks: (() => void)[] = [];
  const asked: number[] = [];
  const written: JournalInput[] = [];
  const context = {
    settings: settingsSchema.parse({ patterns: { keepDays: 30 } }),
    clock: {
      now: () => now,
      monotonic: () => 0,
      after: (_ms: number, run: () => void) => looks.push(run) && (() => {}),
    },
    patterns: {
      forgetBefore: async (before: number, limit: number) => {
        asked.push(before);
        const some = Math.min(limit, kept);
        kept -= some;
        return ok(some);
      },
    },
    records: { commit: async ({ entries }: { entries: JournalInput[] }) => ok({ lastSeq: written.push(...entries) }) },
  } as unknown as LaneContext;
  return {
    watch: new ForgetWatch(context),
    asked,
    written,
    looks,
    kept: () => kept,
    pass: (ms: number) => (now += ms),
  };
}

test('forgets in batches all that is older than the setting says, once a day, and tells the journal of how many', async () => {
  const { watch, asked, written, looks, kept, pass } = bench(450);
  watch.start();
  await vi.waitFor(() => expect(looks).toHaveLength(1));
  expect([kept(), asked]).toEqual([0, [NOW - 30 * DAY_MS, NOW - 30 * DAY_MS, NOW - 30 * DAY_MS]]);
  expect(written).toMatchObject([{ event: 'PATTERNS_FORGOTTEN', actor: 'system', data: { crossings: 450 } }]);
  pass(60_000);
  looks[0]?.();
  await vi.waitFor(() => expect(looks).toHaveLength(2));
  expect(asked).toHaveLength(3);
  pass(DAY_MS);
  looks[1]?.();
  await vi.waitFor(() => expect(looks).toHaveLength(3));
  expect(asked).toHaveLength(4);
  // A day on which nothing was old enough is no event.
  expect(written).toHaveLength(1);
  await watch.stop();
});
