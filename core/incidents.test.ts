import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IncidentBoard } from '../contract/incident_view.ts';
import type { TravellerView } from '../contract/traveller.ts';
import type { Booth } from './booth.ts';
import { openEncrypted } from './storage/encrypted_database.ts';
import { keyFromFile } from './storage/key_file.ts';
import { boothDatabasePath } from './storage/open_booth_database.ts';
import { storeKeys } from './storage/store_keys.ts';
import { systemIds } from './system_ports.ts';
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

const MINUTE = 60_000;
const HEAD = { number: '0200', pin: '200200' };
let directory = '';
let remove = () => {};
let clock = hurriedClock();
let booth: Booth;
let table = desk();
let officer: Client;
let supervisor: Client;
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
  officer = clientOf(booth);
  supervisor = clientOf(booth, 'w2');
  await signIn(supervisor, '0301', '135791');
  await signIn(officer);
}
async function restart(): Promise<void> {
  await booth.stop();
  await start();
}
async function board(client: Client, until: (view: IncidentBoard) => boolean = () => true): Promise<IncidentBoard> {
  for await (const view of await client.incident.watch()) if (until(view)) return view;
  throw new Error('the stream ended');
}
async function moment(): Promise<TravellerView['moment']> {
  for await (const view of await officer.traveller.watch()) return view.moment;
  throw new Error('the stream ended');
}

test('a silent call is written down with its clearance, and nothing of the lane changes but the mark of being heard', async () => {
  table.read(...demoLines('foreigner'));
  const before = await seen(officer, reviewed);
  await officer.incident.callSilently();
  await officer.incident.callSilently();
  const after = await seen(officer, ({ called }) => called);
  // Ages go on by themselves; everything else stands as it was.
  const still = (view: typeof before) =>
    JSON.stringify({ ...view, now: 0, called: false }).replaceAll(/"dataAgeMs":\d+/g, '"dataAgeMs":0');
  expect(still(after)).toBe(still(before));
  const { open } = await board(supervisor);
  expect(open).toHaveLength(1);
  expect(open[0]).toMatchObject({
    kind: 'HELP_CALL',
    level: 'SILENT',
    trigger: 'SILENT_CALL',
    openedBy: '0412',
    leader: null,
    laneStopped: false,
    clearances: [{ id: before.clearance?.id, recordNumber: before.clearance?.recordNumber }],
  });
  for await (const view of await officer.session.watch()) {
    expect(view.silentCall).toEqual({ chord: ['ControlLeft', 'ShiftLeft', 'F11'], heard: true });
    break;
  }
  for await (const view of await clientOf(booth, 'w9').session.watch()) {
    expect(view.silentCall).toEqual({ chord: [], heard: false });
    break;
  }
});

/** Everything that a window receives of the lane and the hall, without what goes on by itself. */
async function received(client: Client): Promise<string> {
  const [incidents, { items }] = [await board(client), await shiftOf(client)];
  const lane = await seen(client, () => true);
  return JSON.stringify({ incidents: { ...incidents, now: 0 }, items, lane: { ...lane, now: 0, called: false } })
    .replaceAll(/"dataAgeMs":\d+/g, '"dataAgeMs":0')
    .replaceAll(/"since":\d+/g, '"since":0');
}
async function shiftOf(client: Client) {
  for await (const view of await client.shift.watch()) return view;
  throw new Error('the stream ended');
}

test('a silent call comes up only before those who receive it: neither the caller nor a bystander is shown anything', async () => {
  const bystander = clientOf(booth, 'w4');
  await signIn(bystander, '0377', '377377');
  await officer.shift.begin({ counters: { stampsFrom: '1', stampsTo: '9', forms: 0, seals: 0, receipts: 0 } });
  table.read(...demoLines('foreigner'));
  await seen(officer, reviewed);
  const before = [await received(officer), (await board(bystander)).open, (await shiftOf(bystander)).items];
  await officer.incident.callSilently();
  expect([await received(officer), (await board(bystander)).open, (await shiftOf(bystander)).items]).toEqual(before);
  const [silent] = (await board(supervisor)).open;
  const incident = silent?.id ?? '';
  const nobody = { code: 'NO_SUCH_INCIDENT' };
  await expect(bystander.incident.note({ incident, text: 'x', corrects: null })).rejects.toMatchObject(nobody);
  await expect(officer.incident.done({ incident, task: 't1', note: 'x' })).rejects.toMatchObject(nobody);
  const file = { incident, name: 'x', mediaType: 'image/png', bytes: 4 };
  await expect(officer.incident.beginFile(file)).rejects.toMatchObject(nobody);
  await supervisor.incident.lead({ incident });
  await supervisor.incident.assign({ incident, task: 't1', owner: '0377', minutes: null });
  expect((await board(bystander)).open).toMatchObject([{ id: incident }]);
  expect(await received(officer)).toBe(before[0]);
});

