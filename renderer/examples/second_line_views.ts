import type { SecondLineCase, SecondLineView, SilentMessages } from '../../contract/second_line_view.ts';
import questions from '../../resources/second_line/questions.json';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { NOW } from './base_views.ts';
import { caseOf, LONG_NAME } from './cases.ts';
import { ONE_HIT } from './compared.ts';

const MINUTE = 60_000;
export const ME: DeskPageProps['me'] = {
  number: '0377',
  displayName: 'Phạm Văn Thử',
  roles: ['second-line'],
  shift: '2',
  since: NOW - 120 * MINUTE,
  lastLogin: null,
};
export const SUPERVISOR: DeskPageProps['me'] = { ...ME, number: '0301', roles: ['supervisor'] };

export const CATALOGUE = questions.questions.map(({ id, group, directions, vi, en }) => ({
  id,
  group,
  directions,
  text: { vi, en },
})) as SecondLineView['questions'];

const OPEN: SecondLineCase['closed'] = {
  CLEARED: [],
  REFUSAL_PROPOSED: [],
  HANDED_OVER: [],
  DETAINED_BY_AUTHORITY: [],
  RELEASED: [],
};
const all = (why: SecondLineCase['closed']['CLEARED']): SecondLineCase['closed'] => ({
  CLEARED: why,
  REFUSAL_PROPOSED: why,
  HANDED_OVER: why,
  DETAINED_BY_AUTHORITY: why,
  RELEASED: why,
});

export const QUEUED: SecondLineCase = {
  now: NOW,
  file: '0b0c6c1e-52a4-4c8e-9c55-3f2f0b5f8a10',
  recordNumber: 'A07-000412',
  name: 'NGUYEN THI VI DU',
  direction: 'DEPARTURE',
  stage: 'QUEUED',
  referred: { by: '0412', at: NOW - 14 * MINUTE },
  escorted: null,
  taken: null,
  reasons: ['LIST_HIT_POSSIBLE', 'OFFICER_DOUBT'],
  openEntries: 1,
  waiting: null,
  outcome: null,
  closedAt: null,
  clearance: ONE_HIT,
  law: null,
  doubts: ['LOST_REVOKED'],
  takenOver: [],
  interview: [],
  rechecks: [],
  comparisons: [],
  confirmations: [],
  measures: [],
  decided: null,
  closed: all(['NOT_TAKEN']),
  next: { what: 'ESCORT', dueAt: null, count: 0 },
};
export const TAKEN: SecondLineCase = {
  ...QUEUED,
  stage: 'TAKEN',
  escorted: { by: '0412', at: NOW - 12 * MINUTE },
  taken: { by: '0377', at: NOW - 11 * MINUTE },
  closed: { ...OPEN, CLEARED: ['ENTRIES_OPEN', 'CHECKS_IN_DOUBT'], REFUSAL_PROPOSED: ['NOT_AT_DEPARTURE'] },
  next: { what: 'COMPARE', dueAt: null, count: 1 },
};
const entry = ONE_HIT.hits[0]?.hit ?? '';
export const LATE: SecondLineCase = {
  ...TAKEN,
  confirmations: [
    {
      entry,
      authority: 'Cơ quan chủ mục Mẫu, phòng trực ban',
      channel: 'PHONE',
      by: '0377',
      at: NOW - 10.7 * MINUTE,
      escalated: [{ to: 'SUPERVISOR', at: NOW - 0.7 * MINUTE, dueAt: NOW - 0.7 * MINUTE }],
      answer: null,
    },
  ],
  waiting: {
    entry,
    authority: 'Cơ quan chủ mục Mẫu, phòng trực ban',
    askedAt: NOW - 10.7 * MINUTE,
    next: { to: 'HEAD_OF_UNIT', dueAt: NOW + 19.3 * MINUTE },
    escalated: 'SUPERVISOR',
  },
  closed: { ...TAKEN.closed, CLEARED: ['CONFIRMATION_OPEN', 'ENTRIES_OPEN'] },
  next: { what: 'OWNER_LATE', dueAt: NOW + 19.3 * MINUTE, count: 1 },
};
export const TALKED: SecondLineCase = {
  ...TAKEN,
  clearance: caseOf(LONG_NAME, {}, { notes: [{ text: 'Ghi chú mẫu '.repeat(20), at: NOW, by: '0412' }] }),
  direction: 'ARRIVAL',
  doubts: [],
  openEntries: 0,
  interview: [
    {
      question: 'journey-purpose',
      asked: 'Mục đích chuyến đi?',
      answer: 'Thăm người quen ở Tỉnh Mẫu, ở lại mười ngày; có thư mời và vé về.',
      by: '0377',
      at: NOW - 6 * MINUTE,
    },
    { question: null, asked: 'Ai mua vé?', answer: 'Công ty Ví Dụ', by: '0377', at: NOW - 5 * MINUTE },
  ],
  rechecks: [
    {
      check: 'VALIDITY',
      result: 'PASSED',
      reason: 'Đã soi trang dữ liệu dưới kính lúp',
      by: '0377',
      at: NOW - 4 * MINUTE,
      confirmedBy: null,
    },
  ],
  measures: [{ kind: 'INTERPRETER', text: 'Phiên dịch qua điện thoại', by: '0377', at: NOW - 7 * MINUTE }],
  closed: OPEN,
  next: { what: 'DECIDE', dueAt: null, count: 0 },
};
export const DONE: SecondLineCase = {
  ...TALKED,
  stage: 'CLOSED',
  outcome: 'HANDED_OVER',
  closedAt: NOW - MINUTE,
  decided: {
    outcome: { kind: 'HANDED_OVER', unit: 'Đơn vị Mẫu', name: 'Lê Văn Mẫu', number: '1122', receipt: 'BB-0007' },
    offline: false,
    by: '0377',
    at: NOW - MINUTE,
  },
  closed: all(['CLOSED']),
  next: { what: 'CLOSED', dueAt: null, count: 0 },
};
export const LOCKED_CASE: SecondLineCase = {
  ...TAKEN,
  taken: { by: '0378', at: NOW - 9 * MINUTE },
  closed: all(['LOCKED']),
  next: { what: 'LOCKED', dueAt: null, count: 0 },
};

const rowsOf = (files: readonly SecondLineCase[]): SecondLineView['queue'] =>
  files.map((one, place) => ({
    ...one,
    file: one.file.replace('0b0c', `0b0${place}`),
    recordNumber: `A07-00041${place}`,
    name: `${one.clearance.document?.surname} ${one.clearance.document?.givenNames}`,
  }));
export const VIEW: SecondLineView = {
  now: NOW,
  questions: CATALOGUE,
  queue: rowsOf([QUEUED, { ...TALKED, stage: 'QUEUED', taken: null }, LATE, LOCKED_CASE, DONE]),
};

export const MESSAGE: SilentMessages['messages'][number] = {
  file: '1b0c6c1e-52a4-4c8e-9c55-3f2f0b5f8a10',
  recordNumber: 'A07-000415',
  name: 'QUIETMAN SAM',
  decidedAt: NOW - 3 * MINUTE,
  decision: 'CLEARED',
  entries: [{ name: 'discreet/DI-0001', list: 'discreet', authority: 'Đơn vị Mẫu', score: 100 }],
  seen: null,
};
