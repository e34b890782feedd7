import { foldNumber } from '../screening/fold.ts';
import { MOVEMENT_FIELDS, type Movement } from './travel_facts.ts';

const sameNumber = (a: string | null, b: string | null): boolean =>
  a === null || b === null || foldNumber(a) === foldNumber(b);

/** One crossing told twice: the same record, or the same way on the same day with what may be the same document. */
function isSame(a: Movement, b: Movement): boolean {
  if (a.recordNumber !== null && b.recordNumber !== null) return a.recordNumber === b.recordNumber;
  return a.direction === b.direction && a.date === b.date && sameNumber(a.documentNumber, b.documentNumber);
}

/** In what the centre's account of a crossing differs from the booth's; what one of them does not say differs in nothing. */
function differingIn(own: Movement, told: Movement): NonNullable<Movement['differing']> {
  return MOVEMENT_FIELDS.flatMap((field) => {
    const [here, central] = [own[field], told[field]];
    if (here == null || central == null || foldNumber(here) === foldNumber(central)) return [];
    return [{ field, central }];
  });
}

/**
 * The booth's own movements and the centre's, newest first and each once. The booth's own account stands, with what only
 * the centre knows put in; where both know and differ, the record says so.
 */
export function mergeMovements(own: readonly Movement[], told: readonly Movement[]): readonly Movement[] {
  const left = [...told];
  const merged = own.map((one): Movement => {
    const at = left.findIndex((other) => isSame(one, other));
    const [other] = at === -1 ? [] : left.splice(at, 1);
    if (other === undefined) return one;
    const differing = differingIn(one, other);
    return {
      ...other,
      ...Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null && value !== undefined)),
      source: 'LOCAL',
      ...(differing.length === 0 ? {} : { differing }),
    };
  });
  return [...merged, ...left].sort((a, b) => b.date.localeCompare(a.date) || (b.at ?? 0) - (a.at ?? 0));
}
