import { z } from 'zod';

const milliseconds = z.int().min(10).max(60_000);

/** What may be set for a MorphoSmart. */
export const morphosmartSettings = z.strictObject({
  /** `cdc`: on USB. `sprs232`: packets over a serial line. */
  framing: z.enum(['cdc', 'sprs232']).default('cdc'),
  /** USB ignores it. On a serial line a module has 9600 after it was switched on. */
  baudRate: z
    .union([9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600].map((rate) => z.literal(rate)))
    .default(38400),
  /** Silence awaited after opening, before the first command. */
  quietMs: milliseconds.default(100),
  responseTimeoutMs: milliseconds.default(1500),
  /** After so much silence on the line the device is asked who it is. Never during a capture. */
  heartbeatMs: milliseconds.default(2000),
  missedBeats: z.int().min(1).max(10).default(2),
  /** Refuses a print that lies where the last one lay. */
  latentDetection: z.boolean().default(true),
  /** How strictly a sensor with false finger detection judges; `device`: as it is set, and the only choice without. */
  fakeFingerLevel: z.enum(['device', 'low', 'medium', 'high']).default('device'),
  /** Asks for the quality of each picture. Firmware before 2005 does not know the question. */
  codeQuality: z.boolean().default(true),
});

export type MorphosmartSettings = z.infer<typeof morphosmartSettings>;
