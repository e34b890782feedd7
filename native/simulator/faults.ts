import { z } from 'zod';
import type { Transport } from '../transport/transport.ts';

/** Orders to a simulator. Each call of `order` replaces all earlier ones; `{}` makes the device sound again. */
export const simulatorFaults = z.strictObject({
  /** Time between a document being seen and its frame; 0 when not ordered. */
  delayMs: z.int().min(0).max(60_000).optional(),
  /** Cuts everything said into writes of so many bytes. */
  splitEvery: z.int().min(1).max(1024).optional(),
  /** Holds each frame back until there is a second, and sends both in one write. */
  merge: z.boolean().optional(),
  /** Bytes said before each frame. */
  garbageBefore: z.array(z.int().min(0).max(255)).max(4096).optional(),
  /** The next document frame stops half way, once. */
  truncate: z.boolean().optional(),
  /** Documents are seen and cannot be read. */
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

/** A device made of software, which speaks bytes over whatever stands for its plug. */
export interface Simulator {
  /** The plug is in: bytes go over this transport until the next `attach` or `detach`. */
  attach(transport: Transport): void;
  /** The plug is out: what was half said is lost, the device forgets its volatile state. */
  detach(): void;
  layDocument(lines: readonly string[]): void;
  removeDocument(): void;
  order(faults: SimulatorFaults): void;
}
