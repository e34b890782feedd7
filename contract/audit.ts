import { z } from 'zod';
import { base } from './base.ts';

export const audit = {
  /** Walks the whole chain of the journal. */
  verify: base.meta({ needs: 'VERIFY_JOURNAL' }).output(
    z.object({
      ok: z.boolean(),
      entries: z.number(),
      firstBroken: z.object({ seq: z.number(), reason: z.string() }).nullable(),
    }),
  ),
};
