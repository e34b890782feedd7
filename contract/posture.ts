import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, numberAndPin, pinErrors } from './base.ts';
import { eventList, postureName, postureView } from './posture_view.ts';

const headOfUnit = {
  HEAD_OF_UNIT_NEEDED: { message: 'HEAD_OF_UNIT_NEEDED' },
  ...pinErrors,
};
const reason = z.string().trim().min(3).max(300);

/** Postures are brought to the head of unit, who sets or ends one with number and PIN at this very window. */
export const posture = {
  watch: base.meta({ needs: 'SET_POSTURE' }).output(eventIterator(postureView)),
  set: base
    .meta({ needs: 'BRING_DECISION' })
    .input(
      z.object({
        profile: postureName,
        /** Wall time, ms; null: now. */
        from: z.number().int().nullable(),
        until: z.number().int(),
        reason,
        event: eventList.nullable(),
        head: numberAndPin,
      }),
    )
    .errors({
      POSTURE_REFUSED: {
        message: 'POSTURE_REFUSED',
        data: z.object({ why: z.enum(['NOT_ORDERABLE', 'TIME_WRONG', 'TOO_LONG', 'EVENT_MISSING', 'OVER_ALREADY']) }),
      },
      ...headOfUnit,
    })
    .output(z.object({ order: z.uuid() })),
  end: base
    .meta({ needs: 'BRING_DECISION' })
    .input(z.object({ order: z.uuid(), reason, head: numberAndPin }))
    .errors({ NO_SUCH_POSTURE: { message: 'NO_SUCH_POSTURE' }, ...headOfUnit })
    .output(z.object({ ended: z.literal(true) })),
};
