import type { ReplayedCase, ReplayMoment } from '../../contract/replay_view.ts';
import type { BoothView } from '../../contract/session.ts';
import { CHECK_IDS, type CheckId } from '../../core/domain/clearance/check.ts';
import { type CaseOpening, CaseScreen } from '../replay/case_screen.tsx';
import { NOTHING_ASKED } from '../replay/search_form.tsx';
import { type SearchOpening, SearchScreen } from '../replay/search_screen.tsx';
import { LOCKED, NOW, REST } from './base_views.ts';
import type { DeskPictures } from './desk_picture.ts';

const me: NonNullable<BoothView['signedIn']> = {
  ...REST.officer,
  number: '0777',
  displayName: 'Phạm Thị Thử',
  roles: ['auditor'],
};
const booth: BoothView = { ...LOCKED, signedIn: me };

const OPENED = NOW - 81 * 86_400_000;
const hex = (seed: number): string => `${(seed * 2654435761) >>> 0}`.padStart(10, '0').repeat(7).slice(0, 64);

/** An entry `at` ms after the opening. */
function moment(place: number, at: number, event: string, more: Partial<ReplayMoment> = {}): ReplayMoment {
  return {
    seq: 88_102 + place,
    wall: OPENED + at,
    at,
    event,
    actor: 'system',
    hash: hex(place + 1),
    previousHash: hex(place),
    afterwards: false,
    check: null,
    resetsChecks: event === 'CHECKS_STARTED',
    says: '{}',
    ...more,
  };
}

const check = (place: number, at: number, id: CheckId, more: Partial<NonNullable<ReplayMoment['check']>> = {}) => {
  const outcome = {
    check: id,
    result: 'PASSED' as const,
    reason: null,
    source: 'LOCAL' as const,
    dataVersion: null,
    durationMs: 12,
    ...more,
  };
  return moment(place, at, 'CHECK_FINISHED', { check: outcome, says: JSON.stringify(outcome) });
};

const MOMENTS: readonly ReplayMoment[] = [
  moment(0, 0, 'CLEARANCE_OPENED', { actor: '0288', says: '{"recordNumber":"A03-88120","direction":"ARRIVAL"}' }),
  moment(1, 20, 'DOCUMENT_READ', { says: '{"reading":1,"typedIn":false,"problems":[]}' }),
  moment(2, 30, 'CHECKS_STARTED'),
  check(3, 40, 'MRZ_CHECK_DIGITS'),
  check(4, 45, 'VALIDITY'),
  ...CHECK_IDS.slice(4, 11).map((id, place) =>
    check(5 + place, 50, id, { result: 'NOT_SUPPORTED', reason: 'CHIP_NO_READER', source: 'DEVICE' }),
  ),
  moment(12, 1300, 'LIST_CONSULTED'),
  check(13, 1310, 'LOCAL_LISTS', { durationMs: 9 }),
  check(14, 1320, 'LOST_REVOKED', { durationMs: 9 }),
  moment(15, 9000, 'FACTS_KNOWN', { actor: '0288' }),
  check(16, 12_204, 'PAIRING'),
  moment(17, 12_210, 'LAW_ANSWERED'),
  check(18, 12_215, 'ENTRY_CONDITIONS', { dataVersion: '25df454e1f679a6f', durationMs: 0.4 }),
  moment(19, 44_000, 'CLEARED', { actor: '0288' }),
  moment(21, 81 * 86_400_000, 'CASE_VIEWED', { actor: '0777', afterwards: true }),
];

