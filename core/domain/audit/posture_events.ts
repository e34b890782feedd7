/** What the journal says of postures: orders of the head of unit, and what they ask of a clearance. */
export const POSTURE_EVENTS = {
  POSTURE_ORDERED: {
    kind: 'system',
    holds: 'staff',
    sentence: 'A head of unit ordered a posture with number and PIN: which, from when, until when, and why.',
  },
  POSTURE_BEGAN: { kind: 'system', holds: 'staff', sentence: 'An ordered posture came into force.' },
  POSTURE_ENDED: {
    kind: 'system',
    holds: 'staff',
    sentence: 'An ordered posture ended: by itself at its end, or earlier by a head of unit with the reason.',
  },
  POSTURE_REFUSED: {
    kind: 'system',
    holds: 'staff',
    sentence: 'An order of a posture was refused: its time, its length, or the name of its event.',
  },
  POSTURE_RAISED: {
    kind: 'clearance',
    holds: 'none',
    sentence: 'A posture asks more of this clearance: postures, mandatory checks and demands as they stand now.',
  },
  DEMAND_MET: {
    kind: 'clearance',
    holds: 'staff',
    sentence: 'An officer confirmed what the posture demands, with the second officer where one is needed.',
  },
} as const;
