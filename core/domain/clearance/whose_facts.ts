import { type DocumentFacts, documentKey } from '../document/facts.ts';
import { personKey } from '../document/person_key.ts';
import { statedOnly } from './known_facts.ts';
import { NO_FACTS, type TravelFacts } from './travel_facts.ts';

/**
 * Facts that are said of the paper on the reader: when it was issued, its state and kind, the visa that stands in it or names
 * it, and how it was dealt with that it was not in order. With another paper each of them would be said of the wrong one.
 */
const OF_THE_DOCUMENT = [
  'documentIssued',
  'documentDamaged',
  'documentKind',
  'secondDocument',
  'replacedBy',
  'visaAtGate',
  'handled',
] as const;

const keyOf = ({ surname, givenNames, birthDate, nationality }: DocumentFacts): string | null =>
  personKey({ name: `${surname} ${givenNames}`, birthDate, nationality });

/** Whether two documents name one person by name, whole birth date and nationality; what cannot be read names nobody. */
export function sameHolder(one: DocumentFacts, other: DocumentFacts): boolean {
  const key = keyOf(one);
  return key !== null && key === keyOf(other);
}

/** Whether a second reading is of what lay there before: the same number, or another document of the same person. */
export function whatLiesThere(before: DocumentFacts, now: DocumentFacts): 'SAME_DOCUMENT' | 'SAME_PERSON' | 'ANOTHER' {
  const key = documentKey(before);
  if (key !== null && key === documentKey(now)) return 'SAME_DOCUMENT';
  return sameHolder(before, now) ? 'SAME_PERSON' : 'ANOTHER';
}

/**
 * What of an officer's words stays when the document is read again. For the same document all of it. For another document of
 * the same person what was said of the person and the journey: purpose, address, flight, company, card, stay and so on. For a
 * document that names somebody else nothing: a misread paper may have been the last traveller's, and nobody enters or leaves
 * on what was said of another.
 */
export function statedFor(travel: TravelFacts, before: DocumentFacts, now: DocumentFacts): TravelFacts {
  const lies = whatLiesThere(before, now);
  if (lies === 'ANOTHER') return NO_FACTS;
  const stated = statedOnly(travel);
  if (lies === 'SAME_DOCUMENT') return stated;
  const none = Object.fromEntries(OF_THE_DOCUMENT.map((field) => [field, null]));
  return { ...stated, ...none, visas: [] };
}

/** The names of the fields in which an officer's word was laid aside, in the order of the facts. */
export function laidAside(before: TravelFacts, after: TravelFacts): readonly string[] {
  const stated = statedOnly(before);
  return (Object.keys(NO_FACTS) as (keyof TravelFacts)[]).filter(
    (field) => field !== 'sourced' && JSON.stringify(stated[field]) !== JSON.stringify(after[field]),
  );
}