test('a supervisor who calls silently is shown nothing either; the head of unit is', async () => {
  await supervisor.incident.callSilently();
  expect((await board(supervisor)).open).toEqual([]);
  const head = clientOf(booth, 'w3');
  await signIn(head, HEAD.number, HEAD.pin);
  expect((await board(head)).open).toMatchObject([{ openedBy: '0301', level: 'SILENT' }]);
});

test('a loud call stops the lane by its playbook, over a restart, until the leader lets it serve; the open case is finished', async () => {
  table.read(...demoLines('foreigner'));
  const clearance = (await seen(officer, reviewed)).clearance?.id ?? '';
  const { incident } = await officer.incident.call({ kind: 'PERSON_RESISTING', level: 'LOUD' });
  expect((await seen(officer, () => true)).notice?.code).toBe('LANE_STOPPED');
  await officer.lane.refer({ clearance, reasons: ['OFFICER_OTHER'] });
  const lines = demoLines('citizen');
  await expect(officer.lane.typeIn({ lines, again: lines })).rejects.toMatchObject({ code: 'LANE_CLOSED' });
  await restart();
  expect((await seen(officer, () => true)).notice?.code).toBe('LANE_STOPPED');
  expect(await moment()).toBe('CLOSED');
  await expect(officer.incident.lane({ incident, stopped: false })).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
  await expect(supervisor.incident.lane({ incident, stopped: false })).rejects.toMatchObject({
    code: 'INCIDENT_REFUSED',
    data: { why: 'NOT_LEADER' },
  });
  await supervisor.incident.lead({ incident });
  await supervisor.incident.lane({ incident, stopped: false });
  table.read(...lines);
  await seen(officer, reviewed);
});

test('from call to closing: owners, time, evidence, hand-over with PIN, the head approves; all of it survives and verifies', async () => {
  const { incident } = await officer.incident.call({ kind: 'LOST_CHILD', level: 'LOUD' });
  await supervisor.incident.lead({ incident });
  const [first] = (await board(officer)).open[0]?.tasks ?? [];
  expect(first).toMatchObject({ owner: '0412', note: { vi: 'Ai' } });
  await officer.incident.done({ incident, task: 't1', note: '0413' });
  await expect(officer.incident.done({ incident, task: 't3', note: 'x' })).rejects.toMatchObject({
    data: { why: 'NOT_YOURS' },
  });
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7 mẫu '), Buffer.alloc(60_000, 7)]);
  const { upload } = await officer.incident.beginFile({
    incident,
    name: 'bien-ban.pdf',
    mediaType: 'application/pdf',
    bytes: bytes.length,
  });
  await expect(supervisor.incident.addToFile({ upload, piece: '' })).rejects.toMatchObject({ code: 'NO_SUCH_UPLOAD' });
  for (let at = 0; at < bytes.length; at += 27_000)
    await officer.incident.addToFile({ upload, piece: bytes.subarray(at, at + 27_000).toString('base64') });
  const { hash } = await officer.incident.endFile({ upload });
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const closing = { incident, outcome: 'trẻ đã về với mẹ', lessons: '', head: HEAD };
  await expect(supervisor.incident.close(closing)).rejects.toMatchObject({ data: { why: 'TASKS_LEFT' } });
  const head = clientOf(booth, 'w3');
  await expect(supervisor.incident.handOver({ incident, to: { number: '0413', pin: '413413' } })).rejects.toMatchObject(
    { code: 'SECOND_PERSON_ROLE' },
  );
  await supervisor.incident.handOver({ incident, to: HEAD });
  await restart();
  await signIn(clientOf(booth, 'w3'), HEAD.number, HEAD.pin);
  const leader = clientOf(booth, 'w3');
  expect(head).toBeDefined();
  const { open } = await board(leader);
  expect(open[0]).toMatchObject({ leader: '0200', evidence: [{ hash, bytes: bytes.length, by: '0412' }] });
  for (const task of open[0]?.tasks ?? []) {
    if (task.done === null) await leader.incident.giveUp({ incident, task: task.id, reason: 'mẹ đã đến' });
  }
  await expect(leader.incident.close({ ...closing, head: { number: '0301', pin: '135791' } })).rejects.toMatchObject({
    code: 'HEAD_OF_UNIT_NEEDED',
  });
  await expect(leader.incident.close(closing)).rejects.toMatchObject({ data: { why: 'SAME_PERSON' } });
  await leader.incident.handOver({ incident, to: { number: '0301', pin: '135791' } });
  await supervisor.incident.close(closing);
  const { closed } = await board(leader);
  expect(closed[0]).toMatchObject({ id: incident, closed: { head: '0200', outcome: 'trẻ đã về với mẹ' } });
  const { text } = await leader.incident.report({ incident, report: 'SPECIAL' });
  expect(JSON.parse(text)).toMatchObject({ report: 'SPECIAL', incident: { kind: 'LOST_CHILD' } });
  expect(await leader.audit.verify()).toMatchObject({ ok: true });
});

