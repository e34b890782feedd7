import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { numberOf, openLaw } from './numbered_rules.ts';

const KILLS = 24;
/** How long after a step was begun a kill comes at most, ms. */
const LATEST = 25;

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'booth-law-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Puts laws in force until it is killed `afterMs` after the third step of this name began; what it had said comes back. */
function killedIn(step: 'TAKING' | 'PUTTING', afterMs: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'putting_rules_in_force.ts');
    const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      if (!line.startsWith(step) || said.filter((one) => one.startsWith(step)).length !== 3) return;
      if (afterMs < 1) child.kill('SIGKILL');
      else setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('error', reject);
    child.on('close', () => resolve(said));
  });
}

/** Parts of the longest wait; the same seed gives the same ones. */
function* moments(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    yield (state / 0x7fffffff) * LATEST;
  }
}

/** The law that the journal says was put in force last. */
async function putLast(storage: Awaited<ReturnType<typeof openLaw>>['storage']): Promise<string | null> {
  const entries = await storage.records.exportJournal(1, 100_000);
  if (!entries.ok) throw new Error(entries.error.code);
  const last = entries.value.findLast(({ event }) => event === 'RULES_ACTIVATED');
  return last === undefined ? null : (last.data as { version: string }).version;
}

it(`is judged by one whole law, the old or the new, after each of ${KILLS} kills of import and activation`, {
  timeout: 900_000,
}, async () => {
  const seed = Number(process.env.BOOTH_SEED ?? '20261122');
  const moment = moments(seed);
  const met = { TAKING: 0, PUTTING: 0 };
  let before = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    const step = kill % 2 === 0 ? 'TAKING' : 'PUTTING';
    const where = `kill ${kill} of seed ${seed}`;
    const said = await killedIn(step, moment.next().value ?? 0);
    expect(
      said.filter((line) => line.startsWith('REFUSED')),
      where,
    ).toEqual([]);
    const last = (word: string) => Number(said.findLast((line) => line.startsWith(word))?.split(' ')[1] ?? before);
    const [word] = said.at(-1)?.split(' ') ?? [];
    if (word === 'TAKING' || word === 'PUTTING') met[word] += 1;
    const { storage, rules } = await openLaw(directory);
    try {
      const { inForce, problem } = rules.status();
      expect(problem, where).toBeNull();
      const inForceNow = rules.current()?.rules;
      const number = inForceNow === undefined ? -1 : numberOf(inForceNow);
      // What was acknowledged is in force; what was begun is in force whole or not at all.
      expect(number, where).toBeGreaterThanOrEqual(last('DONE '));
      expect(number, where).toBeLessThanOrEqual(Math.max(before, last('PUTTING ')));
      expect(inForce?.version, where).toBe(inForceNow?.version);
      expect(await putLast(storage), where).toBe(number === 0 ? null : inForce?.version);
      expect(await storage.records.verifyJournal(), where).toMatchObject({ ok: true, value: { ok: true } });
      // What was taken in and is not in force waits for its two persons.
      if (last('TAKEN ') > number) expect(rules.status().waiting.length, where).toBeGreaterThan(0);
      before = number;
    } finally {
      await storage.close();
    }
  }
  // Both steps must have been cut short, or the test has shown nothing.
  expect(Math.min(met.TAKING, met.PUTTING)).toBeGreaterThan(KILLS / 10);
});
