import type { TravelFacts } from '../clearance/travel_facts.ts';
import { ageOn } from '../entry/calendar.ts';
import { FELLOW } from '../entry/facts.ts';
import type { Passenger } from './advance.ts';

/** Under this age a person is a child to the lists; what the law says of children stands in its own rules. */
const ADULT = 18;
const LONGEST_NAME = 80;

type Fellow = TravelFacts['companions'][number]['value'];

/** Whether a whole birth date makes somebody a child on a day; a date known in part makes nobody one. */
export const isChild = (birthDate: string, day: string): boolean =>
  birthDate.length === 10 && ageOn(birthDate, day) < ADULT;

/**
 * The adults with whom a passenger list says a child travels: of the same booking. How they are related nobody says, so they
 * are a hint to the officer and prove nothing.
 */
export function fellows(person: { readonly birthDate: string }, booking: readonly Passenger[], day: string): Fellow[] {
  if (!isChild(person.birthDate, day)) return [];
  return booking.flatMap(({ holder: { surname, givenNames, nationality, birthDate, documentNumber } }) => {
    if (birthDate === null || nationality === null || isChild(birthDate, day)) return [];
    const name = `${surname} ${givenNames}`.trim().slice(0, LONGEST_NAME);
    return [{ relation: FELLOW, name, nationality, birthDate, documentNumber, proof: false }];
  });
}
