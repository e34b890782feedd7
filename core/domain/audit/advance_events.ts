/** Events of what is known of a journey: facts, what the law made of them, scanned codes, and the copies brought in by file. */
export const ADVANCE_EVENTS = {
  FACTS_KNOWN: {
    kind: 'clearance',
    holds: 'traveller',
    sentence: 'Facts of the journey became known: what sources answered, or what an officer stated.',
  },
  LAW_ANSWERED: {
    kind: 'clearance',
    holds: 'traveller',
    sentence: 'The law of entry and exit answered: facts, verdict, how it is explained, and the version of the rules.',
  },
  CODE_SCANNED: {
    kind: 'clearance',
    holds: 'none',
    sentence:
      'A code was scanned or typed for the open clearance: its kind, and whether it led to anything. Its facts follow.',
  },
  CODE_KEPT: {
    kind: 'clearance',
    holds: 'none',
    sentence: 'A code was scanned before any document; it waits a while for one.',
  },
  CODE_FORGOTTEN: {
    kind: 'clearance',
    holds: 'none',
    sentence: 'A code that waited for its document was forgotten: none came in time.',
  },
  ADVANCE_DATA_ORDERED: {
    kind: 'list',
    holds: 'none',
    sentence: 'Someone ordered that a file of visas, declarations or passengers is taken in.',
  },
  ADVANCE_DATA_TAKEN: {
    kind: 'list',
    holds: 'none',
    sentence:
      'A file of visas, declarations or passengers was taken in: how many rows were added, changed, removed, rejected.',
  },
  ADVANCE_DATA_NOT_TAKEN: {
    kind: 'list',
    holds: 'none',
    sentence: 'A file of visas, declarations or passengers was refused; the copy is what it was.',
  },
  EXPECTED_PEOPLE_SEEN: {
    kind: 'audit',
    holds: 'staff',
    sentence: 'The names of those expected on a flight were shown: of which flight, how many, to whom.',
  },
  ADVANCE_DATA_RENEWED: {
    kind: 'list',
    holds: 'none',
    sentence:
      'The copies of visas, declarations and passenger lists were damaged and begun anew; they must be brought in again.',
  },
} as const;
