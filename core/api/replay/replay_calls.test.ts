import { afterEach, beforeEach, expect, it } from 'vitest';
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

const REASON = 'khiếu nại 31/2026';
let data: ReturnType<typeof temporaryData>;
let table: ReturnType<typeof desk>;
let booth: Booth;

beforeEach(async () => {
  data = temporaryData();
  table = desk();
  booth = await startBooth({ dataDirectory: data.directory, devices: table.devices });
});

afterEach(async () => {
  await booth.stop();
  data.remove();
});

/** Lays a document of the demo and refers its holder; the record number. */
async function referred(document = 'foreigner'): Promise<string> {
  const officer = clientOf(booth, 'counter');
  await signIn(officer);
  table.read(...demoLines(document));
  const view = await seen(officer, reviewed);
  const clearance = view.clearance?.id ?? '';
  await officer.lane.refer({ clearance, reasons: ['OFFICER_QUESTION'] });
  return view.clearance?.recordNumber ?? '';
}

async function auditor(): Promise<Client> {
  const client = clientOf(booth, 'desk');
  await signIn(client, '0777', '777000');
  return client;
}

async function opened(client: Client, recordNumber: string) {
  const { found } = await client.replay.search({ reason: REASON, by: { what: 'RECORD', recordNumber } });
  expect(found).toHaveLength(1);
  return client.replay.open({ id: found[0]?.id ?? '', reason: REASON });
}

it('opens a decided case as it was, and the look itself is the newest entry of it', async () => {
  const recordNumber = await referred();
  const client = await auditor();
  const first = await opened(client, recordNumber);
  const { replayed, seq } = first;
  expect(replayed).toMatchObject({ recordNumber, outcome: 'REFERRED', decidedBy: '0412', proof: { ok: true } });
  expect(replayed.moments.filter(({ check }) => check !== null).length).toBeGreaterThan(10);
  expect(replayed.moments.every((one, place) => place === 0 || one.seq > (replayed.moments[place - 1]?.seq ?? 0))).toBe(
    true,
  );
  const again = await opened(client, recordNumber);
  const view = again.replayed.moments.find((one) => one.seq === seq);
  expect(view).toMatchObject({ event: 'CASE_VIEWED', actor: '0777', afterwards: true });
  expect(JSON.parse(view?.says ?? '')).toMatchObject({ reason: REASON });
});

it('finds by day and by document, without a name and never without a reason', async () => {
  const recordNumber = await referred();
  const client = await auditor();
  const { replayed } = await opened(client, recordNumber);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(replayed.closedAt);
  const { issuer, number, surname } = replayed.person;
  for (const by of [
    { what: 'DAY', day },
    { what: 'DOCUMENT', issuer, number },
  ] as const) {
    const answer = await client.replay.search({ reason: REASON, by });
    expect(answer.found.map((one) => one.recordNumber)).toEqual([recordNumber]);
    expect(JSON.stringify(answer)).not.toContain(surname);
  }
  const yesterday = { what: 'DAY', day: '2020-01-01' } as const;
  expect((await client.replay.search({ reason: REASON, by: yesterday })).found).toEqual([]);
  await expect(client.replay.search({ reason: ' a ', by: yesterday })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(client.replay.open({ id: 'nobody', reason: REASON })).rejects.toMatchObject({ code: 'NO_DECIDED_CASE' });
});

it('shows nothing of a discreet entry: the replay of a person it knows looks like that of any other', async () => {
  const client = await auditor();
  const events = async (document: string) => {
    const { replayed } = await opened(client, await referred(document));
    expect(JSON.stringify(replayed)).not.toMatch(/discreet|silent/i);
    return replayed.moments.map(({ event }) => event).filter((event) => event !== 'CASE_VIEWED');
  };
  expect((await events('quiet')).sort()).toEqual((await events('foreigner')).sort());
});

it('adds a remark and changes nothing of the case', async () => {
  const recordNumber = await referred();
  const client = await auditor();
  const before = (await opened(client, recordNumber)).replayed;
  const { seq } = await client.replay.remark({ id: before.id, text: 'Đã xem, đúng quy trình.' });
  const after = (await opened(client, recordNumber)).replayed;
  expect(after.moments.find((one) => one.seq === seq)).toMatchObject({ event: 'CASE_REMARKED', afterwards: true });
  const was = (one: typeof before) => one.moments.filter(({ afterwards }) => !afterwards);
  expect(was(after)).toEqual(was(before));
  expect(after.proof.ok).toBe(true);
});

it('hands a case out to two persons who may both review, and writes both down', async () => {
  const recordNumber = await referred();
  const client = await auditor();
  const { id } = (await opened(client, recordNumber)).replayed;
  const by = (number: string, pin: string) => client.replay.export({ id, reason: REASON, number, pin });
  await expect(by('0777', '777000')).rejects.toMatchObject({ code: 'SAME_PERSON' });
  await expect(by('0412', '246810')).rejects.toMatchObject({ code: 'NOT_A_REVIEWER' });
  await expect(by('0301', '000000')).rejects.toMatchObject({ code: 'LOGIN_WRONG' });
  const { text, fileName, seq } = await by('0301', '135791');
  expect(fileName).toBe(`case-${recordNumber}.json`);
  expect(JSON.parse(text)).toMatchObject({ recordNumber, exportedBy: ['0777', '0301'], entry: seq });
  const { replayed } = await opened(client, recordNumber);
  expect(replayed.moments.filter(({ event }) => event === 'CASE_EXPORTED')).toHaveLength(1);
});

it('is for reviewers: an officer at the counter opens no decided case', async () => {
  const recordNumber = await referred();
  const officer = clientOf(booth, 'counter');
  await expect(officer.replay.search({ reason: REASON, by: { what: 'RECORD', recordNumber } })).rejects.toMatchObject({
    code: 'ROLE_FORBIDDEN',
  });
});
