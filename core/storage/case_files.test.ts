import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseFile } from '../ports/case_files.ts';
import type { Crossing } from '../ports/crossings.ts';
import type { Storage } from './open_storage.ts';
import { NOW, openBehindTheBack, openTestStorage, temporaryDirectory, testEntry } from './testing/temporary_store.ts';

let directory: ReturnType<typeof temporaryDirectory>;
let storage: Storage;

beforeEach(async () => {
  directory = temporaryDirectory();
  storage = await openTestStorage(directory.path);
});
afterEach(async () => {
  await storage.close();
  directory.remove();
});

const file = (id: string, change: Partial<CaseFile> = {}): CaseFile => ({
  id,
  kind: 'INCIDENT',
  number: `A07-2026-${id}`,
  lane: 'A07',
  openedAt: NOW,
  closedAt: null,
  clearance: null,
  state: { step: 1 },
  ...change,
});

const crossing = (id: string, change: Partial<Crossing> = {}): Crossing => ({
  id,
  recordNumber: `A07-${id}`,
  lane: 'A07',
  at: NOW,
  day: '2026-11-22',
  direction: 'ARRIVAL',
  outcome: 'CLEARED',
  documentKey: 'UTO:L898902C3',
  personKey: 'ERIKSSON ANNA MARIA|1974-08-12|UTO',
  personalNumber: null,
  nationality: 'UTO',
  stayUntil: '2027-01-06',
  rulesVersion: 'v1',
  facts: {
    direction: 'arrival',
    date: '2026-11-22',
    person: { nationality: 'UTO' },
    document: { kind: 'ordinary-passport' },
  },
  verdict: { outcome: 'clear', legalBasis: [], reasons: [], ruleIds: [] },
  ...change,
});

/** Whatever the entry says; a step needs one. */
const entries = [testEntry({ event: 'BOOTH_STARTED', clearance: null, data: null })];

test('a file is found open, then closed, by its clearance, and counted by its number', async () => {
  await storage.records.commit({ entries, files: [file('1', { clearance: 'c1' }), file('2')] });
  await storage.records.commit({
    entries,
    files: [file('1', { clearance: 'c1', closedAt: NOW + 5, state: { step: 2 } })],
  });
  expect(await storage.caseFiles.open('INCIDENT')).toMatchObject({ value: [{ id: '2' }] });
  expect(await storage.caseFiles.closedSince('INCIDENT', NOW, 9)).toMatchObject({
    value: [{ id: '1', state: { step: 2 } }],
  });
  expect(await storage.caseFiles.closedSince('INCIDENT', NOW + 6, 9)).toMatchObject({ value: [] });
  expect(await storage.caseFiles.ofClearance('c1')).toMatchObject({ value: [{ id: '1' }] });
  expect(await storage.caseFiles.countNumbered('INCIDENT', 'A07-2026-')).toEqual({ ok: true, value: 2 });
  expect(await storage.caseFiles.open('SHIFT')).toEqual({ ok: true, value: [] });
});

test('a person is found by document, by name and birth, and by personal number, newest first and once', async () => {
  await storage.records.commit({ entries, crossing: crossing('1') });
  await storage.records.commit({ entries, crossing: crossing('2', { documentKey: 'UTO:NEW', at: NOW + 1 }) });
  await storage.records.commit({
    entries,
    crossing: crossing('3', { personKey: null, documentKey: null, personalNumber: '7' }),
  });
  const keys = { documentKey: 'UTO:L898902C3', personKey: crossing('1').personKey, personalNumber: null };
  const found = await storage.crossings.ofPerson(keys, 9);
  expect(found.ok && found.value.map(({ id }) => id)).toEqual(['2', '1']);
  expect(await storage.crossings.byId('3')).toEqual({
    ok: true,
    value: expect.objectContaining({ personalNumber: '7' }),
  });
  expect(await storage.crossings.count()).toEqual({ ok: true, value: 3 });
});

test.each([
  `UPDATE case_files SET state = '{"step":9}'`,
  'DELETE FROM case_files',
  `UPDATE evidence SET bytes = x'00'`,
  `UPDATE crossings SET stay_until = '2030-01-01'`,
  'DELETE FROM crossings',
  `INSERT INTO case_files VALUES ('x', 'SHIFT', 'x', 'A07', 1, NULL, NULL, 'null')`,
])('evidence is what its name says; a change behind the back is found: %s', async (change) => {
  const bytes = new TextEncoder().encode('%PDF mẫu');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const piece = { hash, mediaType: 'application/pdf', name: 'NC11', addedAt: NOW, bytes };
  await storage.records.commit({ entries, files: [file('1')], evidence: [piece], crossing: crossing('1') });
  expect(await storage.caseFiles.evidence(hash)).toEqual({ ok: true, value: piece });
  expect(await storage.records.verifyJournal()).toMatchObject({ value: { ok: true } });
  const behind = openBehindTheBack(directory.path);
  behind.exec(change);
  behind.close();
  expect(await storage.records.verifyJournal()).toMatchObject({ value: { ok: false } });
});
