import { z } from 'zod';
import { isDay } from '../domain/entry/calendar.ts';
import {
  AT_GATE_CASES,
  CARD_KINDS,
  DIRECTIONS,
  DOCUMENT_KINDS,
  EXEMPTION_KINDS,
  type Facts,
  GATE_KINDS,
  ORDER_KINDS,
} from '../domain/entry/facts.ts';
import { err, ok, type Result } from '../domain/result.ts';

const day = z.string().refine(isDay, 'a day of the calendar as YYYY-MM-DD');
const country = z.string().regex(/^[A-Z]{1,3}$/, 'an ICAO code in capitals');
const text = z.string().max(500);

const visa = z.object({
  symbol: z.string().min(1).max(10),
  validFrom: day,
  validTo: day,
  entries: z.enum(['single', 'multiple']),
  usedEntries: z.int().min(0).optional(),
  number: text.optional(),
  lastUsed: day.optional(),
});

/** The facts of one crossing as text: what `booth entry evaluate` takes. */
export const FACTS_SCHEMA = z.object({
  id: z.union([z.string(), z.number().transform(String)]).optional(),
  direction: z.enum(DIRECTIONS),
  date: day,
  gateKind: z.enum(GATE_KINDS).optional(),
  person: z.object({ nationality: country, birthDate: day.optional(), personalNumber: text.optional() }),
  document: z.object({
    kind: z.enum(DOCUMENT_KINDS),
    issued: day.optional(),
    expires: day.optional(),
    chip: z.boolean().optional(),
    damaged: z.boolean().optional(),
    revoked: z.boolean().optional(),
    replacedBy: z.union([z.string(), z.boolean()]).optional(),
    second: z.object({ kind: z.enum(DOCUMENT_KINDS), issuer: country, expires: day.optional() }).optional(),
  }),
  basis: z
    .object({
      visa: visa.extend({ forged: z.boolean().optional() }).optional(),
      evisa: visa.extend({ gate: z.union([z.boolean(), text]).optional() }).optional(),
      exemption: z
        .object({
          kind: z.enum(EXEMPTION_KINDS),
          purpose: text.optional(),
          zone: text.optional(),
          route: text.optional(),
          tourProgramme: z.boolean().optional(),
        })
        .optional(),
      card: z
        .object({
          kind: z.enum(CARD_KINDS),
          symbol: text.optional(),
          validTo: day,
          economies: z.array(country).optional(),
        })
        .optional(),
      atGate: z
        .object({
          case: z.enum(AT_GATE_CASES),
          reply: text.optional(),
          symbol: z.string().min(1).max(10),
          validTo: day,
          entries: z.enum(['single', 'multiple']),
          number: text.optional(),
        })
        .optional(),
      stay: z.object({ until: day }).optional(),
      transit: z
        .object({
          onwardTicket: z.boolean().optional(),
          thirdCountryVisa: z.boolean().optional(),
          leavesTransitArea: z.boolean().optional(),
        })
        .optional(),
      destinationAdmission: z.boolean().optional(),
      health: text.optional(),
      escort: z.boolean().optional(),
    })
    .optional(),
  history: z
    .array(
      z.object({
        direction: z.enum(DIRECTIONS),
        date: day,
        sameDocument: z.boolean().optional(),
        documentIssuer: country.optional(),
      }),
    )
    .max(10_000)
    .optional(),
  historyPartial: z.boolean().optional(),
  orders: z
    .array(
      z.object({
        kind: z.enum(ORDER_KINDS),
        group: z.int().min(1).max(9).optional(),
        ground: z.int().min(1).max(9).optional(),
        decision: text.optional(),
        validFrom: day.optional(),
        validTo: day.optional(),
        extendedTo: day.optional(),
        effective: day.optional(),
        informed: z.boolean().optional(),
        receivedAt: text.optional(),
        specialPermission: z.boolean().optional(),
      }),
    )
    .max(1000)
    .optional(),
  companions: z
    .array(
      z.object({
        relation: text,
        nationality: country.optional(),
        birthDate: day.optional(),
        proof: z.union([z.boolean(), text]).optional(),
      }),
    )
    .max(100)
    .optional(),
});

/** Facts, and the names of what was given beside them and is no fact of this product. */
export interface ReadFacts {
  readonly facts: Facts;
  /** Places such as `document.expiry`, without what stood there. */
  readonly unknown: readonly string[];
}

/** Reads the facts of one crossing. The error names the place and what is wanted there, and repeats nothing of a person. */
export function readFacts(line: string): Result<ReadFacts, string> {
  let raw: unknown;
  try {
    // What is null is unknown, as what is absent.
    raw = JSON.parse(line, (_key, value) => (value === null ? undefined : value));
  } catch {
    return err('is not JSON');
  }
  const parsed = FACTS_SCHEMA.safeParse(raw);
  if (parsed.success) return ok({ facts: parsed.data, unknown: besideIn(raw, parsed.data) });
  const [issue] = parsed.error.issues;
  return err(`${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not valid'}`);
}

/** The facts alone. */
export function parseFacts(line: string): Result<Facts, string> {
  const read = readFacts(line);
  return read.ok ? ok(read.value.facts) : read;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Where `given` holds what `taken` does not. */
function besideIn(given: unknown, taken: unknown, at = ''): string[] {
  if (!isObject(given) || !isObject(taken)) return [];
  const found = Object.keys(given).flatMap((name) => {
    const place = Array.isArray(given) ? at : at === '' ? name : `${at}.${name}`;
    return name in taken ? besideIn(given[name], taken[name], place) : [place];
  });
  return [...new Set(found)];
}
