import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Booth } from '../../booth.ts';
import { clientOf, demoLines, desk, reviewed, seen, signIn, startBooth, temporaryData } from '../../testing/desk.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const HEAD = { number: '0200', pin: '200200' };
const data = temporaryData();
const running: Booth[] = [];

async function start() {
  for (const booth of running.splice(0)) await booth.stop();
  const table = desk();
  const booth = await startBooth({ dataDirectory: data.directory, devices: table.devices });
  running.push(booth);
  const client = clientOf(booth);
  await signIn(client);
  return { client, table };
}
let opened: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  opened = await start();
});
afterAll(async () => {
  for (const booth of running.splice(0)) await booth.stop();
  data.remove();
});

async function textOf(base64: string): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(Buffer.from(base64, 'base64')));
  const { text } = await extractText(pdf, { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

test('the minutes of a refusal say in both languages who decided on what, and are the same bytes after a restart', async () => {
  const { client, table } = opened;
  table.read(...demoLines('foreigner'));
  const { clearance } = await seen(client, reviewed);
  const { file } = await client.decisions.proposeRefusal({
    ...{ clearance: clearance?.id ?? '', ground: 1, found: 'Thị thực đã sử dụng hết số lần nhập cảnh' },
    ...{ carrier: 'XZ', returnFlight: 'XZ418' },
  });
  const print = (language: 'vi' | 'en', from = client) => from.forms.print({ kind: 'refusal', of: { file }, language });
  await expect(print('vi')).rejects.toMatchObject({ code: 'FORM_NOT_DUE' });
  await client.decisions.decideRefusal({ file, answer: 'REFUSE', reason: 'Đúng căn cứ', order: null, decider: HEAD });
  const vietnamese = await print('vi');
  const text = await textOf(vietnamese.base64);
  for (const said of [
    'BIÊN BẢN Từ chối nhập cảnh',
    'Thị thực đã sử dụng hết số lần nhập cảnh',
    'Không đủ điều kiện nhập cảnh theo Điều 20',
    'có quyền liên hệ với cơ quan đại diện ngoại giao',
    'cán bộ 0200',
    'Bố cục mẫu',
    'XZ418',
  ])
    expect(text).toContain(said);
  const english = await textOf((await print('en')).base64);
  for (const said of ['MINUTES Refusal of entry', 'officer 0200', 'Conditions of entry of Art. 20 not met'])
    expect(english).toContain(said);
  const again = await start();
  expect(await print('vi', again.client)).toEqual(vietnamese);
});

test('no paper is made of what is not there', async () => {
  const { client } = await start();
  const file = '00000000-0000-4000-8000-000000000000';
  await expect(client.forms.print({ kind: 'receipt', of: { file }, language: 'en' })).rejects.toMatchObject({
    code: 'NO_SUCH_CASE',
  });
  await expect(
    client.forms.print({ kind: 'permitted-until', of: { clearance: file }, language: 'en' }),
  ).rejects.toMatchObject({ code: 'NO_SUCH_CASE' });
});
