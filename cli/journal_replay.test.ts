import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clientOf, demoLines, desk, reviewed, seen, signIn, startBooth, temporaryData } from '../core/testing/desk.ts';
import { runBooth } from './testing/command_line.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let data = temporaryData();
const replay = (...args: string[]) => runBooth(['journal', 'replay', ...args, '--data', data.directory]).ended;

beforeEach(() => {
  data = temporaryData();
});
afterEach(() => data.remove());

/** A booth's day with one person referred; the record number. */
async function referred(): Promise<{ readonly recordNumber: string; readonly id: string }> {
  const table = desk();
  const booth = await startBooth({ dataDirectory: data.directory, devices: table.devices });
  try {
    const officer = clientOf(booth);
    await signIn(officer);
    table.read(...demoLines('foreigner'));
    const { clearance } = await seen(officer, reviewed);
    const id = clearance?.id ?? '';
    await officer.lane.refer({ clearance: id, reasons: ['OFFICER_QUESTION'] });
    return { id, recordNumber: clearance?.recordNumber ?? '' };
  } finally {
    await booth.stop();
  }
}

test('a decided case comes as it was, by number and by id, and each look is written down', async () => {
  const { id, recordNumber } = await referred();
  const first = await replay(recordNumber);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const shown = JSON.parse(first.stdout);
  expect(shown).toMatchObject({ id, recordNumber, outcome: 'REFERRED', decidedBy: '0412', proof: { ok: true } });
  expect(shown.timeline.length).toBeGreaterThan(10);
  expect(first.stdout).not.toMatch(/discreet|silent/i);
  const again = JSON.parse((await replay(id)).stdout);
  const look = again.timeline.find(({ seq }: { seq: number }) => seq === shown.viewedAs);
  expect(look).toMatchObject({ event: 'CASE_VIEWED', says: { reason: 'booth journal replay' } });
  expect(await replay('A07-999999')).toMatchObject({ code: 1, stdout: '' });
});

test.each([
  [[], /usage/],
  [['A07-000001', 'more'], /usage/],
  [['A07-000001'], /STORE_ABSENT/],
] as const)('replay %j of no data ends with 2 and one line', async (args, line) => {
  const ended = await replay(...args);
  expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(line) });
  expect(ended.stderr.trim().split('\n')).toHaveLength(1);
});
