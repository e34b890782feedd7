/** Who looked at decided cases, and why: the part of the catalogue (events.ts) that tells of replays. */
export const REPLAY_EVENTS = {
  CASES_SEARCHED: {
    kind: 'audit',
    holds: 'traveller',
    sentence:
      'Decided cases were looked for by record number, day or document: who, why, how many were found. What was asked stands under `redacted`, to be left out where the journal is shown.',
  },
  CASE_VIEWED: { kind: 'audit', holds: 'staff', sentence: 'A decided case was opened as it was: by whom, and why.' },
  CASE_REMARKED: {
    kind: 'audit',
    holds: 'traveller',
    sentence: 'A remark was added to a decided case; the case itself stays as it was.',
  },
  CASE_EXPORTED: {
    kind: 'audit',
    holds: 'staff',
    sentence: 'A decided case was handed out as a file, without anything discreet: by which two persons, and why.',
  },
} as const;
