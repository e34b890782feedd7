import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PresentPosture } from '../contract/posture_view.ts';
import { readProfile } from './api/posture/installed_profiles.ts';
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

const HOUR = 3_600_000;
const HEAD = { number: '0200', pin: '200200' };
let directory = '';
let remove = () => {};
let clock = hurriedClock();
let booth: Booth;
let table = desk();
beforeEach(async () => {
  ({ directory, remove } = temporaryData());
  clock = hurriedClock();
  await start();
});
afterEach(async () => {
  await booth.stop();
  remove();
});

async function start(): Promise<void> {
  table = desk();
  booth = await startBooth({ dataDirectory: directory, clock, devices: table.devices });
}
async function restart(): Promise<void> {
  await booth.stop();
  await start();
}
const order = (client: Client, change: Record<string, unknown> = {}) =>
  client.posture.set({
    profile: 'ELEVATED',
    from: null,
    until: clock.now() + 2 * HOUR,
    reason: 'đoàn khách cấp cao',
    event: null,
    head: HEAD,
    ...change,
  });
async function shown(client: Client, until: (posture: PresentPosture) => boolean): Promise<PresentPosture> {
  for await (const view of await client.session.watch()) if (until(view.posture)) return view.posture;
  throw new Error('the stream ended');
}
const is = (profile: string) => (posture: PresentPosture) => posture.profile === profile;
test('a posture is set by the head alone, holds over a restart, ends by itself at its end, and all of it is journalled', async () => {
  const officer = clientOf(booth);
  await signIn(officer);
  await expect(order(officer, { head: { number: '0301', pin: '135791' } })).rejects.toMatchObject({
    code: 'HEAD_OF_UNIT_NEEDED',
  });
  await expect(order(officer, { until: clock.now() - 1 })).rejects.toMatchObject({ code: 'POSTURE_REFUSED' });
  expect((await shown(officer, () => true)).profile).toBe('NORMAL');
  const { order: id } = await order(officer);
  const until = (await shown(officer, is('ELEVATED'))).until;
  await restart();
  const again = clientOf(booth);
  expect(await shown(again, () => true)).toMatchObject({ profile: 'ELEVATED', until });
  clock.moveOn(2 * HOUR + 1);
  await shown(again, is('NORMAL'));
  const head = clientOf(booth, 'w3');
  await signIn(head, HEAD.number, HEAD.pin);
  for await (const view of await head.posture.watch()) {
    if (view.history.length === 0) continue;
    expect(view.history).toMatchObject([{ id, ended: { at: until, by: null } }]);
    break;
  }
  expect(await head.audit.verify()).toMatchObject({ ok: true });
});

test('one whose end passed while the booth was off has ended; a plan begins by itself', async () => {
  const officer = clientOf(booth);
  await signIn(officer);
  await order(officer);
  await order(officer, { profile: 'EPIDEMIC', from: clock.now() + 5 * HOUR, until: clock.now() + 9 * HOUR });
  await booth.stop();
  clock.moveOn(3 * HOUR);
  await start();
  const again = clientOf(booth);
  expect((await shown(again, () => true)).profile).toBe('NORMAL');
  clock.moveOn(2 * HOUR + 1);
  await shown(again, is('EPIDEMIC'));
});

test('an elevated lane keeps Clear closed until its question is asked; one that falls takes nothing back', async () => {
  const officer = clientOf(booth);
  await signIn(officer);
  const { order: id } = await order(officer);
  table.read(...demoLines('citizen'));
  const view = await seen(officer, reviewed);
  const clearance = view.clearance?.id ?? '';
  expect(view.clearance?.demands[0]).toEqual({ demand: 'EXTRA_QUESTION', met: null });
  expect(view.clearance?.checks.find(({ check }) => check === 'ENTRY_CONDITIONS')?.mandatory).toBe(true);
  expect(view.clearance?.decisions.clear.why).toContain('POSTURE_DEMAND');
  await officer.posture.end({ order: id, reason: 'hết việc', head: HEAD });
  await shown(officer, is('NORMAL'));
  await expect(officer.lane.clear({ clearance })).rejects.toMatchObject({ code: 'WRONG_STATE' });
  for (const { demand } of view.clearance?.demands ?? []) await officer.lane.meetDemand({ clearance, demand });
  await expect(officer.lane.meetDemand({ clearance, demand: 'EXTRA_QUESTION' })).rejects.toMatchObject({
    code: 'WRONG_STATE',
  });
  const met = await seen(officer, ({ clearance: now }) => now?.demands.every((one) => one.met !== null) === true);
  expect(met.clearance?.decisions.clear.why).not.toContain('POSTURE_DEMAND');
});

