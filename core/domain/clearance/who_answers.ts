import { may } from '../access/permissions.ts';
import type { Role } from '../access/role.ts';
import type { MatchClass } from '../screening/entry.ts';

/** Somebody who stands for an answer with number and PIN. */
export interface Answerer {
  readonly number: string;
  readonly roles: readonly Role[];
}

/** Who else has to say "different person" before it counts. */
export type SecondPerson = 'NOBODY' | 'OFFICER' | 'SUPERVISOR';

const STRONG_FIELDS_NEEDED = 2;

/**
 * "Different" needs two strong fields that differ, or a supervisor (domain D3.5 point 3); of a CERTAIN match, whatever
 * differs, two persons have to say it.
 */
export function secondPersonFor(
  hit: { readonly strongDifferences: number; readonly matchClass: MatchClass },
  first: readonly Role[],
): SecondPerson {
  const toldApart = hit.strongDifferences >= STRONG_FIELDS_NEEDED;
  if (!toldApart && !may(first, 'SUPERVISE')) return 'SUPERVISOR';
  return hit.matchClass === 'CERTAIN' ? 'OFFICER' : 'NOBODY';
}

export type SecondRefused = 'MISSING' | 'SAME_PERSON' | 'ROLE';

/** Null when the second person may stand beside the first, else why not. */
export function secondRefused(needed: SecondPerson, first: Answerer, second: Answerer | null): SecondRefused | null {
  if (needed === 'NOBODY') return null;
  if (second === null) return 'MISSING';
  if (second.number === first.number) return 'SAME_PERSON';
  return may(second.roles, needed === 'SUPERVISOR' ? 'SUPERVISE' : 'CONFIRM_AT_DESK') ? null : 'ROLE';
}
