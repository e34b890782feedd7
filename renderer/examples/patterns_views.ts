import type { PatternsView } from '../../contract/patterns.ts';

/** A person with four signs, as the second line sees them. */
export const RING: PatternsView = {
  recordNumber: 'A07-000412',
  asOfDay: '2026-11-22',
  keptCrossings: 48_210,
  tookMs: 2,
  indicators: [
    {
      code: 'SHARED_SPONSOR',
      strength: 0.82,
      values: { troubled: 4, all: 11 },
      evidence: [
        { recordNumber: 'A07-000398', day: '2026-11-15', what: 'REFUSED' },
        { recordNumber: 'A07-000311', day: '2026-10-02', what: 'OVERSTAYED' },
        { recordNumber: 'A07-000205', day: '2026-08-19', what: 'LISTED' },
        { recordNumber: null, day: null, what: 'REFUSED' },
      ],
    },
    {
      code: 'SAME_DAY_RETURNS',
      strength: 0.5,
      values: { days: 4 },
      evidence: [
        { recordNumber: 'A07-000401', day: '2026-11-18', what: 'LEFT' },
        { recordNumber: 'A07-000399', day: '2026-11-18', what: 'ENTERED' },
        { recordNumber: 'A07-000366', day: '2026-11-02', what: 'LEFT' },
        { recordNumber: 'A07-000364', day: '2026-11-02', what: 'ENTERED' },
      ],
    },
    {
      code: 'DOCUMENT_OF_TWO',
      strength: 0.7,
      values: { persons: 2 },
      evidence: [{ recordNumber: 'A07-000388', day: '2026-11-11', what: 'OTHER_PERSON' }],
    },
    {
      code: 'CHILD_LEFT_BEHIND',
      strength: 0.33,
      values: { trips: 1, children: 2 },
      evidence: [{ recordNumber: 'A07-000290', day: '2026-09-21', what: 'CAME_WITH_CHILD' }],
    },
  ],
};
