import type { ListHeader, WatchlistProblem } from '../../ports/watchlist.ts';
import type { ListContent } from './list_file.ts';

/** Why a list or delta may not follow on the state in service, or null. `gap`: changes between are missing. */
export interface Refusal extends WatchlistProblem {
  readonly gap: boolean;
}

const refusal = (code: WatchlistProblem['code'], detail: string, gap = false): Refusal => ({ code, detail, gap });

/** A delta applies to exactly the version it names. */
function deltaRefusal(header: ListHeader, now: ListContent | null): Refusal | null {
  if (!now) return refusal('DELTA_OUT_OF_ORDER', 'there is no copy of this list to change', false);
  const known = now.sequence !== undefined && header.sequence !== undefined;
  if (header.version === now.version || (known && Number(header.sequence) <= Number(now.sequence))) {
    return refusal('DELTA_OUT_OF_ORDER', 'these changes are in the list already');
  }
  if (header.base !== now.version) {
    return refusal('DELTA_OUT_OF_ORDER', `made for version ${header.base}, in service is ${now.version}`, true);
  }
  if (known && header.sequence !== Number(now.sequence) + 1) {
    return refusal('DELTA_OUT_OF_ORDER', `number ${header.sequence} came after ${now.sequence}`, true);
  }
  return null;
}

/**
 * The order of versions and signatures: what once came signed is replaced by nothing unsigned and nothing older, unless
 * two persons ordered so.
 */
export function admit(header: ListHeader, now: ListContent | null): Refusal | null {
  if (header.exceptionOrdered !== true && now?.signedBy !== undefined) {
    if (header.signedBy === undefined) return refusal('SIGNATURE_MISSING', `the list is signed by ${now.signedBy}`);
    const older = header.base === undefined && Number(header.sequence ?? 0) < Number(now.sequence ?? 0);
    if (older) return refusal('LIST_OLDER', `number ${header.sequence ?? 0}, in service is ${now.sequence}`);
  }
  return header.base === undefined ? null : deltaRefusal(header, now);
}
