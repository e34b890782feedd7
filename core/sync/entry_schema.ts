import * as z from 'zod';
import type { WatchlistEntry } from '../domain/screening/entry.ts';

const text = z.string().min(1).max(500);
const country = z.string().regex(/^[A-Z]{1,3}$/);

function isCalendarDate(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const read = new Date(Date.UTC(year, month - 1, day));
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day;
}

const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .refine(isCalendarDate);

const entry = z
  .object({
    id: z.string().min(1).max(200),
    names: z
      .array(
        z.object({
          surname: z.exactOptional(text),
          givenNames: z.exactOptional(z.string().max(500)),
          full: z.exactOptional(text),
          weak: z.exactOptional(z.boolean()),
        }),
      )
      .max(500)
      .default([]),
    birthDate: z.exactOptional(date),
    otherBirthDates: z.exactOptional(z.array(date).max(50)),
    birthDateApproximate: z.exactOptional(z.boolean()),
    birthPlace: z.exactOptional(text),
    sex: z.exactOptional(z.enum(['M', 'F', 'X'])),
    nationalities: z.exactOptional(z.array(country).max(50)),
    personalNumber: z.exactOptional(text),
    documents: z.exactOptional(
      z
        .array(
          z.object({
            number: text,
            issuer: country,
            kind: z.exactOptional(text),
            status: z.exactOptional(z.enum(['LOST', 'STOLEN', 'REVOKED', 'SINGLE_USE_SPENT', 'LISTED'])),
          }),
        )
        .max(500),
    ),
    action: z.exactOptional(z.enum(['STOP', 'REFER', 'DISCREET', 'INFORM'])),
    priority: z.exactOptional(z.int().min(1).max(9)),
    discreet: z.exactOptional(z.boolean()),
    authority: z.exactOptional(text),
    decision: z.exactOptional(text),
    decisionDate: z.exactOptional(date),
    legalGround: z.exactOptional(z.string().max(2000)),
    personInformed: z.exactOptional(z.boolean()),
    recordedAt: z.exactOptional(date),
    validFrom: z.exactOptional(date),
    validTo: z.exactOptional(date),
    note: z.exactOptional(z.string().max(2000)),
  })
  .refine((one) => one.names.length > 0 || one.personalNumber !== undefined || (one.documents ?? []).length > 0, {
    path: ['names'],
  });

/** A checked entry with its fields in one fixed order, or where it is wrong (`FIELD:documents.0.issuer`), never what it says. */
export function parseEntry(content: unknown): { readonly entry: WatchlistEntry } | { readonly reason: string } {
  const parsed = entry.safeParse(content);
  if (parsed.success) return { entry: parsed.data };
  const issue = parsed.error.issues[0];
  return { reason: `FIELD:${issue?.path.map(String).join('.') ?? ''}` };
}
