/** What refusals, overstays and their papers leave in the journal; a part of the one catalogue (events.ts). */
export const DECISION_EVENTS = {
  REFUSAL_DECIDED: {
    kind: 'decision',
    holds: 'traveller',
    sentence: 'The head of unit decided a proposed refusal: refused, back to the counter, or to the second line.',
  },
  REFUSAL_CARRIER_TOLD: {
    kind: 'decision',
    holds: 'staff',
    sentence: 'The carrier was told to take a refused person back: who was told.',
  },
  REFUSAL_REVERSED: {
    kind: 'decision',
    holds: 'traveller',
    sentence: 'The head of unit took a decided refusal back, with the reason; the record of it stays.',
  },
  OVERSTAY_MEASURED: {
    kind: 'decision',
    holds: 'traveller',
    sentence:
      'A fine within the tier of an overstay was decided: by whom, mitigating reason, whether the Department is asked.',
  },
  OVERSTAY_MINUTED: {
    kind: 'decision',
    holds: 'traveller',
    sentence: 'The minutes of an overstay were drawn up: signed, or not signed with a witness.',
  },
  OVERSTAY_PAYMENT: {
    kind: 'decision',
    holds: 'traveller',
    sentence: 'The fine of an overstay was paid, with the receipt, or was not, with the reason.',
  },
  OVERSTAY_ENDED: {
    kind: 'decision',
    holds: 'traveller',
    sentence: 'The file of an overstay was ended before its end: by whom and why. Nothing is settled by it.',
  },
  FORM_PRINTED: {
    kind: 'decision',
    holds: 'traveller',
    sentence: 'A form was printed; which, in which language, and the hash of its bytes, which are kept.',
  },
} as const;
