import type { PairingExplained } from './explanation.ts';
import type { Facts, KnownMovement } from './facts.ts';
import { inOrder } from './in_order.ts';

/** What is known of earlier movements beside what the verdict rests on. */
export interface KnownBefore {
  readonly movements: readonly KnownMovement[];
  /** Wall time of this crossing, ms. */
  readonly at: number;
  /** Within so many minutes a person cannot have come back with the same document. */
  readonly sameDocumentMinutes: number;
}

const MINUTE = 60_000;

/** The entry that was never closed: the last movement, where it is an arrival. */
export function openEntryOf<M extends KnownMovement>(movements: readonly M[], day: string): M | null {
  const last = inOrder(movements, day).at(-1);
  return last?.direction === 'arrival' ? last : null;
}

function stateOf(last: KnownMovement | undefined, facts: Facts, citizen: boolean): PairingExplained['state'] {
  const whole = facts.history !== undefined && facts.historyPartial !== true;
  const arrives = facts.direction === 'arrival';
  if (last === undefined) {
    if (!whole) return 'UNKNOWN';
    return arrives || citizen ? 'FIRST' : 'NO_ENTRY';
  }
  if (last.direction !== facts.direction) return 'PAIRED';
  if (!arrives) return 'NO_ENTRY';
  return citizen ? 'NO_EXIT' : 'OPEN_ENTRY';
}

/** How this crossing pairs with the movement before it, and what changed between the two. */
export function explainPairing(
  facts: Facts,
  citizen: boolean,
  { movements, at, sameDocumentMinutes }: KnownBefore,
): PairingExplained {
  const last = inOrder(movements, facts.date).at(-1);
  return {
    state: stateOf(last, facts, citizen),
    since: last?.date ?? null,
    documentChanged: last?.sameDocument === false,
    identityChanged: last?.sameIdentity === false,
    usedTwice: movements.some(
      (one) => one.sameDocument === true && one.at != null && Math.abs(at - one.at) < sameDocumentMinutes * MINUTE,
    ),
  };
}
