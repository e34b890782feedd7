import { z } from 'zod';
import { base } from './base.ts';

export const devices = {
  /** Health of every device of the lane, for technicians: no traveller data. */
  list: base.meta({ needs: 'SEE_DEVICES' }).output(
    z.array(
      z.object({
        name: z.string(),
        kind: z.string(),
        driver: z.string(),
        state: z.string(),
        since: z.number(),
        problem: z.string().nullable(),
        firmware: z.string().nullable(),
        reads: z.number(),
        reconnects: z.number(),
      }),
    ),
  ),
};
