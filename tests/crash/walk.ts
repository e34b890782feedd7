import type { Direction } from '../../core/domain/clearance/clearance.ts';
import type { Lane } from './lane_to_kill.ts';

/** One step of a walk: what people do at their windows until the booth has answered. */
export interface WalkStep<Seen> {
  readonly name: string;
  /** Does the step from where the screens are, also in a booth that was killed in the midst of it. */
  act(lane: Lane, seen: Seen): Promise<unknown>;
  /** What the step leaves behind, on screens and among the events of the journal: all of it or none. */
  marks(seen: Seen, journal: readonly string[]): readonly boolean[];
}

/** Files of cases from their beginning to their end, in steps each of which is confirmed on a screen. */
export interface Walk<Seen> {
  readonly direction: Direction;
  /** What the screens show of the files, without what goes on by itself such as the time. */
  look(lane: Lane): Promise<Seen>;
  readonly steps: readonly WalkStep<Seen>[];
  /** The hashes of the evidence that the files name. */
  evidence(seen: Seen): readonly string[];
}

/** How often an event stands in the journal. */
export const times = (journal: readonly string[], event: string): number =>
  journal.filter((one) => one === event).length;
