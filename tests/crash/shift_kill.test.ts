import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ShiftView } from '../../contract/shift.ts';
import { clientOf, signIn, startBooth } from '../../core/testing/desk.ts';
import { begunLane, journalAfter, killedLane } from './killed_lane.ts';

let lanes: Awaited<ReturnType<typeof begunLane>>;
beforeAll(async () => {
  lanes = await begunLane();
}, 60_000);
afterAll(() => lanes.remove());

/** The shift as the lane has it after the power is back; its journal holds. */
async function shiftAfter(directory: string) {
  const journal = await journalAfter(directory);
  const booth = await startBooth({ dataDirectory: directory });
  const client = clientOf(booth);
  await signIn(client);
  for await (const view of await client.shift.watch()) return { view, booth, journal };
  throw new Error('the window was locked');
}

it('a lane killed before both have signed is still the one officer’s, every answer as it was, and the hand-over goes on', {
  timeout: 180_000,
}, async () => {
  const directory = lanes.copy();
  const told = await killedLane('shift_lane.ts', directory, { step: 'answered', last: 'answered' });
  expect(told.map(({ step }) => step)).toEqual(['answered']);
  const shown = told[0]?.shown as ShiftView;
  expect(shown.items).toContainEqual(expect.objectContaining({ kind: 'SECOND_LINE', owner: '0412' }));
  expect(shown.items.every(({ answer }) => answer?.accepted === true)).toBe(true);
  const { view, booth } = await shiftAfter(directory);
  expect({ ...view, now: 0 }).toEqual({ ...shown, now: 0 });
  expect(view).toMatchObject({
    running: { officer: '0412', mine: true },
    handOver: { instructions: 'giữ máy in', why: null },
    last: null,
  });
  await clientOf(booth).shift.sign({ number: '0413', pin: '413413' });
  for await (const after of await clientOf(booth).shift.watch()) {
    expect(after.running?.officer).toBe('0413');
    break;
  }
  await booth.stop();
});

it('a lane killed at any moment of the signing has one officer, with the other’s shift ended or none of it', {
  timeout: 300_000,
}, async () => {
  for (const delayMs of [0, 60, 150, 300, 600]) {
    const where = `${delayMs} ms`;
    const directory = lanes.copy();
    const told = await killedLane('shift_lane.ts', directory, { step: 'signing', delayMs, last: 'signing' });
    const { view, booth, journal } = await shiftAfter(directory);
    const passed = view.running?.officer === '0413';
    expect(view.running, where).not.toBeNull();
    expect(view.last === null, where).toBe(!passed);
    expect(journal.includes('SHIFT_HANDED_OVER'), where).toBe(passed);
    if (told.some(({ step }) => step === 'signed')) expect(passed, where).toBe(true);
    if (!passed) expect(view.running?.officer, where).toBe('0412');
    await booth.stop();
  }
});

it('a lane killed after both have signed is the next officer’s, with the report of the shift before', {
  timeout: 180_000,
}, async () => {
  const directory = lanes.copy();
  const told = await killedLane('shift_lane.ts', directory, { step: 'signed' });
  expect(told.map(({ step }) => step)).toEqual(['answered', 'signed']);
  const { view, booth } = await shiftAfter(directory);
  expect(view.running).toMatchObject({ officer: '0413', mine: false, counters: { stampsFrom: 'A001' } });
  expect(view.last).toMatchObject({ officer: '0412', to: '0413', report: { decided: 1 } });
  await booth.stop();
});
