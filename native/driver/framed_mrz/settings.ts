import { z } from 'zod';
import { framedMrzFormat } from '../../codec/framed_mrz_format.ts';

/** Line and format of a one-way framed reader; both depend on how the reader was programmed. */
export const framedMrzSettings = z.strictObject({
  baudRate: z
    .union([z.literal(9600), z.literal(19200), z.literal(38400), z.literal(57600), z.literal(115200)])
    .default(9600),
  dataBits: z.union([z.literal(7), z.literal(8)]).default(8),
  parity: z.enum(['none', 'even', 'odd']).default('none'),
  stopBits: z.union([z.literal(1), z.literal(2)]).default(1),
  format: framedMrzFormat.default(framedMrzFormat.parse({})),
  /** Silence awaited after opening: the rest of a frame begun earlier is thrown away. */
  quietMs: z.int().min(10).max(5000).default(100),
  /** Silence inside a frame after which its start is given up. */
  interByteMs: z.int().min(20).max(5000).default(200),
});

export type FramedMrzSettings = z.infer<typeof framedMrzSettings>;
