import { z } from 'zod';

/** What may be set for a reader of chips. Which reader it is stands in the device's `path`. */
export const pcscReaderSettings = z.strictObject({
  /** A chip must lie there for so long before it is told: a passport that is still being laid down comes and goes. */
  settleMs: z.int().min(0).max(5000).default(150),
  /** A chip may take seconds for one command and asks for more time meanwhile; beyond this it counts as silent. */
  responseTimeoutMs: z.int().min(500).max(6000).default(5000),
});

export type PcscReaderSettings = z.infer<typeof pcscReaderSettings>;
