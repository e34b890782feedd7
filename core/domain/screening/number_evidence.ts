import type { MatchReason, ScreeningQuery, WatchlistEntry } from './entry.ts';
import { foldIssuer, foldNumber } from './fold.ts';

/** A number that names one person or one document is certain. */
export const CERTAIN_POINTS = 100;
/** A document number alone, its issuer unknown on one side. */
const NUMBER_WITHOUT_ISSUER = 70;

/** Whether the personal number or a document of the entry is that of the person; null when none is. */
export function numberEvidence(query: ScreeningQuery, entry: WatchlistEntry): MatchReason | null {
  if (query.personalNumber && entry.personalNumber) {
    const person = foldNumber(query.personalNumber);
    if (person !== '' && person === foldNumber(entry.personalNumber)) {
      return { code: 'PERSONAL_NUMBER_EQUAL', points: CERTAIN_POINTS, person, entry: person };
    }
  }
  const number = foldNumber(query.documentNumber ?? '');
  if (number === '') return null;
  const issuer = foldIssuer(query.issuer ?? '');
  let found: MatchReason | null = null;
  for (const document of entry.documents ?? []) {
    if (foldNumber(document.number) !== number) continue;
    const other = foldIssuer(document.issuer);
    if (issuer !== '' && other === issuer) {
      const equal = { person: `${issuer}:${number}`, entry: `${other}:${number}` };
      return { code: 'DOCUMENT_EQUAL', points: CERTAIN_POINTS, ...equal };
    }
    if (issuer === '' || other === '' || other === 'XXX') {
      found = { code: 'DOCUMENT_EQUAL', points: NUMBER_WITHOUT_ISSUER, person: number, entry: number };
    }
  }
  return found;
}
