import { z } from 'zod';

const milliseconds = z.int().min(10).max(60_000);

/** What may be set for an ID BOX. The defaults fit the maker's manual; only the speed differs between installations. */
export const elyctisIdboxSettings = z.strictObject({
  /** 9600 by default, 115200 in UART mode 3; USB CDC ignores it. */
  baudRate: z.union([z.literal(9600), z.literal(115200)]).default(9600),
  /** Silence awaited after opening, before the first command. */
  quietMs: milliseconds.default(100),
  responseTimeoutMs: milliseconds.default(1000),
  /** After so much silence on the line the device is asked for its version. */
  heartbeatMs: milliseconds.default(2000),
  /** So many unanswered heartbeats in a row mean that the device is gone. */
  missedBeats: z.int().min(1).max(10).default(2),
  /** Every so many heartbeats the device is armed again, in case it restarted and forgot. Seldom: it may begin a read anew. */
  armEveryBeats: z.int().min(1).max(1000).default(15),
  /** How long to wait before arming again when the same document still lies there. */
  repeatArmMs: milliseconds.default(500),
  /** The same text within this time of its last sight is the same laying of the document. */
  sameDocumentMs: milliseconds.default(3000),
});

export type ElyctisIdboxSettings = z.infer<typeof elyctisIdboxSettings>;
