import { z } from 'zod';
import { AT_GATE_CASES, DIRECTIONS, DOCUMENT_KINDS, GATE_KINDS } from '../domain/entry/facts.ts';

/** The tables of a rule set as they stand in files, row by row. */
const day = z.iso.date();
const country = z.string().regex(/^[A-Z]{3}$/, 'an ICAO three-letter code');
const documentKinds = z.array(z.enum(DOCUMENT_KINDS)).min(1);
const gateKinds = z.array(z.enum(GATE_KINDS)).min(1);

const rule = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9.-]+$/, 'lower-case letters, digits, dots and hyphens'),
    from: day,
    to: day.nullable(),
    source: z.strictObject({
      act: z.string().min(1),
      article: z.string().min(1),
      mark: z.enum(['TEXT', 'SECOND', 'INFERRED', 'OPEN']),
    }),
  })
  .refine(({ from, to }) => to === null || from <= to, 'ends before it begins');

const exemption = rule.safeExtend({
  nationalities: z.array(country).min(1),
  documentKinds: documentKinds.nullable(),
  days: z.int().min(1).max(366),
  purpose: z.enum(['ANY', 'TOURISM', 'TOUR_PROGRAMME']),
  minValidityMonths: z.int().min(0).max(24),
  gateKinds: gateKinds.nullable(),
  window: z
    .strictObject({ days: z.int().min(1), in: z.union([z.int().min(1).max(3660), z.literal('YEAR')]) })
    .nullable(),
});

const months = z.int().min(1).max(240).nullable();

/** Each table by the name of its file. */
export const TABLES = {
  unilateral_exemptions: z.array(exemption),
  treaty_exemptions: z.array(exemption),
  zones: z.array(
    rule.safeExtend({
      zone: z.enum(['coastal-zone', 'border-gate-zone']),
      days: z.int().min(1),
      minValidityMonths: z.int().min(0),
      borderPassDays: z.int().min(1).nullable(),
      gateKinds: gateKinds.nullable(),
    }),
  ),
  visa_kinds: z.array(
    rule.safeExtend({ symbols: z.array(z.string()).min(1), maxMonths: months, maxDays: z.int().min(1).nullable() }),
  ),
  visas: z.array(
    rule.safeExtend({
      atGate: z.strictObject({ cases: z.array(z.enum(AT_GATE_CASES)).min(1), gateKinds }).optional(),
    }),
  ),
  electronic_visas: z.array(rule),
  cards: z.array(
    rule.safeExtend({
      card: z.enum(['TRC', 'PRC', 'ABTC', 'exemption-certificate', 'special-exemption-card']),
      stayDays: z.int().min(1).nullable(),
      stayMonths: months,
    }),
  ),
  transit: z.array(rule),
  refusal_grounds: z.array(
    rule.safeExtend({
      ground: z.int().min(1).max(9),
      decider: z.enum(['HEAD_OF_UNIT', 'MINISTER_HEALTH', 'MINISTER_AGRICULTURE', 'MINISTERS_SECURITY_DEFENCE']),
      barMonths: months,
      below: z.int().nullable(),
    }),
  ),
  exit_suspensions: z.array(
    rule.safeExtend({ group: z.int().min(1).max(9), who: z.enum(['CITIZEN', 'FOREIGNER']), maxMonths: months }),
  ),
  overstay_tiers: z.array(
    rule.safeExtend({
      tier: z.int().min(1),
      fromDays: z.int().min(1).nullable(),
      fromMonths: months,
      fineVndMillion: z.tuple([z.number().min(0), z.number().min(0)]),
      expulsionPossible: z.boolean(),
    }),
  ),
  exit_conditions: z.array(rule),
  minors: z.array(
    rule.safeExtend({ who: z.enum(['CITIZEN', 'FOREIGNER']), direction: z.enum(DIRECTIONS), below: z.int() }),
  ),
  passports: z.array(
    rule.safeExtend({
      what: z.enum(['SINGLE_USE', 'VOID_WHEN_REPLACED', 'EXIT_MIN_VALIDITY', 'TRAVEL_DOCUMENT']),
      kinds: documentKinds,
      months,
    }),
  ),
  gates: z.array(
    rule.safeExtend({
      gateKind: z.enum(GATE_KINDS),
      nationalities: z.array(country).nullable(),
      kinds: documentKinds.nullable(),
    }),
  ),
  open_points: z.strictObject({
    countEntryDay: z.boolean(),
    tourismVisaThirtyDays: z.boolean(),
    fineDecree: z.enum(['FOUND', 'BEGAN']),
    simplifiedBeforeRule: z.boolean(),
    electronicVisaExitGate: z.boolean(),
    wrongGateGround: z.int().min(1).max(9),
    // Sets of rules written before this point was known say nothing of it.
    apecCardBeforeExemptions: z.boolean().default(false),
  }),
} as const;
