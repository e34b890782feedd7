import type { WatchlistEntry } from '../screening/entry.ts';
import type { Incident } from './incident.ts';

function entryOf(incident: Incident, { person, ground }: Incident['proposals'][number]): WatchlistEntry | null {
  const found = incident.people.find(({ no }) => no === person);
  if (found === undefined) return null;
  const [, issuer, number] = /^([A-Z]{3}):([A-Z0-9]{1,20})$/.exec(found.document) ?? [];
  return {
    id: `${incident.number}-${person}`,
    names: [{ full: found.name }],
    ...(found.birthDate === '' ? {} : { birthDate: found.birthDate }),
    ...(found.nationality === '' ? {} : { nationalities: [found.nationality] }),
    ...(issuer === undefined || number === undefined ? {} : { documents: [{ number, issuer }] }),
    legalGround: ground,
  };
}

/**
 * The persons proposed to the watchlist, one JSON object a line as a list is taken in; the administrator decides on list,
 * authority and action. Empty: nobody was proposed.
 */
export function proposalLines(incident: Incident): string {
  return incident.proposals
    .map((proposal) => entryOf(incident, proposal))
    .filter((entry) => entry !== null)
    .map((entry) => `${JSON.stringify(entry)}\n`)
    .join('');
}
