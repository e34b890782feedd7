import type { Flight } from '../clearance/travel_facts.ts';
import type { BoardingPass } from '../document/boarding_pass.ts';
import { addDays } from '../screening/days.ts';
import { flightNumber } from './advance.ts';
import { sameName, type Traveller } from './same_holder.ts';

/** Forms of address that airlines glue to the first name. */
const TITLE = /(MRS|MISS|MSTR|MR|MS|DR)$/;

function givenNamesOf({ givenNames }: BoardingPass): string {
  const text = (givenNames ?? '').trim();
  const without = text.replace(TITLE, '').trim();
  return without.length > 1 ? without : text;
}

/**
 * The flight a boarding pass speaks of: its first leg on departure, its last on arrival. What does not fit the document or the
 * day is named in `differing`; it blocks nothing by itself. Null where the pass names no flight. An arriving flight may have
 * left the day before.
 */
export function boardingFlight(
  pass: BoardingPass,
  person: Traveller,
  direction: 'ARRIVAL' | 'DEPARTURE',
  day: string,
): Flight | null {
  const leg = direction === 'ARRIVAL' ? pass.legs.at(-1) : pass.legs[0];
  const number = flightNumber(`${leg?.carrier ?? ''}${leg?.flight ?? ''}`);
  if (leg === undefined || number === null) return null;
  const days = direction === 'ARRIVAL' ? [addDays(day, -1), day] : [day, addDays(day, 1)];
  const written = { surname: pass.surname, givenNames: givenNamesOf(pass) };
  const untouched = { surname: pass.surname, givenNames: pass.givenNames ?? '' };
  const differing: NonNullable<Flight['differing']>[number][] = [];
  // Twenty characters is all a pass has for a name, and many carry one given name only.
  if (!sameName(person, written, true) && !sameName(person, untouched, true)) differing.push('NAME');
  if (leg.date !== null && !days.includes(leg.date)) differing.push('DAY');
  return { number, day: leg.date ?? day, seat: leg.seat, differing };
}
