/** The forms of file that can be taken in. */
export const ADVANCE_FORMS = ['passengers-paxlst', 'passengers-json', 'visas', 'declarations'] as const;
export type AdvanceForm = (typeof ADVANCE_FORMS)[number];

/** Where a flight leads, seen from this gate. */
export const FLIGHT_DIRECTIONS = ['ARRIVAL', 'DEPARTURE'] as const;

/** Whom of a flight's list is asked for: by whether a counter has seen them. */
export const EXPECTED_WHO = ['NOT_COME', 'COME', 'ALL'] as const;
export type ExpectedWho = (typeof EXPECTED_WHO)[number];
