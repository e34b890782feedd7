import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Thresholds } from '../../domain/patterns/thresholds.ts';

const said = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, why: z.string().min(10) }).transform((one) => (one as { value: z.output<T> }).value);
const fromTo = z.tuple([z.number().min(0), z.number()]).refine(([from, to]) => from < to, 'from is below to');
const share = z.number().min(0).max(1);
const count = z.number().int().min(1);
const shared = said(z.strictObject({ parties: z.number().min(1), floor: share, full: share }));
const mixed = said(z.strictObject({ mostPersons: count, parties: count, nationalities: fromTo }));

const schema = z.strictObject({
  shownFrom: said(share),
  crowd: said(z.strictObject({ trouble: share, withoutTrouble: share })),
  evidence: said(count.max(20)),
  childAge: said(count.max(18)),
  atTheBorder: said(z.array(z.string().regex(/^[A-Z]{3}$/))),
  shared: z.strictObject({ sponsor: shared, phone: shared, address: shared, group: shared, companion: shared }),
  firstEntries: said(z.strictObject({ windowDays: count, parties: fromTo, share })),
  mixedPhone: mixed,
  mixedAddress: mixed,
  sameDay: said(z.strictObject({ windowDays: count, days: fromTo, localDays: fromTo })),
  itinerary: said(z.strictObject({ minutesBetweenGates: count })),
  child: said(z.strictObject({ daysBehind: count, trips: fromTo })),
});

/** The numbers that ship, each with its reason beside it; a file that is wrong is a fault of the product and throws. */
export function shippedThresholds(): Thresholds {
  const file = new URL('../../../resources/patterns/thresholds.json', import.meta.url);
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
