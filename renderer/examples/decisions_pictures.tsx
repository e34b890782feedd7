import type { DecisionGrounds, DecisionsView, OverstayFileView, RefusalView } from '../../contract/decisions_view.ts';
import type { DecisionDialog } from '../decisions/decision_acts.ts';
import { DecisionsScreen } from '../decisions/decisions_screen.tsx';
import { NOW } from './base_views.ts';
import type { DeskPictures } from './desk_picture.ts';
import { AT_DESK, SUPERVISOR } from './incident_views.ts';
import { NO_BASIS_LAW, OVERSTAY_FILE, OVERSTAY_LAW } from './law_views.ts';

const MINUTE = 60_000;
const HEAD = { ...SUPERVISOR, number: '0200', roles: ['head-of-unit'] as const };
const REFUSAL: RefusalView = {
  id: '3f0e8a52-1c8a-4d5b-9d53-0a4f6d0d2b20',
  number: 'TC-2026-000004',
  clearance: '7b0c6c1e-52a4-4c8e-9c55-3f2f0b5f8a11',
  recordNumber: 'A07-000398',
  stage: 'PROPOSED',
  late: false,
  holder: {
    name: 'SAMPLE ANOMA',
    nationality: 'LKA',
    birthDate: '1990-04-05',
    sex: 'F',
    documentNumber: 'N5550001',
    issuer: 'LKA',
    expiryDate: '2029-04-05',
  },
  flight: 'MV 0611',
  ground: 1,
  decider: 'HEAD_OF_UNIT',
  legalBasis: ['Law 47/2014/QH13, Art. 21', 'Law 47/2014/QH13, Art. 20'],
  found: 'The single entry of the e-visa was used on 03/11/2026; no other paper was presented.',
  evidence: ['DOCUMENT', 'CHECKS', 'BASES', 'VISA', 'NOTES'],
  carrier: 'Mẫu Hàng Không',
  returnFlight: 'MV 0612, 22/11/2026 14:05',
  proposed: { by: '0412', at: NOW - 9 * MINUTE },
  decided: null,
  carrierTold: null,
  reversed: null,
  forms: [],
};
const LATE: RefusalView = { ...REFUSAL, late: true, proposed: { by: '0412', at: NOW - 74 * MINUTE } };
const REFUSED: RefusalView = {
  ...REFUSAL,
  id: '3f0e8a52-1c8a-4d5b-9d53-0a4f6d0d2b21',
  stage: 'REFUSED',
  ground: 9,
  decider: 'MINISTERS_SECURITY_DEFENCE',
  decided: {
    ...{ answer: 'REFUSE', reason: 'No basis of entry', by: '0200', at: NOW - 5 * MINUTE },
    order: { number: '12/2026', date: '2026-11-01' },
  },
  carrierTold: { to: 'Station manager, by telephone', by: '0412', at: NOW - 3 * MINUTE },
  forms: [{ form: 'refusal', language: 'vi', hash: 'ab12cd34', by: '0200', at: NOW - 2 * MINUTE }],
};
const LONG: RefusalView = {
  ...REFUSED,
  stage: 'REVERSED',
  holder: { ...REFUSAL.holder, name: 'CÔNG TẰNG TÔN NỮ THỊ MẪU DÀI TÊN NHẤT' },
  found: 'The single entry of the e-visa was used; the carrier brought no other paper. '.repeat(12),
  carrier: 'Công ty cổ phần Vận tải hàng không Mẫu Việt Nam',
  reversed: { reason: 'A valid paper was found in the second bag. '.repeat(6), by: '0200', at: NOW - MINUTE },
};
const UNPAID: OverstayFileView = {
  ...OVERSTAY_FILE,
  stage: 'UNPAID',
  measure: {
    ...{ tier: 3, fineVnd: 12_000_000, mitigating: null, expulsionToDepartment: true },
    ...{ by: '0200', at: NOW - 20 * MINUTE },
  },
  minutes: { signed: 'REFUSED_TO_SIGN', witness: 'Nguyễn Thị Mẫu', by: '0412', at: NOW - 12 * MINUTE },
  payment: { receipt: null, reason: 'No money with the person', by: '0412', at: NOW - 8 * MINUTE },
};
const ENDED: OverstayFileView = {
  ...UNPAID,
  stage: 'ENDED',
  closed: { by: '0200', at: NOW - 2 * MINUTE },
  ended: 'The traveller went back into the hall and does not leave today.',
};

const view = (refusals: readonly RefusalView[], overstays: readonly OverstayFileView[] = []): DecisionsView => ({
  ...{ now: NOW, refusals: [...refusals], overstays: [...overstays] },
});
const GROUNDS: DecisionGrounds = {
  law: NO_BASIS_LAW,
  notes: [{ text: 'Says a second visa is on the way.', at: NOW - 11 * MINUTE, by: '0412' }],
};

const at =
  (
    shown: DecisionsView | null,
    chosen: string | null = null,
    opening: DecisionDialog | null = null,
    grounds: DecisionGrounds | null = GROUNDS,
  ): DeskPictures[string] =>
  (client) => (
    <DecisionsScreen
      booth={AT_DESK}
      me={{ ...HEAD, roles: ['head-of-unit'] }}
      client={client}
      close={() => {}}
      view={shown}
      chosen={chosen}
      choose={() => {}}
      grounds={grounds}
      failed={grounds === null ? { id: 'error.UNKNOWN' } : null}
      opening={opening}
    />
  );
const refusal = (one: RefusalView, dialog: DecisionDialog | null = null) => at(view([one]), one.id, dialog);
const overstay = (one: OverstayFileView, dialog: DecisionDialog | null = null) =>
  at(view([], [one]), one.id, dialog, { ...GROUNDS, law: OVERSTAY_LAW });

/** What each state of decisions_states.ts shows. */
export const DECISIONS_PICTURES: DeskPictures = {
  decisions: at(view([LATE, { ...LONG, id: '3f0e8a52-1c8a-4d5b-9d53-0a4f6d0d2b22' }, REFUSED], [OVERSTAY_FILE])),
  'decisions-loading': at(null),
  'decisions-none': at(view([])),
  'decisions-refusal': refusal(REFUSAL),
  'decisions-refusal-waits': refusal(LATE),
  'decisions-refused': refusal(REFUSED),
  'decisions-long': refusal(LONG),
  'decisions-overstay': overstay(OVERSTAY_FILE),
  'decisions-unpaid': overstay(UNPAID),
  'decisions-decide': refusal({ ...REFUSAL, ground: 9, decider: 'MINISTERS_SECURITY_DEFENCE' }, 'REFUSE'),
  'decisions-measure': overstay(OVERSTAY_FILE, 'measure'),
  'decisions-payment': overstay(UNPAID, 'payment'),
  'decisions-end': overstay(UNPAID, 'end'),
  'decisions-ended': overstay(ENDED),
  'decisions-reverse': refusal(REFUSED, 'reverse'),
  'decisions-print': refusal(REFUSED, 'print'),
  'decisions-error': at(view([REFUSAL]), REFUSAL.id, null, null),
};
