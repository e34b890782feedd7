/** What becomes known of a journey, what the law says of it, and the file of an overstay. */
export const LAW_EVENTS = {
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
