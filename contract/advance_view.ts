import { z } from 'zod';
import { ADVANCE_FORMS, FLIGHT_DIRECTIONS } from '../core/domain/travel/advance_questions.ts';
import { FILE_FAULTS } from '../core/domain/travel/file_fault.ts';

/** What the page of expected passengers shows. But for `expectedPerson`, no person's name stands in it. */

/** Flights and persons of one page of a list. */
export const FLIGHTS_A_PAGE = 50;
export const PEOPLE_A_PAGE = 100;

const flight = z.object({
  /** Names the flight for `people`, as long as its list is kept. */
  id: z.number(),
  number: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** YYYY-MM-DDTHH:MM, each local to its airport. */
  departs: z.string(),
  arrives: z.string().nullable(),
  /** Seen from this gate; null where its airport is not in the settings, or the flight is of others. */
  direction: z.enum(FLIGHT_DIRECTIONS).nullable(),
  passengers: z.number(),
  crew: z.number(),
  /** Passengers who have stood at a counter of this booth. */
  came: z.number(),
  /** So long after the flight that who has not come counts as a no-show (setting `travel.noShowHours`). */
  over: z.boolean(),
  asOf: z.number(),
});
export type FlightView = z.infer<typeof flight>;

const fault = z.object({
  fault: z.enum(FILE_FAULTS),
  /** Where in the file: a segment of an interchange, or a line. Null where it is of the file as a whole. */
  unit: z.enum(['segment', 'line']).nullable(),
  place: z.number().nullable(),
  /** The stable word of the reader, for whoever mends the file. */
  word: z.string(),
});
export type FaultView = z.infer<typeof fault>;

const imported = z.object({
  file: z.string(),
  form: z.enum(ADVANCE_FORMS),
  by: z.string(),
  at: z.number(),
  /** Why nothing was taken in. */
  problem: fault.nullable(),
  summary: z
    .object({
      flights: z.number(),
      read: z.number(),
      added: z.number(),
      changed: z.number(),
      removed: z.number(),
      rejectedCount: z.number(),
      /** The first of them. */
      rejected: z.array(z.object({ line: z.number(), reason: z.string() })),
    })
    .nullable(),
});
export type ImportView = z.infer<typeof imported>;

const taking = imported.extend({
  id: z.uuid(),
  phase: z.enum(['TAKING', 'DONE', 'FAILED', 'CANCELLED']),
  /** Bytes of the file that were read, and all of them. */
  bytes: z.number(),
  size: z.number(),
});
export type TakingView = z.infer<typeof taking>;

export const COPIES = ['PASSENGERS', 'VISAS', 'DECLARATIONS', 'CENTRE'] as const;

const copy = z.object({
  copy: z.enum(COPIES),
  records: z.number(),
  /** When it was closed; null: there never was one. */
  asOf: z.number().nullable(),
  /** The file brought in last; null where there was none, and for who may not see it. */
  last: imported.nullable(),
});
export type CopyView = z.infer<typeof copy>;

export const advanceView = z.object({
  now: z.number(),
  noShowHours: z.number(),
  /** The airport of this gate; null where the settings name none: directions are not known then. */
  airport: z.string().nullable(),
  /** Whether a central register is connected. */
  centre: z.boolean(),
  mayBring: z.boolean(),
  maySeePeople: z.boolean(),
  copies: z.array(copy),
  /** Flights of which a list is kept. */
  listed: z.number(),
  /** How many flights fit the question, and the page of them from `offset`. */
  total: z.number(),
  offset: z.number(),
  flights: z.array(flight),
  /** Why the copies cannot be told of at present; a stable word. */
  problem: z.string().nullable(),
  /** The file that is being taken in, or the last one; null for who may not bring any. */
  taking: taking.nullable(),
});
export type AdvanceView = z.infer<typeof advanceView>;

const expectedPerson = z.object({
  surname: z.string(),
  givenNames: z.string(),
  birthDate: z.string().nullable(),
  nationality: z.string().nullable(),
  documentNumber: z.string().nullable(),
  seat: z.string().nullable(),
  locator: z.string().nullable(),
  cameAt: z.number().nullable(),
});
export type ExpectedPerson = z.infer<typeof expectedPerson>;

export const expectedPeople = z.object({
  number: z.string(),
  /** When it was read; it is not told anew. */
  at: z.number(),
  total: z.number(),
  offset: z.number(),
  people: z.array(expectedPerson),
});
export type ExpectedPeopleView = z.infer<typeof expectedPeople>;
