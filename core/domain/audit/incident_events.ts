/** What the journal says of incidents; what people wrote lies in the sealed file alone. */
export const INCIDENT_EVENTS = {
  INCIDENT_OPENED: {
    kind: 'incident',
    holds: 'staff',
    sentence: 'An incident was opened: by a call from the counter, silent or loud, by a supervisor, or by the booth.',
  },
  INCIDENT_LED: {
    kind: 'incident',
    holds: 'staff',
    sentence: 'Somebody took the lead of an incident, or handed it over.',
  },
  INCIDENT_TASK: {
    kind: 'incident',
    holds: 'staff',
    sentence: 'A task of an incident was done, given up, added or given to somebody.',
  },
  INCIDENT_RECORDED: {
    kind: 'incident',
    holds: 'staff',
    sentence: 'Something was added to the record of an incident; which line. What it says lies in the sealed file.',
  },
  INCIDENT_OVERDUE: {
    kind: 'incident',
    holds: 'staff',
    sentence: "A task's time has passed: told to the leader, later to the head of unit.",
  },
  INCIDENT_LANE: { kind: 'incident', holds: 'staff', sentence: 'An incident stopped the lane or let it serve again.' },
  INCIDENT_REFUSED: { kind: 'incident', holds: 'staff', sentence: 'A move of an incident was refused, and why.' },
  INCIDENT_REPORTED: {
    kind: 'incident',
    holds: 'staff',
    sentence:
      'A report of an incident, or its proposals to the watchlist, were given out; one on paper with the hash of its bytes, which are kept.',
  },
  INCIDENT_CLOSED: {
    kind: 'incident',
    holds: 'staff',
    sentence: 'An incident was closed by its leader and approved by the head of unit with number and PIN.',
  },
} as const;