const CASE: ReplayedCase = {
  id: '7b0c6c1e-52a4-4c8e-9c55-3f2f0b5f8a20',
  recordNumber: 'A03-88120',
  lane: 'A03',
  direction: 'ARRIVAL',
  openedAt: OPENED,
  closedAt: OPENED + 44_000,
  outcome: 'CLEARED',
  decidedBy: '0288',
  person: {
    surname: 'SAMPLESON',
    givenNames: 'LARS TEST',
    nationality: 'NOR',
    birthDate: '1984-05-06',
    sex: 'M',
    issuer: 'NOR',
    number: 'X1234567',
    expiryDate: '2031-01-01',
  },
  moments: [...MOMENTS],
  lists: [
    { list: 'wanted', kind: 'WANTED', version: '46870', asOf: OPENED - 540_000 },
    { list: 'lost-stolen', kind: 'LOST_STOLEN', version: '46870', asOf: OPENED - 540_000 },
  ],
  files: [{ kind: 'SECOND_LINE', number: 'A03-2026-0047', openedAt: OPENED + 44_000, closedAt: null }],
  evidence: [hex(77)],
  law: {
    version: '25df454e1f679a6f',
    signedBy: 'Cục Quản lý xuất nhập cảnh (mẫu)',
    facts: [
      { fact: 'direction', value: 'arrival' },
      { fact: 'date', value: '2026-09-02' },
      { fact: 'person.nationality', value: 'NOR' },
      { fact: 'document.kind', value: 'ordinary-passport' },
      { fact: 'document.expires', value: '2031-06-14' },
      { fact: 'basis.exemption.purpose', value: 'tourism' },
    ],
    said: {
      outcome: 'clear',
      stayUntil: '2026-10-16',
      reasons: [],
      ruleIds: ['unilateral.45.nor', 'gate.main'],
      legalBasis: ['Resolution 44/NQ-CP (7 Mar 2025), Art. 1'],
    },
    again: 'SAME',
    differs: [],
  },
  today: {
    version: '31e92f2ddc0c2954',
    same: true,
    said: {
      outcome: 'clear',
      stayUntil: '2026-10-16',
      reasons: [],
      ruleIds: ['unilateral.45.nor', 'gate.main'],
      legalBasis: ['Resolution 44/NQ-CP (7 Mar 2025), Art. 1'],
    },
  },
  proof: { ok: true, entries: 21, first: 88_102, last: 88_123, broken: [] },
};

const picture =
  (changed: Partial<ReplayedCase> = {}, opening: CaseOpening = { place: 16 }): DeskPictures[string] =>
  (client) => (
    <CaseScreen
      booth={booth}
      me={me}
      client={client}
      close={() => {}}
      opened={{ replayed: { ...CASE, ...changed }, reason: 'khiếu nại 31/2026', seq: 100_417 }}
      opening={opening}
    />
  );

const search =
  (opening: SearchOpening = {}): DeskPictures[string] =>
  (client) => (
    <SearchScreen booth={booth} me={me} client={client} close={() => {}} onOpen={() => {}} opening={opening} />
  );

const ASKED = { ...NOTHING_ASKED, reason: 'khiếu nại 31/2026', by: 'DAY' as const, day: '02/09/2026' };

/** What the states of replay_states.ts show. */
export const REPLAY_PICTURES: DeskPictures = {
  'replay-search': search(),
  'replay-search-document': search({ asked: { ...ASKED, by: 'DOCUMENT', issuer: 'NOR', number: 'X1234567' } }),
  'replay-found': search({
    asked: ASKED,
    found: [
      {
        id: CASE.id,
        recordNumber: 'A03-88120',
        closedAt: CASE.closedAt,
        direction: 'ARRIVAL',
        outcome: 'CLEARED',
      },
      { id: 'b', recordNumber: 'A03-88119', closedAt: OPENED - 60_000, direction: 'DEPARTURE', outcome: 'REFERRED' },
    ],
  }),
  'replay-found-none': search({ asked: ASKED, found: [] }),
  'replay-case': picture(),
  'replay-start': picture({}, { place: 2 }),
  'replay-end': picture({}, { place: MOMENTS.length - 1 }),
  'replay-papers': picture({}, { place: 19, papers: true }),
  'replay-remark': picture({}, { place: 16, dialog: 'remark' }),
  'replay-export': picture({}, { place: 16, dialog: 'export' }),
  'replay-broken': picture({
    proof: {
      ok: false,
      entries: 21,
      first: 88_102,
      last: 88_123,
      broken: [{ seq: 88_114, reason: 'HASH' }],
    },
  }),
  'replay-other-today': picture({
    today: {
      version: '31e92f2ddc0c2954',
      same: false,
      said: {
        outcome: 'propose-refusal',
        stayUntil: null,
        reasons: ['LEGAL_NO_VISA'],
        ruleIds: ['refusal.1'],
        legalBasis: ['Law 47/2014/QH13, Art. 21(1) no. 1, Art. 22'],
      },
    },
  }),
  'replay-no-law': picture({ law: null, today: null, files: [], evidence: [], lists: [] }),
  'replay-long-name': picture({
    person: { ...CASE.person, surname: 'WICKRAMASINGHE ARACHCHIGE', givenNames: 'SAMPLE PERERWMWMW' },
  }),
};
