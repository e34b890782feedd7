import { expect, it } from 'vitest';
import type { Clock } from '../../core/ports/clock.ts';
import { heartbeat } from './heartbeat.ts';
import type { SessionEvent } from './session.ts';

/** A heart whose beats come when the test says so; `answers` are used up one a beat. */
function heart(answers: boolean[], missedBeats = 2) {
  let due: (() => void) | null = null;
  const clock: Clock = {
    now: () => 0,
    monotonic: () => 0,
    after: (_delayMs, run) => {
      due = run;
      return () => {
        if (due === run) due = null;
      };
    },
  };
  const said: SessionEvent[] = [];
  const ask = async (): Promise<boolean> => answers.shift() ?? false;
  const beats = heartbeat({ clock, everyMs: 100, missedBeats, ask, emit: (event) => said.push(event) });
  const beat = async (): Promise<void> => {
    const run = due;
    due = null;
    run?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { beats, beat, said, isDue: () => due !== null };
}

const kinds = (said: readonly SessionEvent[]) =>
  said.map((event) => (event.kind === 'failed' ? event.problem.code : event.kind));

it('tells how long each answer took, and forgets a missed beat with the next answer', async () => {
  const { beats, beat, said } = heart([true, false, true, false]);
  beats.later();
  for (let turn = 0; turn < 4; turn += 1) await beat();
  expect(kinds(said)).toEqual(['timed', 'timed']);
  await beat();
  expect(kinds(said)).toEqual(['timed', 'timed', 'DEVICE_SILENT']);
});

it('names damaged answers, and anything sound in between clears both', async () => {
  const { beats, beat, said } = heart([]);
  beats.later();
  beats.damaged();
  await beat();
  beats.heard();
  await beat();
  expect(said).toEqual([]);
  beats.damaged();
  await beat();
  expect(kinds(said)).toEqual(['DEVICE_FRAME']);
});

it('is still while paused, also when the pause falls into a beat', async () => {
  const { beats, beat, said, isDue } = heart([], 1);
  beats.later();
  const under = beat();
  beats.pause();
  await under;
  expect([said, isDue()]).toEqual([[], false]);
});
