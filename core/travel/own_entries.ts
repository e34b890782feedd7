import { personKey } from '../domain/document/person_key.ts';
import type { OwnEntry } from '../domain/travel/known_visas.ts';
import type { Crossing, Crossings } from '../ports/crossings.ts';
import type { TravelQuery } from '../ports/travel_sources.ts';

/** So many crossings of one person are looked at. */
const MOST = 50;

function entryOf({ day, at, facts: { basis } }: Crossing): OwnEntry {
  const visa = basis?.evisa ?? basis?.visa;
  if (visa === undefined) return { day, at, visa: null };
  const { symbol, validFrom, validTo, number = null } = visa;
  return { day, at, visa: { number, symbol, validFrom, validTo } };
}

/** The entries of the person that this booth itself recorded, with the visas they rested on. */
export async function ownEntries(crossings: Crossings, query: TravelQuery): Promise<readonly OwnEntry[]> {
  const name = `${query.surname} ${query.givenNames}`;
  const key = personKey({ name, birthDate: query.birthDate, nationality: query.nationality });
  const { documentNumber, issuer, personalNumber } = query;
  const documentKey = documentNumber === '' || issuer === '' ? null : `${issuer}:${documentNumber}`;
  const found = await crossings.ofPerson({ documentKey, personKey: key, personalNumber }, MOST);
  if (!found.ok) return [];
  return found.value.filter((one) => one.outcome === 'CLEARED' && one.direction === 'ARRIVAL').map(entryOf);
}
