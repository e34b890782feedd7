import { expect, test } from 'vitest';
import type { DocumentFacts } from '../domain/document/facts.ts';
import { ok } from '../domain/result.ts';
import type { Hit } from '../domain/screening/entry.ts';
import { settingsSchema } from '../settings/settings.ts';
import type { LaneContext } from './lane_context.ts';
import { checkLists } from './list_check.ts';

const NOW = Date.UTC(2026, 10, 22, 8);
const LAID = {
  surname: 'MẪU',
  givenNames: 'VĂN',
  number: 'B1234567',
  issuer: 'VNM',
  nationality: 'VNM',
  birthDate: '1980-02-03',
  sex: 'M',
  personalNumber: null,
} as unknown as DocumentFacts;

const LISTED: Hit = {
  entry: { id: 'L1', names: [], documents: [{ number: 'B1234567', issuer: 'VNM', status: 'STOLEN' }] },
  list: 'LOST',
  listKind: 'LOST_STOLEN',
  listVersion: '4',
  matchClass: 'CERTAIN',
  score: 100,
  threshold: 100,
  why: [{ code: 'DOCUMENT_EQUAL', points: 100 }],
};
const SIMILAR: Hit = {
  ...LISTED,
  entry: { id: 'L2', names: [], documents: [{ number: '81234567', issuer: 'VNM', status: 'STOLEN' }] },
  matchClass: 'POSSIBLE',
  why: [{ code: 'DOCUMENT_SIMILAR', points: 65 }],
};
const discreetly = (hit: Hit): Hit => ({ ...hit, entry: { ...hit.entry, discreet: true } });

/** What the lane is told when the lists answer with these hits: open and discreet entries, and the line of documents. */
async function told(...hits: Hit[]) {
  const list = {
    list: 'LOST',
    kind: 'LOST_STOLEN',
    version: '4',
    asOf: NOW,
    agedAfterHours: 24,
    expiredAfterHours: 48,
  };
  const context = {
    clock: { now: () => NOW, monotonic: () => 0, after: (_ms: number, run: () => void) => void setImmediate(run) },
    settings: settingsSchema.parse({}),
    watchlist: { screen: async () => ok({ hits, lists: [list], tookMs: 1 }) },
    exclusions: { ofDocument: async () => ok([]) },
  } as unknown as LaneContext;
  const [answered, line] = await checkLists(context, LAID);
  if (answered?.type !== 'LISTS_ANSWERED' || line?.type !== 'CHECK_FINISHED')
    throw new Error('another order of events');
  const ids = (found: typeof answered.hits) => found.map(({ hit }) => hit.entry.id);
  return { open: ids(answered.hits), discreet: ids(answered.discreet), line: line.outcome.reason };
}

test('a document on a list is told by its line, a similar number is compared as well', async () => {
  expect(await told(LISTED)).toEqual({ open: [], discreet: [], line: 'DOC_LOST_STOLEN' });
  expect(await told(SIMILAR)).toEqual({ open: ['L2'], discreet: [], line: 'DOC_NUMBER_SIMILAR' });
});

test('a discreet entry on a list of documents changes no line and is shown to nobody', async () => {
  expect(await told(discreetly(LISTED))).toEqual({ open: [], discreet: ['L1'], line: null });
  expect(await told(discreetly(SIMILAR))).toEqual({ open: [], discreet: ['L2'], line: null });
});
