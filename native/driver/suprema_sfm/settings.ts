import { z } from 'zod';

const milliseconds = z.int().min(10).max(60_000);

/** What may be set for a UniFinger SFM module. The defaults fit an SFM6020-OP on a line of its own. */
export const supremaSfmSettings = z.strictObject({
  /** The factory's speed; USB CDC ignores it. */
  baudRate: z.literal([9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600]).default(115200),
  /** `network`: packets of 15 bytes with the terminal's number, for several modules on one line (RS-422, RS-485). */
  packets: z.enum(['standard', 'network']).default('standard'),
  /** The lower two bytes of the module's number; with network packets only. */
  terminalId: z.int().min(1).max(65_535).default(1),
  /** The sensor's dots in a row and rows; a picture says its own, this is what screens show before there is one. */
  width: z.int().min(16).max(2000).default(272),
  height: z.int().min(16).max(2000).default(320),
  /** What the module's data sheet says: 500 for its optical sensors, 508 for its capacitive ones. */
  resolutionDpi: z.int().min(100).max(1000).default(500),
  quietMs: milliseconds.default(100),
  responseTimeoutMs: milliseconds.default(1000),
  heartbeatMs: milliseconds.default(2000),
  missedBeats: z.int().min(1).max(10).default(2),
});

export type SupremaSfmSettings = z.infer<typeof supremaSfmSettings>;

/** The terminal's number in every packet; null where packets carry none. */
export function terminalOf({ packets, terminalId }: SupremaSfmSettings): number | null {
  return packets === 'network' ? terminalId : null;
}