test('a file of another kind, a wrong beginning or more bytes than said is turned away and nothing is kept', async () => {
  const { incident } = await officer.incident.call({ kind: 'MEDICAL', level: 'LOUD' });
  const begin = (mediaType: string, bytes: number) =>
    officer.incident.beginFile({ incident, name: 'x', mediaType, bytes });
  await expect(begin('text/html', 9)).rejects.toMatchObject({ code: 'FILE_KIND' });
  await expect(begin('image/png', 999_000_000)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  const { upload } = await begin('image/png', 4);
  await officer.incident.addToFile({ upload, piece: Buffer.from('abcd').toString('base64') });
  await expect(officer.incident.endFile({ upload })).rejects.toMatchObject({ code: 'FILE_KIND' });
  const { upload: second } = await begin('text/plain', 2);
  await expect(
    officer.incident.addToFile({ upload: second, piece: Buffer.from('abc').toString('base64') }),
  ).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  expect((await board(officer)).open[0]?.evidence).toEqual([]);
});

test('an overdue task is told on by the clock, to the leader and then to the head of unit, also over a restart', async () => {
  await officer.incident.call({ kind: 'CROWD', level: 'LOUD' });
  clock.moveOn(6 * MINUTE);
  const told = (level: string) => (view: IncidentBoard) => view.open[0]?.tasks[0]?.escalated === level;
  await board(supervisor, told('LEADER'));
  await booth.stop();
  clock.moveOn(12 * MINUTE);
  await start();
  await board(supervisor, told('HEAD_OF_UNIT'));
});

test('evidence changed behind the back is found, and the booth opens an incident about it by itself', async () => {
  const { incident } = await officer.incident.call({ kind: 'MEDICAL', level: 'LOUD' });
  const { upload } = await officer.incident.beginFile({ incident, name: 'x.txt', mediaType: 'text/plain', bytes: 3 });
  await officer.incident.addToFile({ upload, piece: Buffer.from('abc').toString('base64') });
  await officer.incident.endFile({ upload });
  expect(await supervisor.audit.verify()).toMatchObject({ ok: true });
  await booth.stop();
  const key = keyFromFile(directory, systemIds);
  if (!key.ok) throw new Error(key.error.code);
  const options = { synchronous: 'FULL', journalMode: 'WAL' } as const;
  const behind = openEncrypted(boothDatabasePath(directory), storeKeys(key.value).database, options);
  behind.exec(`UPDATE evidence SET bytes = x'00'`);
  behind.close();
  await start();
  const view = await board(supervisor, ({ open }) => open.some(({ trigger }) => trigger === 'JOURNAL_BROKEN'));
  expect(view.open.find(({ trigger }) => trigger === 'JOURNAL_BROKEN')).toMatchObject({
    kind: 'DATA_BREACH',
    level: 'SILENT',
    openedBy: 'system',
  });
  expect(await supervisor.audit.verify()).toMatchObject({ ok: false });
});

test('the journal of a linked clearance is tied to the record by the hash of its last entry', async () => {
  table.read(...demoLines('foreigner'));
  const clearance = (await seen(officer, reviewed)).clearance?.id ?? '';
  const { incident } = await officer.incident.call({ kind: 'FORGED_DOCUMENT', level: 'SILENT' });
  await officer.incident.refer({ incident, clearance });
  await expect(officer.incident.refer({ incident, clearance: 'another' })).rejects.toMatchObject({
    code: 'NO_SUCH_INCIDENT',
  });
  const [item] = (await board(officer)).open[0]?.evidence ?? [];
  expect(item).toMatchObject({ kind: 'JOURNAL', clearance, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test('who may neither call nor lead is refused in the booth', async () => {
  const technician = clientOf(booth, 'w4', 'technician');
  await signIn(technician, '0901', '909090');
  await expect(technician.incident.callSilently()).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
  await expect(officer.incident.proposals({ incident: crypto.randomUUID() })).rejects.toMatchObject({
    code: 'ROLE_FORBIDDEN',
  });
});
