import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Booth } from './booth.ts';
import {
  type Client,
  clientOf,
  demoLines,
  desk,
  reviewed,
  seen,
  signIn,
  startBooth,
  temporaryData,
} from './testing/desk.ts';
import { hurriedClock } from './testing/hurried_clock.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const HEAD = { number: '0200', pin: '200200' };
const SUPERVISOR = { number: '0301', pin: '135791' };
const HOURS = 3_600_000;
const data = temporaryData();
const table = desk();
const clock = hurriedClock();
let booth: Booth;
let counter: Client;
let unit: Client;

beforeAll(async () => {
  booth = await startBooth({ dataDirectory: data.directory, devices: table.devices, clock });
  counter = clientOf(booth);
  unit = clientOf(booth, 'unit');
  await signIn(unit, HEAD.number, HEAD.pin);
  await counter.session.signIn({ number: '0412', pin: '246810', direction: 'DEPARTURE', shift: '1' });
});
afterAll(async () => {
  await booth.stop();
  data.remove();
});

async function overstayed(): Promise<{ clearance: string; file: string }> {
  table.read(...demoLines('overstayed-short'));
  const clearance = (await seen(counter, reviewed)).clearance?.id ?? '';
  const { file } = await counter.decisions.openOverstay({ clearance });
  return { clearance, file };
}
const stages = async () => {
  for await (const view of await unit.decisions.watch())
    return new Map(view.overstays.map(({ id, stage, ended }) => [id, { stage, ended }]));
  throw new Error('the stream ended');
};
const reason = 'Hành khách quay lại, không xuất cảnh';

test('the file of somebody who went back is ended by who would decide it, with a reason; while they stand here it is not', async () => {
  const { clearance, file } = await overstayed();
  const end = { file, reason, decider: SUPERVISOR };
  await expect(counter.decisions.endOverstay(end)).rejects.toMatchObject({ data: { why: 'STILL_HERE' } });
  await counter.lane.abandon({ clearance, reasons: ['TRAVELLER_LEFT'] });
  const officer = { number: '0413', pin: '413413' };
  await expect(counter.decisions.endOverstay({ ...end, decider: officer })).rejects.toMatchObject({
    data: { why: 'SUPERVISOR_NEEDED' },
  });
  await expect(counter.decisions.endOverstay({ ...end, reason: ' ' })).rejects.toBeDefined();
  expect((await stages()).get(file)).toEqual({ stage: 'OPEN', ended: null });
  await counter.decisions.endOverstay(end);
  expect((await stages()).get(file)).toEqual({ stage: 'ENDED', ended: reason });
  await expect(counter.decisions.closeOverstay({ file })).rejects.toMatchObject({ data: { why: 'OUT_OF_ORDER' } });
});

test('nothing is settled by it: who comes back is asked for the overstay again, and one in the second line is still here', async () => {
  const { clearance, file } = await overstayed();
  expect((await seen(counter, reviewed)).clearance?.decisions.clear.open).toBe(false);
  await counter.lane.refer({ clearance, reasons: ['OFFICER_DOUBT'] });
  const end = { file, reason, decider: HEAD };
  await expect(counter.decisions.endOverstay(end)).rejects.toMatchObject({ data: { why: 'STILL_HERE' } });
});

test('days later settled files have left memory and are read from the store when asked for', async () => {
  const second = clientOf(booth, 'second');
  await signIn(second, '0377', '377377');
  const queue = async () => {
    for await (const view of await second.secondLine.watch()) return view.queue;
    return [];
  };
  const file = (await queue())[0]?.file ?? '';
  await second.secondLine.take({ file });
  await second.secondLine.decide({ file, outcome: { kind: 'RELEASED', conditions: 'Tự về' } });
  const settled = [...(await stages())].find(([, { stage }]) => stage === 'ENDED')?.[0] ?? '';
  clock.moveOn(30 * HOURS);
  for (let n = 0; n < 4; n += 1) {
    table.read(...demoLines('citizen'));
    const clearance = (await seen(counter, reviewed)).clearance?.id ?? '';
    await counter.lane.refer({ clearance, reasons: ['OFFICER_DOUBT'] });
  }
  expect((await queue()).map((one) => one.file)).not.toContain(file);
  for await (const view of await second.secondLine.watchCase({ file })) {
    expect(view).toMatchObject({ stage: 'CLOSED', decided: { outcome: { kind: 'RELEASED' } } });
    break;
  }
  expect((await stages()).has(settled)).toBe(false);
  expect((await unit.decisions.file({ file: settled })).law?.overstay).not.toBeNull();
  expect(await unit.audit.verify()).toMatchObject({ ok: true });
});
