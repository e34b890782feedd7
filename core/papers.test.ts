import { createHash, randomBytes } from 'node:crypto';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { IncidentBoard } from '../contract/incident_view.ts';
import type { ShiftView } from '../contract/shift.ts';
import type { Booth } from './booth.ts';
import { canMakeSmallDisk, smallDisk } from './storage/testing/small_disk.ts';
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

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const HEAD = { number: '0200', pin: '200200' };
const COUNTERS = { stampsFrom: 'A001', stampsTo: 'A100', forms: 20, seals: 5, receipts: 7 };
const PERSON = {
  name: 'NGUYỄN PHƯỚC QUỲNH THƯỢNG HUYỀN THUỶ ÁI',
  part: 'CONCERNED',
  birthDate: '1985-07-01',
  nationality: 'UTO',
  document: 'UTO:X0000001',
  measure: 'mời sang phòng 2',
  handedTo: { unit: 'Đơn vị Mẫu', name: 'Trần Mẫu', number: '12345', at: 0, receipt: 'BN-118' },
} as const;

let data = temporaryData();
let booth: Booth | undefined;
let table = desk();
let officer: Client;
let leader: Client;
let unmount: (() => void) | null = null;
beforeEach(() => {
  data = temporaryData();
});
afterEach(async () => {
  await booth?.stop();
  booth = undefined;
  unmount?.();
  unmount = null;
  data.remove();
});

async function start(): Promise<void> {
  table = desk();
  booth = await startBooth({ dataDirectory: data.directory, devices: table.devices });
  officer = clientOf(booth);
  leader = clientOf(booth, 'w2');
  await signIn(leader, '0301', '135791');
  await signIn(officer);
}

async function board(client: Client): Promise<IncidentBoard> {
  for await (const view of await client.incident.watch()) return view;
  throw new Error('the stream ended');
}
async function shiftOf(client: Client, until: (view: ShiftView) => boolean): Promise<ShiftView> {
  for await (const view of await client.shift.watch()) if (until(view)) return view;
  throw new Error('the stream ended');
}
async function textOf(base64: string): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(Buffer.from(base64, 'base64')));
  const { text } = await extractText(pdf, { mergePages: true });
  return text.normalize('NFC').replace(/\s+/g, ' ');
}
const hashOf = (base64: string): string => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');

test('an incident is reported on paper, open and closed, in both languages: the daily report names nobody, the special one has it all', async () => {
  await start();
  const { incident } = await officer.incident.call({ kind: 'FORGED_DOCUMENT', level: 'LOUD' });
  const print = (report: 'DAILY' | 'SPECIAL', language: string, client = leader) =>
    client.incident.print({ incident, report, language });
  await expect(print('SPECIAL', 'vi', officer)).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
  await expect(print('SPECIAL', 'ru')).rejects.toMatchObject({ code: 'FORM_LANGUAGE' });
  await leader.incident.lead({ incident });
  expect(await textOf((await print('DAILY', 'en')).base64)).toContain('The incident is not closed');
  await leader.incident.person({ incident, person: PERSON });
  await leader.incident.keep({ incident, property: { what: 'Hộ chiếu giữ lại', bag: '118-A' } });
  await leader.incident.camera({ incident, camera: { camera: 'C12', from: '08:24', to: '08:31' } });
  await leader.incident.note({ incident, text: 'Khách bình tĩnh', corrects: null });
  await leader.incident.proposeEntry({ incident, person: 1, ground: 'dùng giấy tờ giả' });
  for (const { id } of (await board(leader)).open[0]?.tasks ?? [])
    await leader.incident.giveUp({ incident, task: id, reason: `không cần ${id}` });
  const outcome = `Đã bàn giao ${PERSON.name} cho Đơn vị Mẫu`;
  await leader.incident.close({ incident, outcome, lessons: 'Cần người phiên dịch', head: HEAD });

  const special = await print('SPECIAL', 'vi');
  const text = await textOf(special.base64);
  for (const said of [
    ...['BÁO CÁO', 'Sự cố đột xuất', 'Nghi giấy tờ giả', 'Báo to', 'Báo từ quầy', 'Số hiệu 0301', 'Số hiệu 0200'],
    ...[PERSON.name, '01/07/1985', 'UTO:X0000001', 'mời sang phòng 2', 'Trần Mẫu', 'BN-118', '118-A', 'C12', '08:24'],
    ...['dùng giấy tờ giả', 'Khách bình tĩnh', 'không cần t1', outcome, 'Cần người phiên dịch', 'Trang 1/'],
  ])
    expect(text.replaceAll(' ', '')).toContain(said.replaceAll(' ', ''));
  const daily = await textOf((await print('DAILY', 'vi')).base64);
  expect(daily).toContain('Đã bàn giao (1) cho Đơn vị Mẫu');
  for (const secret of [PERSON.name, 'X0000001', 'BN-118', '118-A']) expect(daily).not.toContain(secret);
  expect(await textOf((await print('SPECIAL', 'en')).base64)).toContain('Special report of an incident');

  const { forms = [] } = (await board(leader)).closed[0] ?? {};
  expect(forms.map(({ form, language, by }) => [form, language, by])).toEqual([
    ['incident-daily', 'en', '0301'],
    ['incident-special', 'vi', '0301'],
    ['incident-daily', 'vi', '0301'],
    ['incident-special', 'en', '0301'],
  ]);
  expect([forms[1]?.hash, special.hash]).toEqual([hashOf(special.base64), hashOf(special.base64)]);
  await booth?.stop();
  await start();
  expect(await print('SPECIAL', 'vi')).toEqual(special);
  expect((await board(leader)).closed[0]?.forms).toHaveLength(5);
  expect(await leader.audit.verify()).toMatchObject({ ok: true });
});

