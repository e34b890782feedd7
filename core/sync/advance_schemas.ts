import * as z from 'zod';
import { CARD_KINDS } from '../domain/entry/facts.ts';
import {
  type CardRecord,
  type DeclarationRecord,
  flightNumber,
  type PassengerList,
  type VisaRecord,
} from '../domain/travel/advance.ts';

/** The project's own JSON forms of advance data (docs/advance_data.md) and their way into records. */

const day = z.iso.date();
const text = (longest: number) => z.string().trim().min(1).max(longest);
const country = z.string().regex(/^[A-Z]{3}$/);
const number = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9/ -]{0,34}$/);
const optional = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value): z.output<T> | null => value ?? null);

const holder = z.object({
  surname: text(100),
  givenNames: z.string().trim().max(100).default(''),
  birthDate: optional(day),
  nationality: optional(country),
  documentNumber: optional(number),
  issuer: optional(country),
});
const flight = z.string().transform((value, context) => {
  const found = flightNumber(value);
  if (found === null) context.addIssue('no flight number');
  return found ?? '';
});

/** A visa of the register. */
const visaRecord = z
  .object({
    kind: z.enum(['VISA', 'EVISA']),
    number,
    symbol: z.string().regex(/^[A-ZĐ]{1,3}\d?$/),
    validFrom: day,
    validTo: day,
    entries: z.enum(['single', 'multiple']),
    usedEntries: optional(z.number().int().min(0).max(999)),
    lastUsed: optional(day),
    gates: optional(z.array(text(60)).max(100)),
    holder,
    purpose: optional(text(100)),
    sponsor: optional(text(100)),
    address: optional(text(200)),
    phone: optional(text(20)),
  })
  .refine(({ validFrom, validTo }) => validFrom <= validTo, { path: ['validTo'] }) satisfies z.ZodType<VisaRecord>;

/** A card of the register. */
const cardRecord = z
  .object({
    kind: z.enum(CARD_KINDS),
    number,
    symbol: optional(z.string().regex(/^[A-ZĐ]{1,3}\d?$/)),
    validFrom: optional(day),
    validTo: day,
    economies: optional(z.array(country).max(30)),
    holder,
  })
  .refine(({ validFrom, validTo }) => validFrom === null || validFrom <= validTo, {
    path: ['validTo'],
  }) satisfies z.ZodType<CardRecord>;

/** A paper of the register of visas and cards. */
export const registeredPaper = z.discriminatedUnion('kind', [visaRecord, cardRecord]);

/** A pre-arrival declaration. */
export const declarationRecord = z.object({
  code: number,
  filedAt: z.iso.datetime({ offset: true }).transform((value) => Date.parse(value)),
  validTo: day,
  holder,
  /** Persons of one declaration: a family, a tour. */
  members: z.array(holder).max(50).optional(),
  purpose: optional(text(100)),
  address: optional(text(200)),
  flight: optional(flight),
  plannedDeparture: optional(day),
  phone: optional(text(20)),
  sponsor: optional(text(100)),
  group: optional(text(60)),
}) satisfies z.ZodType<DeclarationRecord>;

/** One line of a file of visas and cards; `removed` takes one back. */
export const visaLine = z.union([z.object({ number, removed: z.literal(true) }), registeredPaper]);
/** One line of a file of declarations; `removed` takes one back. */
export const declarationLine = z.union([z.object({ code: number, removed: z.literal(true) }), declarationRecord]);

const moment = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/);
const airport = z.string().regex(/^[A-Z]{3,4}$/);

/** One passenger of the JSON form of a list. */
export const passengerInJson = z
  .object({
    holder,
    seat: optional(text(5)),
    locator: optional(text(20)),
    reference: optional(text(35)),
    visa: optional(number),
  })
  .refine((one) => one.holder.documentNumber !== null || one.holder.birthDate !== null, { path: ['holder'] });

/** A list of one flight as JSON: everything but its passengers, who are judged one by one. */
export const passengerListInJson = z.object({
  flight: z.object({
    number: flight,
    from: optional(airport),
    to: optional(airport),
    departs: moment,
    arrives: optional(moment),
  }) satisfies z.ZodType<PassengerList['flight']>,
  kind: z.enum(['PASSENGER', 'CREW']).default('PASSENGER'),
  /** How many there are, where the sender says so. */
  count: z.exactOptional(z.number().int().min(0)),
  passengers: z.array(z.unknown()).max(2000),
});

/** Where in a row the first fault is, as a stable reason: the field's name, never its content. */
export function faultOf({ issues }: z.ZodError): string {
  const deepest = (found: z.core.$ZodIssue | undefined): readonly PropertyKey[] => {
    if (found?.code !== 'invalid_union') return found?.path ?? [];
    // Of the forms a row may have, the one that comes furthest tells most.
    const paths = found.errors.map((one) => deepest(one[0])).sort((a, b) => a.length - b.length);
    return paths.find((path) => path[0] !== 'removed') ?? [];
  };
  const path = deepest(issues[0]).filter((part) => typeof part === 'string');
  return path.length === 0 ? 'NOT_AS_DOCUMENTED' : `${path.join('.')} WRONG`;
}
