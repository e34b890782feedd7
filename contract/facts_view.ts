import { z } from 'zod';
import { FACT_SOURCES, MOVEMENT_FIELDS } from '../core/domain/clearance/travel_facts.ts';
import { AT_GATE_CASES, CARD_KINDS, DOCUMENT_KINDS, GATE_KINDS } from '../core/domain/entry/facts.ts';

/** What is known of a journey beside the document: shown in Z5 and on the page of further papers (F6), given by officers there. */

const day = z.iso.date();
const given = <T extends z.ZodType>(value: T) =>
  z.object({ value, source: z.enum(FACT_SOURCES), at: z.number(), by: z.string().nullable() });

export const visaShown = z.object({
  kind: z.enum(['VISA', 'EVISA']),
  number: z.string().trim().min(1).max(20),
  symbol: z.string().trim().min(2).max(4),
  validFrom: day,
  validTo: day,
  entries: z.enum(['single', 'multiple']),
  usedEntries: z.number().int().min(0).max(999).nullable(),
  lastUsed: day.nullable(),
  gateListed: z.boolean().nullable(),
  forged: z.boolean(),
  holderMatches: z.boolean().nullable(),
});

export const cardShown = z.object({
  kind: z.enum(CARD_KINDS),
  number: z.string().trim().min(1).max(20),
  symbol: z.string().max(4).nullable(),
  validTo: day,
  economies: z
    .array(z.string().regex(/^[A-Z]{3}$/))
    .max(30)
    .nullable(),
});

export const flightShown = z.object({
  number: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{2,3} ?\d{1,4}[A-Z]?$/),
  day,
  seat: z.string().max(5).nullable(),
  /** What on a boarding pass differs from the document or from today. */
  differing: z.exactOptional(z.array(z.enum(['NAME', 'DAY'])).max(2)),
});

const zone = z.object({ kind: z.enum(['coastal-zone', 'border-gate-zone']), route: z.string().max(20) });
const transit = z.object({ onwardTicket: z.boolean(), thirdCountryVisa: z.boolean(), leavesTransitArea: z.boolean() });
export const companionShown = z.object({
  relation: z.enum(['mother', 'father', 'guardian', 'authorised']),
  name: z.string().trim().min(1).max(80),
  nationality: z.string().regex(/^[A-Z]{3}$/),
  birthDate: day,
  documentNumber: z.string().max(20).nullable(),
  proof: z.boolean(),
});

/** A visa that this gate grants; a second person stands for it. */
const grantedVisa = z.object({
  case: z.enum(AT_GATE_CASES),
  reply: z.string().trim().min(1).max(40),
  number: z.string().trim().min(1).max(20),
  symbol: z.string().trim().min(2).max(4),
  validTo: day,
  entries: z.enum(['single', 'multiple']),
  receipt: z.string().trim().min(1).max(40).nullable(),
});
/** Leave to go in spite of a suspension of exit; a second person looks at the paper. */
const exitPermission = z.object({
  number: z.string().trim().min(1).max(40),
  issuer: z.string().trim().min(1).max(100),
  decision: z.string().trim().min(1).max(60),
  until: day.nullable(),
});
const confirmed = { confirmedBy: z.string() };
const secondDocument = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  issuer: z.string().regex(/^[A-Z]{3}$/),
  expires: day.nullable(),
});

/** What an officer may state; each replaces what was known. Null takes a statement back. */
export const statedFacts = z
  .object({
    visa: visaShown.nullable(),
    card: cardShown.nullable(),
    purpose: z.string().trim().min(1).max(100).nullable(),
    address: z.string().trim().min(1).max(200).nullable(),
    flight: flightShown.nullable(),
    sponsor: z.string().trim().min(1).max(100).nullable(),
    phone: z
      .string()
      .trim()
      .regex(/^[+0-9 ]{4,20}$/)
      .nullable(),
    zone: zone.nullable(),
    tourProgramme: z.boolean().nullable(),
    destinationAdmission: z.boolean().nullable(),
    transit: transit.nullable(),
    health: z.enum(['dangerous', 'none']).nullable(),
    escort: z.boolean().nullable(),
    documentIssued: day.nullable(),
    documentDamaged: z.boolean().nullable(),
    documentKind: z.enum(DOCUMENT_KINDS).nullable(),
    secondDocument: secondDocument.nullable(),
    replacedBy: z
      .string()
      .trim()
      .regex(/^[A-Z0-9]{5,20}$/)
      .nullable(),
    visaAtGate: grantedVisa.nullable(),
    permission: exitPermission.nullable(),
    stayUntil: day.nullable(),
    companion: companionShown.nullable(),
    /** Nobody goes with this person. */
    unaccompanied: z.boolean().nullable(),
    /** How the matter of a citizen without a good document was dealt with; then the citizen is admitted. */
    handled: z.string().trim().min(1).max(200).nullable(),
    group: z.string().trim().min(1).max(60).nullable(),
  })
  .partial();
