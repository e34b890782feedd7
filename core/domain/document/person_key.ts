import { foldIssuer, nameTokens } from '../screening/fold.ts';

/** What a document says of its holder, as far as it takes to know the same person with another document. */
export interface NamedPerson {
  /** Every name, in any order. */
  readonly name: string;
  /** YYYY-MM-DD, or less of it. */
  readonly birthDate: string;
  readonly nationality: string;
}

/**
 * Names a person across documents: folded names in the order of the alphabet, birth date and nationality, such as
 * `DU NGUYEN THI VI|1989-03-14|VNM`. Null where one of the three is unknown: half a key would name many.
 */
export function personKey({ name, birthDate, nationality }: NamedPerson): string | null {
  const names = nameTokens(name).sort().join(' ');
  if (names === '' || birthDate.length !== 10 || nationality === '') return null;
  return `${names}|${birthDate}|${foldIssuer(nationality)}`;
}
