import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DecisionsView } from '../contract/decisions_view.ts';
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

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const HEAD = { number: '0200', pin: '200200' };
const SUPERVISOR = { number: '0301', pin: '135791' };

let data = temporaryData();
let booth: Booth;
let client: Client;
const lane = desk();

beforeAll(async () => {
  data = temporaryData();
  booth = await startBooth({ dataDirectory: data.directory, devices: lane.devices });
  client = clientOf(booth);
  await signIn(client);
});
afterAll(async () => {
  await booth.stop();
  data.remove();
});

/** What a person with this number sees of the files. */
async function filesFor(number: string, pin: string): Promise<DecisionsView> {
  const window = clientOf(booth, 'unit');
  await signIn(window, number, pin);
  for await (const view of await window.decisions.watch()) return view;
  throw new Error('no view');
}

async function proposed(): Promise<string> {
  await signIn(client);
  lane.read(...demoLines('foreigner'));
  const { clearance } = await seen(client, reviewed);
  const said = { ground: 1, found: 'Không có thị thực', carrier: 'XZ', returnFlight: 'XZ418' };
  const { file } = await client.decisions.proposeRefusal({ clearance: clearance?.id ?? '', ...said });
  return file;
}

const decide = { answer: 'REFUSE', reason: 'Đúng căn cứ', order: null } as const;

describe('a refusal', () => {
  test('is proposed at the counter, decided by the head of unit alone, and stands in the files', async () => {
    const file = await proposed();
    const rest = await seen(client, (view) => view.clearance === null && view.proposals.length > 0);
    expect(rest.lastDecision?.outcome).toBe('REFUSAL_PROPOSED');
    expect(rest.proposals).toEqual([expect.objectContaining({ file, ground: 1, decider: 'HEAD_OF_UNIT' })]);
    expect(rest.refusalGrounds.map(({ ground }) => ground)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(rest.refusalGrounds[6]).toMatchObject({ decider: 'MINISTER_HEALTH' });
    await expect(client.decisions.decideRefusal({ file, ...decide, decider: SUPERVISOR })).rejects.toMatchObject({
      code: 'DECISION_REFUSED',
      data: { why: 'HEAD_OF_UNIT_NEEDED' },
    });
    await expect(
      client.decisions.decideRefusal({ file, ...decide, decider: { ...HEAD, pin: '000000' } }),
    ).rejects.toMatchObject({ code: 'LOGIN_WRONG' });
    await client.decisions.decideRefusal({ file, ...decide, decider: HEAD });
    const [shown] = (await filesFor('0301', '135791')).refusals;
    expect((await seen(client, () => true)).proposals).toEqual([]);
    expect(shown).toMatchObject({ id: file, stage: 'REFUSED', ground: 1, decided: { by: '0200' }, late: false });
    expect(shown?.evidence).toContain('CHECKS');
    await signIn(client, HEAD.number, HEAD.pin);
    expect((await client.decisions.file({ file })).law?.rules.version).not.toBe('');
    await signIn(client);
    await expect(client.decisions.file({ file })).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
    await expect(client.decisions.decideRefusal({ file, ...decide, decider: HEAD })).rejects.toMatchObject({
      data: { why: 'DECIDED_ALREADY' },
    });
  });

  test('sent to the second line waits there; returned to the counter, the document can be read anew', async () => {
    const file = await proposed();
    await client.decisions.decideRefusal({ file, ...decide, answer: 'TO_SECOND_LINE', decider: HEAD });
    const window = clientOf(booth, 'second');
    await signIn(window, '0377', '377377');
    for await (const view of await window.secondLine.watch()) {
      if (view.queue.length === 0) continue;
      expect(view.queue[0]).toMatchObject({ stage: 'QUEUED' });
      break;
    }
    const other = await proposed();
    await client.decisions.decideRefusal({ file: other, ...decide, answer: 'RETURN_TO_COUNTER', decider: HEAD });
    expect(await proposed()).not.toBe(other);
  });

  test('proposed by the second line waits for the head of unit as one of the counter does', async () => {
    await signIn(client);
    lane.read(...demoLines('foreigner'));
    const { clearance } = await seen(client, reviewed);
    await client.lane.refer({ clearance: clearance?.id ?? '', reasons: ['OFFICER_DOUBT'] });
    const window = clientOf(booth, 'second');
    await signIn(window, '0377', '377377');
    let file = '';
    for await (const view of await window.secondLine.watch()) {
      file =
        view.queue.find((row) => row.stage === 'QUEUED' && row.recordNumber === clearance?.recordNumber)?.file ?? '';
      if (file !== '') break;
    }
    await window.secondLine.take({ file });
    const said = { grounds: 'Lời khai mâu thuẫn', carrier: null, returnFlight: null };
    await window.secondLine.decide({ file, outcome: { kind: 'REFUSAL_PROPOSED', ground: 3, ...said } });
    const waiting = (await filesFor('0200', '200200')).refusals.find((one) => one.clearance === clearance?.id);
    expect(waiting).toMatchObject({ stage: 'PROPOSED', ground: 3, proposed: { by: '0377' } });
    await window.decisions.decideRefusal({ file: waiting?.id ?? '', ...decide, decider: HEAD });
  });

  test('is there as it was after a restart, and can be taken back with a reason', async () => {
    const file = await proposed();
    await client.decisions.decideRefusal({ file, ...decide, decider: HEAD });
    await booth.stop();
    booth = await startBooth({ dataDirectory: data.directory, devices: lane.devices });
    client = clientOf(booth);
    await signIn(client);
    await client.decisions.reverseRefusal({ file, reason: 'Có thị thực khác', decider: HEAD });
    const found = (await filesFor('0200', '200200')).refusals.find(({ id }) => id === file);
    expect(found).toMatchObject({ stage: 'REVERSED', reversed: { by: '0200', reason: 'Có thị thực khác' } });
    const verdict = await clientOf(booth, 'unit').audit.verify();
    expect(verdict).toMatchObject({ ok: true });
  });
});