export type StatedFacts = z.infer<typeof statedFacts>;

export const factsView = z.object({
  gateKind: z.enum(GATE_KINDS).nullable(),
  visas: z.array(given(visaShown)),
  card: given(cardShown).nullable(),
  purpose: given(z.string()).nullable(),
  address: given(z.string()).nullable(),
  flight: given(flightShown).nullable(),
  sponsor: given(z.string()).nullable(),
  phone: given(z.string()).nullable(),
  declaration: given(
    z.object({
      code: z.string(),
      filedAt: z.number(),
      purpose: z.string().nullable(),
      address: z.string().nullable(),
      flight: z.string().nullable(),
      plannedDeparture: z.string().nullable(),
      phone: z.string().nullable(),
      sponsor: z.string().nullable(),
      differing: z.array(z.enum(['NAME', 'BIRTH_DATE', 'NATIONALITY', 'DOCUMENT_NUMBER'])),
    }),
  ).nullable(),
  expected: given(z.enum(['EXPECTED', 'UNEXPECTED', 'NO_LIST'])).nullable(),
  zone: given(zone).nullable(),
  tourProgramme: given(z.boolean()).nullable(),
  destinationAdmission: given(z.boolean()).nullable(),
  transit: given(transit).nullable(),
  health: given(z.enum(['dangerous', 'none'])).nullable(),
  escort: given(z.boolean()).nullable(),
  documentIssued: given(z.string()).nullable(),
  documentDamaged: given(z.boolean()).nullable(),
  documentKind: given(z.enum(DOCUMENT_KINDS)).nullable(),
  secondDocument: given(secondDocument).nullable(),
  replacedBy: given(z.string()).nullable(),
  visaAtGate: given(grantedVisa.extend(confirmed)).nullable(),
  permission: given(exitPermission.extend(confirmed)).nullable(),
  stayUntil: given(z.string()).nullable(),
  /** `fellow`: a passenger list or a declaration names somebody who travels along; nobody says more, and nothing is proven. */
  companions: z.array(
    given(companionShown.extend({ relation: z.enum([...companionShown.shape.relation.options, 'fellow']) })),
  ),
  unaccompanied: given(z.boolean()).nullable(),
  handled: given(z.string()).nullable(),
  group: given(z.string()).nullable(),
  /** What sources say of fields for which the officer's word stands. */
  sourced: z
    .object({
      card: given(cardShown),
      purpose: given(z.string()),
      address: given(z.string()),
      flight: given(flightShown),
      sponsor: given(z.string()),
      phone: given(z.string()),
      group: given(z.string()),
    })
    .partial(),
  /** Newest first. */
  movements: z.array(
    z.object({
      direction: z.enum(['arrival', 'departure']),
      date: z.string(),
      documentNumber: z.string().nullable(),
      sameDocument: z.boolean().nullable(),
      stayUntil: z.string().nullable(),
      visaNumber: z.string().nullable(),
      gate: z.string().nullable(),
      recordNumber: z.string().nullable(),
      source: z.enum(['LOCAL', 'CENTRAL']),
      /** What the centre says otherwise of a crossing this booth saw itself. */
      differing: z.array(z.object({ field: z.enum(MOVEMENT_FIELDS), central: z.string() })),
    }),
  ),
  sources: z.array(
    z.object({
      source: z.enum(['VISAS', 'MOVEMENTS', 'DECLARATIONS', 'PASSENGERS']),
      state: z.enum(['CENTRAL', 'LOCAL', 'TIMEOUT', 'OFFLINE', 'NOT_CONNECTED']),
      asOf: z.number().nullable(),
      tookMs: z.number(),
    }),
  ),
});
export type FactsView = z.infer<typeof factsView>;
