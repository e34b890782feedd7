import { z } from 'zod';

/** What may be set for a gate behind a DCTTech relay board. */
export const dcttechRelaySettings = z.strictObject({
  /** The relay wired to the gate's release contact, as printed on the board. */
  relay: z.int().min(1).max(8).default(1),
  pulseMs: z.int().min(200).max(1000).default(500),
  /** The five characters by which the board names itself; null takes any board. */
  boardId: z
    .string()
    .regex(/^[\x21-\x7e]{5}$/, 'five characters')
    .nullable()
    .default(null),
  heartbeatMs: z.int().min(50).max(60_000).default(1000),
  missedBeats: z.int().min(1).max(10).default(3),
});

export type DcttechRelaySettings = z.infer<typeof dcttechRelaySettings>;
