import type { Clock } from '../ports/clock.ts';

/** Long beside what a list entry adds to an answer, short beside what an officer notices. */
const STEP_MS = 15;

/**
 * Gives an answer at the next whole step of time after it has come, so that the work which a discreet entry makes can not
 * be told by a watch; null when it has not come within `limitMs`. Rejects as the answer does.
 */
export async function atWholeSteps<T>(
  clock: Pick<Clock, 'after'>,
  answer: Promise<T>,
  limitMs = Number.POSITIVE_INFINITY,
): Promise<T | null> {
  let come = false;
  const coming = answer.finally(() => {
    come = true;
  });
  // Looked at below; until then, or when it is too late, a failure must not count as unheard.
  coming.catch(() => {});
  for (let waited = STEP_MS; waited <= limitMs; waited += STEP_MS) {
    await new Promise<void>((resolve) => {
      clock.after(STEP_MS, resolve);
    });
    if (come) return coming;
  }
  return null;
}
