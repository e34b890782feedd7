import { cpSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { QueueRow, SecondLineCase } from '../../../contract/second_line_view.ts';
import type { Booth } from '../../booth.ts';
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
} from '../../testing/desk.ts';
import { HandClock } from '../../testing/hand_clock.ts';

// A booth is started up to three times a test, each with its invented officers.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

const MINUTE = 60_000;

let made = temporaryData();
let data = temporaryData();
let clock = new HandClock();
const running: Booth[] = [];

beforeAll(async () => {
  made = temporaryData();
  const booth = await startBooth({ dataDirectory: made.directory });
  await signIn(clientOf(booth));
  await booth.stop();
});
afterAll(() => made.remove());
beforeEach(() => {
  data = temporaryData();
  clock = new HandClock();
  cpSync(made.directory, data.directory, { recursive: true });
});
afterEach(async () => {
  for (const booth of running.splice(0)) await booth.stop();
  data.remove();
});

/** A booth with an officer at the counter and one in the second line. */
async function start() {
  for (const booth of running.splice(0)) await booth.stop();
  const table = desk();
  const booth = await startBooth({ dataDirectory: data.directory, devices: table.devices, clock });
  running.push(booth);
  const counter = clientOf(booth, 'counter');
  const second = clientOf(booth, 'second');
  await signIn(counter);
  await signIn(second, '0377', '377377');
  const refer = async (document: string) => {
    table.read(...demoLines(document));
    const view = await seen(counter, reviewed);
    const clearance = view.clearance?.id ?? '';
    await counter.lane.refer({ clearance, reasons: ['OFFICER_DOUBT'] });
    return clearance;
  };
  const pass = async (document: string) => {
    table.read(...demoLines(document));
    const view = await seen(counter, reviewed);
    await counter.lane.clear({ clearance: view.clearance?.id ?? '' });
  };
  const read = (document: string) => table.read(...demoLines(document));
  return { booth, counter, second, read, refer, pass, clientAt: (window: string) => clientOf(booth, window) };
}

async function queued(client: Client, until: (queue: readonly QueueRow[]) => boolean): Promise<QueueRow> {
  for await (const { queue } of await client.secondLine.watch()) {
    const [first] = queue;
    if (first !== undefined && until(queue)) return first;
  }
  throw new Error('the window was locked');
}

async function caseOf(
  client: Client,
  file: string,
  until: (view: SecondLineCase) => boolean = () => true,
): Promise<SecondLineCase> {
  for await (const view of await client.secondLine.watchCase({ file })) if (until(view)) return view;
  throw new Error('the window was locked');
}

