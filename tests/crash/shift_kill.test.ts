import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ShiftView } from '../../contract/shift.ts';
import { clientOf, signIn, startBooth } from '../../core/testing/desk.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'booth-shift-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

type Said = 'answered' | 'signing' | 'signed';

/** Runs the hand-over and kills the lane `delayMs` after it has said this; everything it had said by then comes back. */
function killedAfter(last: Said, delayMs = 0): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'shift_lane.ts'), directory, last], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      if (line === last) setTimeout(() => child.kill('SIGKILL'), delayMs);
    });
    child.on('close', () => (said.includes(last) ? resolve(said) : reject(new Error(said.join(' ') || 'not started'))));
  });
}

/** The shift as the lane has it after the power is back, and whether its journal holds. */
async function shiftAfter(): Promise<{ view: ShiftView; booth: Awaited<ReturnType<typeof startBooth>> }> {
  const booth = await startBooth({ dataDirectory: directory });
  const client = clientOf(booth);
  await signIn(client);
  for await (const view of await client.shift.watch()) return { view, booth };
  throw new Error('the window was locked');
}

it('a lane killed before both have signed is still the one officer’s, every answer as it was, and the hand-over goes on', {
  timeout: 180_000,
}, async () => {
  const said = await killedAfter('answered');
  const { view, booth } = await shiftAfter();
  // Where the kill came late the step was whole all the same; what was told as signed is never taken back.
  if (said.includes('signed') || view.running?.officer === '0413') {
    expect(view).toMatchObject({ running: { officer: '0413' }, last: { officer: '0412', to: '0413' } });
  } else {
    expect(view).toMatchObject({
      running: { officer: '0412', mine: true },
      handOver: { instructions: 'giữ máy in', why: null },
      last: null,
    });
    expect(view.items.length).toBeGreaterThan(0);
    expect(view.items.every(({ answer }) => answer?.accepted === true)).toBe(true);
    await clientOf(booth).shift.sign({ number: '0413', pin: '413413' });
    for await (const after of await clientOf(booth).shift.watch()) {
      expect(after.running?.officer).toBe('0413');
      break;
    }
  }
  await booth.stop();
});

it('a lane killed at any moment of the signing has one officer, with the other’s shift ended or none of it', {
  timeout: 300_000,
}, async () => {
  for (const delayMs of [0, 60, 150, 300, 600]) {
    rmSync(directory, { recursive: true, force: true });
    const said = await killedAfter('signing', delayMs);
    const { view, booth } = await shiftAfter();
    const passed = view.running?.officer === '0413';
    expect(view.running, `${delayMs} ms`).not.toBeNull();
    expect(view.last === null, `${delayMs} ms`).toBe(!passed);
    if (said.includes('signed')) expect(passed, `${delayMs} ms`).toBe(true);
    if (!passed) expect(view.running?.officer, `${delayMs} ms`).toBe('0412');
    await booth.stop();
  }
});

it('a lane killed after both have signed is the next officer’s, with the report of the shift before', {
  timeout: 180_000,
}, async () => {
  expect(await killedAfter('signed')).toEqual(['answered', 'signed']);
  const { view, booth } = await shiftAfter();
  expect(view.running).toMatchObject({ officer: '0413', mine: false, counters: { stampsFrom: 'A001' } });
  expect(view.last).toMatchObject({ officer: '0412', to: '0413', report: { decided: 0 } });
  await booth.stop();
});
