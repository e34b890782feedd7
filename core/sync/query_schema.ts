import * as z from 'zod';
import type { ScreeningQuery } from '../domain/screening/entry.ts';

const text = z.string().max(500);

const query = z.object({
  id: z.exactOptional(z.union([z.string(), z.number()])),
  name: z.exactOptional(text),
  surname: z.exactOptional(text),
  givenNames: z.exactOptional(text),
  nameTruncated: z.exactOptional(z.boolean()),
  birthDate: z.exactOptional(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)),
  sex: z.exactOptional(z.enum(['M', 'F', 'X'])),
  nationality: z.exactOptional(text),
  personalNumber: z.exactOptional(text),
  documentNumber: z.exactOptional(text),
  issuer: z.exactOptional(text),
  on: z.exactOptional(z.string().regex(/^\d{4}-\d{2}-\d{2}$/)),
});

export interface IdentifiedQuery {
  readonly id: string | number | null;
  readonly query: ScreeningQuery;
}

/** One line of `watchlist screen`; null when it is no such thing. `today` stands in where it names no day. */
export function parseQuery(line: string, today: string): IdentifiedQuery | null {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch {
    return null;
  }
  const parsed = query.safeParse(content);
  if (!parsed.success) return null;
  const { id, on, ...rest } = parsed.data;
  return { id: id ?? null, query: { ...rest, on: on ?? today } };
}
