/** The file of an overstay as its clearance tells of it. */
export const LAW_EVENTS = {
  FACTS_LAID_ASIDE: {
    kind: 'clearance',
    holds: 'none',
    sentence:
      'Another document was read in the same clearance: the named facts, stated for the first, no longer count.',
  },
  STAMP_ORDERED: {
    kind: 'clearance',
    holds: 'staff',
    sentence: 'Without the network: who leads the shift ordered that documents are stamped, or that they are not.',
  },
  OVERSTAY_FILED: {
    kind: 'clearance',
    holds: 'traveller',
    sentence: 'A file was opened for an overstay found in the clearance.',
  },
  OVERSTAY_CLOSED: {
    kind: 'clearance',
    holds: 'traveller',
    sentence: 'The file of the overstay was closed: settled, or not.',
  },
} as const;
