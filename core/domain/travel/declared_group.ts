import type { TravelFacts } from '../clearance/travel_facts.ts';
import { FELLOW } from '../entry/facts.ts';
import type { DeclarationRecord, Holder } from './advance.ts';
import { isOf, type Traveller } from './same_holder.ts';

const LONGEST_NAME = 80;

type Fellow = TravelFacts['companions'][number]['value'];

/** Everybody of a declaration, the one who filed it first. */
export const personsOf = ({ holder, members = [] }: DeclarationRecord): readonly Holder[] => [holder, ...members];

/** The one of a declaration who is this person; who filed it where nobody is. */
export const namedIn = (record: DeclarationRecord, person: Traveller): Holder =>
  personsOf(record).find((one) => isOf(person, one)) ?? record.holder;

/** What persons of one declaration share: the name it gives their group, else its code; null for a person alone. */
export function groupOf(record: DeclarationRecord): string | null {
  return record.group ?? (personsOf(record).length > 1 ? record.code : null);
}

/**
 * The others of a declaration, each as one who travels along. How they are related nobody has proven, so they are a hint to
 * the officer; whose birth date or nationality is not declared cannot be told from others and is left out.
 */
export function declaredFellows(record: DeclarationRecord, person: Traveller): Fellow[] {
  const self = namedIn(record, person);
  return personsOf(record).flatMap((one) => {
    const { surname, givenNames, nationality, birthDate, documentNumber } = one;
    if (one === self || birthDate === null || nationality === null) return [];
    const name = `${surname} ${givenNames}`.trim().slice(0, LONGEST_NAME);
    return [{ relation: FELLOW, name, nationality, birthDate, documentNumber, proof: false }];
  });
}
