import { z } from 'zod';
import { scanFormat } from '../../codec/scan_text.ts';

const milliseconds = z.int().min(10).max(60_000);

/** Line, frame and mode of an Access-IS reader. The defaults are the maker's, but for the mode. */
export const accessIsSettings = z.strictObject({
  baudRate: z
    .union([z.literal(9600), z.literal(19200), z.literal(38400), z.literal(57600), z.literal(115200)])
    .default(115200),
  dataBits: z.union([z.literal(7), z.literal(8)]).default(8),
  parity: z.enum(['none', 'even', 'odd']).default('none'),
  stopBits: z.union([z.literal(1), z.literal(2)]).default(1),
  /** What the reader sends around a code. */
  format: scanFormat.default(scanFormat.parse({})),
  /** An AIM identifier stands before each code and names its kind. */
  aimId: z.boolean().default(false),
  /**
   * Who decides whether a read is good: `host` this program; `interactive` this program, which also orders each read when
   * something is laid on; `dumb` the reader. `leave` keeps what is stored in it. Set in its volatile memory only.
   */
  mode: z.enum(['host', 'interactive', 'dumb', 'leave']).default('host'),
  quietMs: milliseconds.default(100),
  interByteMs: z.int().min(20).max(5000).default(200),
  responseTimeoutMs: milliseconds.default(1000),
  heartbeatMs: milliseconds.default(2000),
  missedBeats: z.int().min(1).max(10).default(2),
  /** Every so many heartbeats the mode is set again, in case the reader lost its power and with it the mode. */
  modeEveryBeats: z.int().min(1).max(1000).default(5),
});

export type AccessIsSettings = z.infer<typeof accessIsSettings>;
