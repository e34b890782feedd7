import { inForce, type Judgement } from '../classify.ts';
import type { ScreeningQuery, WatchlistEntry } from '../entry.ts';
import { foldIssuer, foldNumber } from '../fold.ts';
import { lookAlikeNumbers } from './look_alike_numbers.ts';

/** A number that may have been misread, of the same issuer: worth a look, and never more. */
const SIMILAR_NUMBER = 65;

/**
 * Weighs an entry with a document whose number may be taken for the one at the desk (see look_alike_numbers.ts). Always
 * POSSIBLE; null when it is not in force or no document of it resembles.
 */
export function judgeSimilarDocument(query: ScreeningQuery, entry: WatchlistEntry): Judgement | null {
  const number = foldNumber(query.documentNumber ?? '');
  const issuer = foldIssuer(query.issuer ?? '');
  if (number === '' || issuer === '' || !inForce(entry, query.on)) return null;
  for (const document of entry.documents ?? []) {
    const other = foldNumber(document.number);
    if (foldIssuer(document.issuer) !== issuer || !lookAlikeNumbers(number, other)) continue;
    const met = { person: `${issuer}:${number}`, entry: `${issuer}:${other}` };
    const why = [{ code: 'DOCUMENT_SIMILAR', points: SIMILAR_NUMBER, ...met }] as const;
    return { matchClass: 'POSSIBLE', score: SIMILAR_NUMBER, threshold: SIMILAR_NUMBER, why };
  }
  return null;
}
