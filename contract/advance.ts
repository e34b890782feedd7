import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { PLAIN_FILE_NAME } from '../core/domain/plain_file_name.ts';
import { ADVANCE_FORMS, EXPECTED_WHO, FLIGHT_DIRECTIONS } from '../core/domain/travel/advance_questions.ts';
import { advanceView, expectedPeople } from './advance_view.ts';
import { base } from './base.ts';
import { incomingFile } from './watchlist_view.ts';

const bringer = base.meta({ needs: 'BRING_ADVANCE_DATA' });
const offset = z.number().int().min(0).max(1_000_000);

/** Which flights are asked for; without a day, those of the days around now. */
export const flightQuestion = z.object({
  /** The beginning of their number. */
  number: z.string().regex(/^[A-Z0-9]{0,8}$/),
  day: z.iso.date().nullable(),
  direction: z.enum(FLIGHT_DIRECTIONS).nullable(),
  offset,
});
export type FlightQuestion = z.infer<typeof flightQuestion>;

/** Expected passengers by flight, the copies of visas, declarations and passenger lists, and files brought in. */
export const advance = {
  /** Flights by numbers of people alone, and the state of the copies. */
  watch: base.meta({ needs: 'SEE_FLIGHTS' }).input(flightQuestion).output(eventIterator(advanceView)),
  /** Who is expected on a flight, by name. Every page of it that is shown is written down before. */
  people: base
    .meta({ needs: 'SEE_EXPECTED' })
    .input(z.object({ flight: z.number().int().min(1), who: z.enum(EXPECTED_WHO), offset }))
    .errors({ NO_SUCH_FLIGHT: { message: 'NO_SUCH_FLIGHT' } })
    .output(expectedPeople),
  /** The files in the booth's drop folder, newest first. */
  incoming: bringer
    .errors({ LISTS_FAILED: { message: 'LISTS_FAILED', data: z.object({ code: z.string() }) } })
    .output(z.array(incomingFile)),
  /** Takes a file of `incoming` in, whole or not at all; answered once it has begun. The page names a file, never a path. */
  take: bringer
    .input(z.object({ file: z.string().regex(PLAIN_FILE_NAME), form: z.enum(ADVANCE_FORMS) }))
    .errors({
      TAKING_UNDER_WAY: { message: 'TAKING_UNDER_WAY' },
      NO_SUCH_FILE: { message: 'NO_SUCH_FILE' },
      FILE_TOO_LARGE: { message: 'FILE_TOO_LARGE', data: z.object({ most: z.number() }) },
    })
    .output(z.object({ taking: z.uuid() })),
  /** Gives up the file that is being taken in; the copy stays what it was. */
  cancel: bringer.input(z.object({ taking: z.uuid() })).output(z.object({ cancelled: z.boolean() })),
};
