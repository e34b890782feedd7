import type { Io } from './io.ts';

/** Says on standard error what takes longer than a second, and for how long it has been going on. */
export async function withProgress<T>(io: Io, step: string, work: Promise<T>): Promise<T> {
  const begin = performance.now();
  let said = false;
  const timer = setInterval(() => {
    said = true;
    io.stderr.write(`booth: ${step} ... ${Math.round((performance.now() - begin) / 1000)} s\n`);
  }, 1000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (said) io.stderr.write(`booth: ${step}, done in ${((performance.now() - begin) / 1000).toFixed(1)} s\n`);
  }
}