test('a raise reaches an open clearance at once, outlives a restart, and a second officer is another one', async () => {
  const officer = clientOf(booth);
  await signIn(officer);
  table.read(...demoLines('foreigner'));
  const before = await seen(officer, reviewed);
  expect(before.clearance?.demands).toEqual([]);
  const clearance = before.clearance?.id ?? '';
  const event = { name: 'Hội nghị Mẫu', place: 'Nhà hát', nationalities: [], flights: [] };
  await order(officer, { profile: 'EVENT', event });
  const raised = await seen(officer, (view) => (view.clearance?.demands.length ?? 0) > 0);
  expect(raised.clearance?.demands.map(({ demand }) => demand)).toEqual(expect.arrayContaining(['SECOND_OFFICER']));
  await restart();
  const again = clientOf(booth);
  await signIn(again);
  expect((await seen(again, reviewed)).clearance?.demands).toEqual(raised.clearance?.demands);
  const meet = (second?: { number: string; pin: string }) =>
    again.lane.meetDemand({ clearance, demand: 'SECOND_OFFICER', ...(second === undefined ? {} : { second }) });
  await expect(meet()).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
  await expect(meet({ number: '0412', pin: '246810' })).rejects.toMatchObject({ code: 'SECOND_PERSON_IS_FIRST' });
  await expect(meet({ number: '0901', pin: '909090' })).rejects.toMatchObject({ code: 'SECOND_PERSON_ROLE' });
  await expect(meet({ number: '0413', pin: '1111' })).rejects.toMatchObject({ code: 'LOGIN_WRONG' });
  await meet({ number: '0413', pin: '413413' });
  const after = await seen(again, () => true);
  expect(after.clearance?.demands.find(({ demand }) => demand === 'SECOND_OFFICER')?.met).toMatchObject({
    by: '0412',
    second: '0413',
  });
});

test('an evacuation takes no further document and sends travellers on; its end opens the lane again', async () => {
  const officer = clientOf(booth);
  await signIn(officer);
  const { order: id } = await order(officer, { profile: 'EVACUATION' });
  expect((await seen(officer, () => true)).notice?.code).toBe('LANE_STOPPED');
  const lines = demoLines('foreigner');
  await expect(officer.lane.typeIn({ lines, again: lines })).rejects.toMatchObject({ code: 'LANE_CLOSED' });
  for await (const { moment } of await officer.traveller.watch()) {
    expect(moment).toBe('CLOSED');
    break;
  }
  await officer.posture.end({ order: id, reason: 'an toàn', head: HEAD });
  table.read(...lines);
  await seen(officer, reviewed);
});

test('a technician sees the word alone', async () => {
  const technician = clientOf(booth, 'w2', 'technician');
  await signIn(technician, '0901', '909090');
  for await (const view of await technician.technician.watch()) {
    expect(view.posture).toBe('NORMAL');
    break;
  }
  await expect(order(technician)).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
});

test('a profile file that is not one is named with its field', async () => {
  const path = join(directory, 'wrong.json');
  for (const [text, says] of [
    ['{', 'no JSON'],
    ['{"profile":"NORMAL"}', 'strength'],
  ] as const) {
    writeFileSync(path, text);
    expect(await readProfile(pathToFileURL(path))).toMatchObject({
      ok: false,
      error: { detail: expect.stringContaining(says) },
    });
  }
});