test('the closing report of a shift says who handed over what, and nothing of a silent call', async () => {
  await start();
  await officer.shift.begin({ counters: COUNTERS });
  const number = 'A07-S00001';
  await expect(officer.shift.print({ number, language: 'vi' })).rejects.toMatchObject({ code: 'FORM_NOT_DUE' });
  table.read(...demoLines('citizen'));
  await officer.lane.clear({ clearance: (await seen(officer, reviewed)).clearance?.id ?? '' });
  table.read(...demoLines('foreigner'));
  await officer.lane.refer({
    clearance: (await seen(officer, reviewed)).clearance?.id ?? '',
    reasons: ['OFFICER_DOUBT'],
  });
  await officer.incident.callSilently();
  const silent = (await board(leader)).open[0]?.number ?? 'none';
  await officer.shift.beginHandOver({
    counters: { ...COUNTERS, stampsFrom: 'A002' },
    instructions: 'Giữ máy in ở làn 3',
  });
  for (const { id } of (await shiftOf(officer, ({ handOver }) => handOver !== null)).items)
    await officer.shift.answerItem({ item: id, accepted: true, reason: '' });
  await officer.shift.sign({ number: '0413', pin: '413413' });
  const { last } = await shiftOf(officer, (view) => view.last !== null);
  expect(last?.report.incidents).toBe(0);
  const vietnamese = await officer.shift.print({ number: last?.number ?? '', language: 'vi' });
  const text = await textOf(vietnamese.base64);
  for (const said of [
    ...['Kết thúc ca trực', 'Số hiệu 0412', 'Số hiệu 0413', 'Bàn giao cho 0413', 'A001 – A100', 'A002 – A100'],
    ...['Giữ máy in ở làn 3', 'Người ở tuyến 2', 'Đã nhận', 'Cho qua', 'Chuyển tuyến 2', 'Cộng', last?.number ?? ''],
  ])
    expect(text).toContain(said);
  expect(silent).toMatch(/-\d{4}-\d{4}$/);
  const english = await textOf((await officer.shift.print({ number: last?.number ?? '', language: 'en' })).base64);
  expect(english).toContain('Closing of a shift');
  for (const said of [text, english]) {
    expect(said).not.toContain(silent);
    expect(said).not.toMatch(/SAMPLE|EXEMPLE|silent|thầm|discreet|DI-0001/i);
  }
  expect(hashOf(vietnamese.base64)).toBe(vietnamese.hash);
  await booth?.stop();
  await start();
  expect(await officer.shift.print({ number: last?.number ?? '', language: 'vi' })).toEqual(vietnamese);
  await expect(officer.shift.print({ number: 'A07-S99999', language: 'vi' })).rejects.toMatchObject({
    code: 'FORM_NOT_DUE',
  });
  expect(await leader.audit.verify()).toMatchObject({ ok: true });
});

/** A file of evidence of so many bytes that nothing makes smaller; whether it could be kept. */
async function keepFile(incident: string, size: number): Promise<boolean> {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7 '), randomBytes(size)]);
  const { upload } = await leader.incident.beginFile({
    ...{ incident, name: 'x.pdf', mediaType: 'application/pdf', bytes: bytes.length },
  });
  for (let at = 0; at < bytes.length; at += 27_000)
    await leader.incident.addToFile({ upload, piece: bytes.subarray(at, at + 27_000).toString('base64') });
  return leader.incident.endFile({ upload }).then(
    () => true,
    () => false,
  );
}

const canMount = canMakeSmallDisk();

if (canMount)
  test('a paper that cannot be kept because the disk is full is given to nobody, loses nothing, and is made once there is room', async () => {
    unmount = smallDisk(data.directory, 160) ?? null;
    await start();
    const { incident } = await officer.incident.call({ kind: 'MEDICAL', level: 'LOUD' });
    await leader.incident.lead({ incident });
    const print = async () => {
      const { hash, base64 } = await leader.incident.print({ incident, report: 'SPECIAL', language: 'vi' });
      return [hash, hashOf(base64)];
    };
    const ballast = join(data.directory, 'ballast');
    const { bavail, bsize } = statfsSync(data.directory);
    // The booth writes meanwhile: what it leaves is filled, however little.
    try {
      writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    } catch (problem) {
      expect(problem).toMatchObject({ code: 'ENOSPC' });
    }
    // What the store has set aside for itself is used up by files, the last of them smaller than a paper.
    for (const size of [2_000_000, 300_000, 60_000, 10_000])
      for (let kept = true; kept; ) kept = await keepFile(incident, size);
    await expect(print()).rejects.toMatchObject({ code: 'STORE_FAILED', data: { code: 'STORE_FULL' } });
    const before = (await board(leader)).open[0]?.forms.length ?? 0;
    rmSync(ballast);
    const [hash, bytes] = await print();
    expect(hash).toBe(bytes);
    expect((await board(leader)).open[0]?.forms).toHaveLength(before + 1);
    expect(await leader.audit.verify()).toMatchObject({ ok: true });
  });
else
  test('NOT RUN: a paper on a full disk (this user may not mount a small file system)', () => {
    expect(canMount).toBe(false);
  });
