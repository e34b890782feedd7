/** What the second line and those who supervise it leave in the journal; a part of the one catalogue (events.ts). */
export const SECOND_LINE_EVENTS = {
  SECOND_LINE_ESCORTED: {
    kind: 'second-line',
    holds: 'staff',
    sentence: 'A referred person was brought to the second line: by whom.',
  },
  SECOND_LINE_TAKEN: {
    kind: 'second-line',
    holds: 'staff',
    sentence: 'An officer took a file of the second line; nobody else may work on it.',
  },
  SECOND_LINE_TAKEN_OVER: {
    kind: 'second-line',
    holds: 'staff',
    sentence: 'A supervisor took a file over from another officer, with the reason.',
  },
  SECOND_LINE_PUT_BACK: {
    kind: 'second-line',
    holds: 'staff',
    sentence: 'The officer who had taken a file put it back into the queue.',
  },
  SECOND_LINE_ANSWERED: {
    kind: 'second-line',
    holds: 'traveller',
    sentence: 'A question of the interview was answered: the question and the answer.',
  },
  SECOND_LINE_RECHECKED: {
    kind: 'second-line',
    holds: 'staff',
    sentence: 'A check was made again in the second line: result, reason, and the supervisor where it is the law’s.',
  },
  SECOND_LINE_COMPARED: {
    kind: 'second-line',
    holds: 'traveller',
    sentence: 'The second line compared the person with a list entry and said same, different or cannot decide.',
  },
  OWNER_ASKED: {
    kind: 'second-line',
    holds: 'traveller',
    sentence: 'The authority that owns a list entry was asked whether it stands: by which channel.',
  },
  OWNER_ANSWERED: {
    kind: 'second-line',
    holds: 'traveller',
    sentence: 'The owner of a list entry confirmed it, denied it, or gave no answer in time.',
  },
  OWNER_ESCALATED: {
    kind: 'second-line',
    holds: 'none',
    sentence: 'The owner of a list entry had not answered in time: the supervisor or the head of unit is told.',
  },
  SECOND_LINE_MEASURE: {
    kind: 'second-line',
    holds: 'traveller',
    sentence: 'A measure was taken in the second line.',
  },
  SECOND_LINE_DECIDED: {
    kind: 'second-line',
    holds: 'traveller',
    sentence: 'The second line ended: the outcome, and of each list entry whether it meant this person.',
  },
  SECOND_LINE_CALLED: {
    kind: 'second-line',
    holds: 'staff',
    sentence: 'The second line told the counter that the next person may come.',
  },
  SILENT_MESSAGES_SHOWN: {
    kind: 'second-line',
    holds: 'staff',
    sentence: 'A supervisor opened the silent messages, whether there were any or none.',
  },
  SILENT_MESSAGES_SEEN: {
    kind: 'second-line',
    holds: 'traveller',
    sentence: 'A supervisor signed the silent messages as seen, whether there were any or none: which, and a note.',
  },
} as const;