describe('a referred person', () => {
  test('waits in the second line with what the counter saw, is taken, questioned and let pass; the counter hears of it', async () => {
    const { counter, second, refer } = await start();
    await refer('foreigner');
    const row = await queued(second, (queue) => queue.length === 1);
    expect(row).toMatchObject({ stage: 'QUEUED', reasons: ['OFFICER_DOUBT'], referred: { by: '0412' } });
    const { file } = row;
    await second.secondLine.escorted({ file, escort: '0412' });
    await second.secondLine.take({ file });
    await seen(counter, ({ referred }) => referred[0]?.stage === 'TAKEN');
    await second.secondLine.answer({ file, question: 'journey-purpose', asked: null, answer: 'du lịch' });
    await second.secondLine.measure({ file, kind: 'INTERPRETER', text: 'tiếng Pháp' });
    const open = await caseOf(second, file, ({ measures }) => measures.length === 1);
    expect(open.interview[0]).toMatchObject({ asked: 'Mục đích chuyến đi?', by: '0377' });
    expect(open.clearance.document?.surname).toBe('EXEMPLE');
    for (const check of open.doubts)
      await second.secondLine.recheck({
        file,
        check,
        result: 'PASSED',
        reason: 'đã xem',
        second: { number: '0301', pin: '135791' },
      });
    await second.secondLine.decide({ file, outcome: { kind: 'CLEARED' } });
    const view = await seen(counter, ({ referred }) => referred[0]?.outcome === 'CLEARED');
    expect(view.notice?.code).toBe('SECOND_LINE_CLOSED');
    await expect(second.secondLine.decide({ file, outcome: { kind: 'CLEARED' } })).rejects.toMatchObject({
      code: 'CASE_REFUSED',
      data: { why: 'CLOSED' },
    });
  });

  test('told apart here is remembered: at the next crossing the entry asks nothing', async () => {
    const { counter, second, refer } = await start();
    await refer('resembles');
    const { file } = await queued(second, (queue) => queue.length === 1);
    await second.secondLine.take({ file });
    const { clearance, doubts } = await caseOf(second, file);
    const entry = clearance.hits[0]?.hit ?? '';
    const beside = { number: '0301', pin: '135791' };
    await second.secondLine.compare({ file, entry, answer: 'DIFFERENT', second: beside });
    for (const check of doubts)
      await second.secondLine.recheck({ file, check, result: 'PASSED', reason: 'đã xem', second: beside });
    await second.secondLine.decide({ file, outcome: { kind: 'CLEARED' } });
    await refer('resembles');
    const again = await queued(second, (queue) => queue.filter(({ stage }) => stage === 'QUEUED').length === 1);
    expect(again.openEntries).toBe(0);
    expect((await caseOf(second, again.file)).clearance.hits[0]?.exclusion).toMatchObject({
      standing: 'HOLDS',
      decidedBy: '0377',
    });
    await seen(counter, ({ referred }) => referred.length === 2);
  });

  test('is one officer’s alone, over a restart; a supervisor takes over with a reason', async () => {
    let at = await start();
    await at.refer('foreigner');
    const { file } = await queued(at.second, (queue) => queue.length === 1);
    const other = at.clientAt('other');
    await signIn(other, '0301', '135791');
    const took = await Promise.allSettled([at.second.secondLine.take({ file }), other.secondLine.take({ file })]);
    expect(took.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = (await caseOf(at.second, file)).taken?.by;
    at = await start();
    expect((await caseOf(at.second, file)).taken?.by).toBe(winner);
    const supervisor = at.clientAt('other');
    await signIn(supervisor, '0301', '135791');
    const [holder, loser] = winner === '0377' ? [at.second, supervisor] : [supervisor, at.second];
    await expect(loser.secondLine.measure({ file, kind: 'OTHER', text: 'x' })).rejects.toMatchObject({
      data: { why: 'LOCKED' },
    });
    await holder.secondLine.measure({ file, kind: 'OTHER', text: 'x' });
    if (winner === '0377') await supervisor.secondLine.takeOver({ file, reason: 'hết ca' });
    else
      await expect(at.second.secondLine.takeOver({ file, reason: 'x' })).rejects.toMatchObject({
        data: { why: 'NOT_SUPERVISOR' },
      });
    expect((await caseOf(supervisor, file, ({ taken }) => taken?.by === '0301')).taken?.by).toBe('0301');
  });

  test('whose owner does not answer is told of at each limit, also what fell due while the booth stood still', async () => {
    const at = await start();
    await at.refer('true-match');
    const { file } = await queued(at.second, (queue) => queue.length === 1);
    await at.second.secondLine.take({ file });
    const entry = (await caseOf(at.second, file)).clearance.hits[0]?.hit ?? '';
    await at.second.secondLine.askOwner({ file, entry, authority: 'Đơn vị Mẫu', channel: 'PHONE' });
    clock.advance(10 * MINUTE);
    const late = await caseOf(at.second, file, ({ waiting }) => waiting?.escalated === 'SUPERVISOR');
    expect(late.next.what).toBe('OWNER_LATE');
    for (const booth of running.splice(0)) await booth.stop();
    clock.advance(25 * MINUTE);
    const again = await start();
    const told = await caseOf(again.second, file, ({ waiting }) => waiting?.escalated === 'HEAD_OF_UNIT');
    expect(told.confirmations[0]?.escalated.map(({ to }) => to)).toEqual(['SUPERVISOR', 'HEAD_OF_UNIT']);
    expect(told.waiting?.next).toBeNull();
    await again.second.secondLine.ownerAnswered({ file, entry, result: 'CONFIRMED', note: '' });
    await expect(again.second.secondLine.decide({ file, outcome: { kind: 'CLEARED' } })).rejects.toMatchObject({
      data: { why: 'CONFIRMATION_STANDS' },
    });
    const outcome = {
      kind: 'HANDED_OVER',
      unit: 'Công an Mẫu',
      name: 'Lê Mẫu',
      number: '1',
      receipt: 'BB-01',
    } as const;
    await again.second.secondLine.decide({ file, outcome });
    expect((await caseOf(again.second, file)).decided?.outcome).toEqual(outcome);
  });
});

test('an overstay settled after the referral opens the way again, and the way stays open over a restart', async () => {
  let at = await start();
  await at.counter.session.signOut();
  await at.counter.session.signIn({ number: '0412', pin: '246810', direction: 'DEPARTURE', shift: '1' });
  at.read('overstayed-short');
  const { clearance } = await seen(at.counter, reviewed);
  await at.counter.decisions.openOverstay({ clearance: clearance?.id ?? '' });
  const overstay = async () => {
    for await (const view of await at.counter.decisions.ofClearance({ clearance: clearance?.id ?? '' }))
      if (view.overstay !== null) return view.overstay;
    throw new Error('the window was locked');
  };
  const { file: papers, tier } = await overstay().then(({ id, explained }) => ({
    file: id,
    tier: explained.tier ?? 1,
  }));
  await at.counter.lane.refer({ clearance: clearance?.id ?? '', reasons: ['OFFICER_DOUBT'] });
  const { file } = await queued(at.second, (queue) => queue.length === 1);
  await at.second.secondLine.take({ file });
  const beside = { number: '0301', pin: '135791' };
  const closed = (view: SecondLineCase) => view.closed.CLEARED ?? [];
  expect(closed(await caseOf(at.second, file, ({ stage }) => stage === 'TAKEN'))).toContain('OVERSTAY_OPEN');
  const measure = { file: papers, tier, fineVnd: 1_000_000, mitigating: null, expulsionToDepartment: false };
  await at.counter.decisions.overstayMeasure({ ...measure, decider: beside });
  await at.counter.decisions.overstayMinutes({ file: papers, signed: 'SIGNED', witness: null });
  await at.counter.decisions.overstayPayment({ file: papers, receipt: 'BL-1', reason: null });
  expect(closed(await caseOf(at.second, file))).toContain('OVERSTAY_OPEN');
  await at.counter.decisions.closeOverstay({ file: papers });
  const open = await caseOf(at.second, file, (view) => !closed(view).includes('OVERSTAY_OPEN'));
  expect(open.doubts).not.toContain('ENTRY_CONDITIONS');
  at = await start();
  expect(closed(await caseOf(at.second, file))).not.toContain('OVERSTAY_OPEN');
  for (const check of open.doubts)
    await at.second.secondLine.recheck({ file, check, result: 'PASSED', reason: 'đã xem', second: beside });
  await at.second.secondLine.decide({ file, outcome: { kind: 'CLEARED' } });
  expect((await caseOf(at.second, file)).decided?.outcome.kind).toBe('CLEARED');
});

describe('a silent message', () => {
  test('reaches supervisors alone, after the decision, and stands until it is signed', async () => {
    let at = await start();
    await at.pass('citizen');
    await at.pass('quiet');
    await expect(at.second.secondLine.watchSilent()).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
    await expect(at.counter.secondLine.watchSilent()).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
    at = await start();
    const supervisor = at.clientAt('desk');
    await signIn(supervisor, '0301', '135791');
    const messages = async () => {
      for await (const view of await supervisor.secondLine.watchSilent()) return view.messages;
      throw new Error('locked');
    };
    const [message, more] = await messages();
    expect(more).toBeUndefined();
    expect(message).toMatchObject({ name: 'QUIETMAN SAM', decision: 'CLEARED', seen: null });
    await supervisor.secondLine.silentSeen({ files: [message?.file ?? ''], note: 'đã báo' });
    expect((await messages())[0]?.seen).toMatchObject({ by: '0301', note: 'đã báo' });
  });

  test('never stands in a file of the second line', async () => {
    const { second, refer } = await start();
    await refer('quiet');
    const { file, openEntries } = await queued(second, (queue) => queue.length === 1);
    expect(openEntries).toBe(0);
    expect(JSON.stringify(await caseOf(second, file))).not.toMatch(/DI-0001|discreet/i);
  });

  test('of a referred person reaches no window at the counter or in the second line, whatever it asks for', async () => {
    const at = await start();
    const clearance = await at.refer('quiet');
    const { file } = await queued(at.second, (queue) => queue.length === 1);
    const supervisor = at.clientAt('desk');
    await signIn(supervisor, '0301', '135791');
    const first = async <T>(stream: Promise<AsyncIterable<T>>): Promise<T> => {
      for await (const view of await stream) return view;
      throw new Error('the window was locked');
    };
    const [waiting] = (await first(supervisor.secondLine.watchSilent())).messages;
    expect(waiting?.name).toBe('QUIETMAN SAM');
    const told = [
      await seen(at.counter, ({ referred }) => referred.length === 1),
      await first(at.counter.decisions.ofClearance({ clearance })),
      await first(at.counter.shift.watch()),
      await caseOf(at.second, file),
      await first(at.second.secondLine.watch()),
      await first(at.second.shift.watch()),
    ];
    for (const view of told) {
      expect(JSON.stringify(view)).not.toMatch(/DI-0001|discreet/i);
      expect(JSON.stringify(view)).not.toContain(waiting?.file);
    }
  });
});
