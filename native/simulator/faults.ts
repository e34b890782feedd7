import { z } from 'zod';

/** Orders to a simulator. Each call of `order` replaces all earlier ones; `{}` makes the device sound again. */
export const simulatorFaults = z.strictObject({
  /** Time between a document, finger or code being seen and its frame; 0 when not ordered. */
  delayMs: z.int().min(0).max(60_000).optional(),
  /** Cuts everything said into writes of so many bytes. */
  splitEvery: z.int().min(1).max(1024).optional(),
  /** Holds each frame back until there is a second, and sends both in one write. */
  merge: z.boolean().optional(),
  /** Bytes said before each frame. */
  garbageBefore: z.array(z.int().min(0).max(255)).max(4096).optional(),
  /** The next frame with a read, image or input stops half way, once. */
  truncate: z.boolean().optional(),
  /** Every frame's check value is wrong. */
  wrongChecksum: z.boolean().optional(),
  /** Documents, fingers and codes are seen and cannot be read. */
  noRead: z.boolean().optional(),
  /** Says nothing at all and hears nothing. */
  silent: z.boolean().optional(),
  /** Says something for ever, as fast as it is taken. */
  flood: z.boolean().optional(),
  /** Loses its volatile state at this moment, and stays connected (a dip in the power behind a serial converter). */
  restart: z.boolean().optional(),
  /** Another device is on the line: answers what is no answer. */
  wrongDevice: z.boolean().optional(),
});

export type SimulatorFaults = z.infer<typeof simulatorFaults>;

/** What a person, or the world, may do to a simulated device. A device ignores what it has no sense for. */
export const simulatorAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('lay'), lines: z.array(z.string().min(1).max(100)).min(1).max(3) }),
  z.strictObject({ act: z.literal('remove') }),
  z.strictObject({
    act: z.literal('scan'),
    text: z.string().min(1).max(4096),
    symbology: z.string().max(20).optional(),
  }),
  /** A finger is put on; the picture is made from the seed (the same seed is the same finger). */
  z.strictObject({ act: z.literal('finger'), seed: z.int().min(0).max(1_000_000), fake: z.boolean().optional() }),
  z.strictObject({ act: z.literal('lift') }),
  /** A contact of a gate changes. */
  z.strictObject({
    act: z.literal('input'),
    input: z.enum(['doorClosed', 'presence', 'passage', 'alarm']),
    on: z.boolean(),
  }),
  z.strictObject({ act: z.literal('chip'), present: z.boolean() }),
]);
export type SimulatorAct = z.infer<typeof simulatorAct>;
