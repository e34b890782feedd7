import { z } from 'zod';
import { ZFM_FACTORY_ADDRESS } from '../../codec/zfm_message.ts';

const milliseconds = z.int().min(10).max(60_000);
const fourBytes = z.int().min(0).max(0xffffffff);

/** What may be set for a module that speaks `EF 01` packets. The defaults fit a ZFM-20 as it leaves the factory. */
export const zfmSettings = z.strictObject({
  /** 9600 times 1 to 12, as it is set in the module; never changed by this driver. */
  baudRate: z.literal([9600, 19200, 28800, 38400, 57600, 76800, 115200]).default(57600),
  address: fourBytes.default(ZFM_FACTORY_ADDRESS),
  /** The module's password as a number; 0 from the factory. Compared, never set. */
  password: fourBytes.default(0),
  /** The sensor's dots in a row and rows; a module that tells its own (R503) is believed instead. */
  width: z.int().min(16).max(1000).multipleOf(2).default(256),
  height: z.int().min(16).max(1000).default(288),
  /** What the module's data sheet says. Nothing can be asked for it. */
  resolutionDpi: z.int().min(100).max(1000).default(500),
  /** Ask for the product information of newer modules (R503). */
  productInfo: z.boolean().default(true),
  /** Light the ring of an R503 during a capture. */
  light: z.boolean().default(false),
  /** Pause between two looks for a finger. */
  pollMs: milliseconds.default(100),
  quietMs: milliseconds.default(100),
  responseTimeoutMs: milliseconds.default(1000),
  heartbeatMs: milliseconds.default(2000),
  missedBeats: z.int().min(1).max(10).default(2),
});

export type ZfmSettings = z.infer<typeof zfmSettings>;
