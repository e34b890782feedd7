import { z } from 'zod';

/** What may be set for a bar code scanner that delivers by HID POS reports. */
export const hidPosScannerSettings = z.strictObject({
  /**
   * Honeywell and Youjie only: tells the scanner at each connecting to deliver by these reports instead of as a keyboard. Lasts
   * until it loses power.
   */
  switchDelivery: z.boolean().default(false),
  /** Silence within a code of several reports after which its beginning is given up. */
  interByteMs: z.int().min(50).max(5000).default(500),
});

export type HidPosScannerSettings = z.infer<typeof hidPosScannerSettings>;
