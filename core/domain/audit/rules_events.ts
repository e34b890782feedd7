/** What is written down of the law in the booth: the part of the catalogue (events.ts) that tells of rules. */
export const RULES_EVENTS = {
  RULES_FOUND: {
    kind: 'rules',
    holds: 'none',
    sentence:
      'A start found other rules of entry and exit in force than the last one: with another product, or because a copy is damaged.',
  },
  RULES_TAKEN_IN: {
    kind: 'rules',
    holds: 'none',
    sentence: 'A signed package of rules was verified and laid beside those in force; nothing is judged by it yet.',
  },
  RULES_REFUSED: {
    kind: 'rules',
    holds: 'staff',
    sentence: 'A package of rules was refused whole, with the reason; the law in force stays.',
  },
  RULES_REHEARSED: {
    kind: 'rules',
    holds: 'staff',
    sentence:
      'A person replayed recorded crossings under other rules; how many, and how many would have been decided otherwise.',
  },
  RULES_CHANGE_ORDERED: {
    kind: 'rules',
    holds: 'staff',
    sentence: 'A person ordered that other rules come into force, or the return to those before.',
  },
  RULES_CHANGE_DISCARDED: {
    kind: 'rules',
    holds: 'staff',
    sentence: 'An ordered change of the rules ended without coming into force.',
  },
  RULES_ACTIVATED: {
    kind: 'rules',
    holds: 'staff',
    sentence: 'Other rules came into force: by whose order, and by which head of unit with number and PIN.',
  },
  RULES_RETURNED: {
    kind: 'rules',
    holds: 'staff',
    sentence: 'The rules before came into force again: by whose order, and by which head of unit with number and PIN.',
  },
} as const;
