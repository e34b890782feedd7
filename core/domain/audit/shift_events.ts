/** What shifts leave in the journal; a part of the one catalogue (events.ts). */
export const SHIFT_EVENTS = {
  SHIFT_BEGAN: {
    kind: 'shift',
    holds: 'staff',
    sentence: 'An officer began a shift on the lane, with the counters taken over.',
  },
  HAND_OVER_BEGAN: {
    kind: 'shift',
    holds: 'staff',
    sentence: 'A hand-over began: what the system listed, the counters and the instructions.',
  },
  HAND_OVER_ANSWERED: {
    kind: 'shift',
    holds: 'staff',
    sentence: 'An item of a hand-over was taken over, or refused with the reason.',
  },
  HAND_OVER_CANCELLED: { kind: 'shift', holds: 'staff', sentence: 'A hand-over was broken off; nothing moved.' },
  SHIFT_HANDED_OVER: {
    kind: 'shift',
    holds: 'staff',
    sentence: 'Both officers signed: the one shift ended and the other began, in one step; the closing report.',
  },
  SHIFT_CLOSED: {
    kind: 'shift',
    holds: 'staff',
    sentence: 'A shift ended without another; nobody’s matter was open; the closing report.',
  },
} as const;
