import { z } from 'zod';
import type { Json } from '../ports/records.ts';
import type { ServiceState } from './lane_memory.ts';

/** The name under which the store remembers whether the lane serves. */
export const SERVICE_MARK = 'service';

const stored = z.object({
  open: z.boolean(),
  since: z.number(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
});

/** What the store remembers; null when nobody ever switched, or it cannot be read: then the lane serves. */
export function storedService(value: Json): ServiceState | null {
  const read = stored.safeParse(value);
  return read.success ? read.data : null;
}
