import type { AtGateCase, Direction, DocumentKind, GateKind } from './facts.ts';

/** Where a rule stands. `mark`: how sure it is that the law says so; OPEN points wait for the Immigration Department's word. */
export interface LegalSource {
  readonly act: string;
  readonly article: string;
  readonly mark: 'TEXT' | 'SECOND' | 'INFERRED' | 'OPEN';
}

/** What every row of every table has. In force from `from` to `to`, both days counted; `to` null: until changed. */
export interface Rule {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly source: LegalSource;
}

/** Exemption by nationality, given by Viet Nam alone or by treaty. */
export interface ExemptionRule extends Rule {
  readonly nationalities: readonly string[];
  /** Null: every kind of passport. */
  readonly documentKinds: readonly DocumentKind[] | null;
  /** Days of one stay. */
  readonly days: number;
  readonly purpose: 'ANY' | 'TOURISM' | 'TOUR_PROGRAMME';
  /** Months the passport must still be valid; 0: only on the day itself. */
  readonly minValidityMonths: number;
  /** Null: every gate open to foreigners. */
  readonly gateKinds: readonly GateKind[] | null;
  /** At most `days` of stay in any `in` days, or in a calendar year where `in` is YEAR. */
  readonly window: { readonly days: number; readonly in: number | 'YEAR' } | null;
}

export interface ZoneRule extends Rule {
  readonly zone: 'coastal-zone' | 'border-gate-zone';
  readonly days: number;
  readonly minValidityMonths: number;
  /** Days which a border pass must still be valid, where one will do. */
  readonly borderPassDays: number | null;
  readonly gateKinds: readonly GateKind[] | null;
}

/** The longest validity a visa of this symbol may have, in months or days; another visa is no visa of this law. */
export interface VisaKindRule extends Rule {
  readonly symbols: readonly string[];
  readonly maxMonths: number | null;
  readonly maxDays: number | null;
}

/** What lets a person in on a visa. `atGate`: the row is about visas that the gate itself grants, and where and when it may. */
export interface VisaRule extends Rule {
  readonly atGate?: { readonly cases: readonly AtGateCase[]; readonly gateKinds: readonly GateKind[] } | undefined;
}

export interface CardRule extends Rule {
  readonly card: 'TRC' | 'PRC' | 'ABTC' | 'exemption-certificate' | 'special-exemption-card';
  /** One stay at most; both null: no stay certificate is given. */
  readonly stayDays: number | null;
  readonly stayMonths: number | null;
}

/** Who decides on a refusal, by its ground (Law 47/2014/QH13 Art 22). */
export const REFUSAL_DECIDERS = [
  'HEAD_OF_UNIT',
  'MINISTER_HEALTH',
  'MINISTER_AGRICULTURE',
  'MINISTERS_SECURITY_DEFENCE',
] as const;
type RefusalDecider = (typeof REFUSAL_DECIDERS)[number];

export interface RefusalGround extends Rule {
  readonly ground: number;
  readonly decider: RefusalDecider;
  /** Calendar months after a decision took effect for which it bars entry. */
  readonly barMonths: number | null;
  readonly below: number | null;
}

export interface ExitSuspensionRule extends Rule {
  readonly group: number;
  readonly who: 'CITIZEN' | 'FOREIGNER';
  /** The longest first period in months; null: until the obligation is done or the deciders say so. */
  readonly maxMonths: number | null;
}

/** A tier holds from so many days or months over, to below the next. Fines in million VND. */
export interface OverstayTier extends Rule {
  readonly tier: number;
  readonly fromDays: number | null;
  readonly fromMonths: number | null;
  readonly fineVndMillion: readonly [number, number];
  readonly expulsionPossible: boolean;
}

export interface MinorRule extends Rule {
  readonly who: 'CITIZEN' | 'FOREIGNER';
  readonly direction: Direction;
  /** Years of age below which somebody must go with the child. */
  readonly below: number;
}

export interface PassportRule extends Rule {
  readonly what: 'SINGLE_USE' | 'VOID_WHEN_REPLACED' | 'EXIT_MIN_VALIDITY' | 'TRAVEL_DOCUMENT';
  readonly kinds: readonly DocumentKind[];
  readonly months: number | null;
}

export interface GateRule extends Rule {
  readonly gateKind: GateKind;
  /** Null: everybody. */
  readonly nationalities: readonly string[] | null;
  readonly kinds: readonly DocumentKind[] | null;
}

/** What the law leaves open, decided by the Department; a setting of the snapshot, never a constant. */
export interface OpenPoints {
  /** The day of entry is day 1 of "N days from the day of entry". */
  readonly countEntryDay: boolean;
  /** A DL visa of more than 30 days gives 30 days. */
  readonly tourismVisaThirtyDays: boolean;
  /** Which decree's tiers hold for an overstay: that of the day it was found, or of the day it began. */
  readonly fineDecree: 'FOUND' | 'BEGAN';
  /** Simplified passports issued before the single-use rule fall under it too. */
  readonly simplifiedBeforeRule: boolean;
  /** The holder of an electronic visa must leave through a listed gate too. */
  readonly electronicVisaExitGate: boolean;
  /** The refusal ground written down for an electronic visa at a gate that is not listed. */
  readonly wrongGateGround: number;
  /** An APEC business travel card is tried before the exemptions by nationality, which may give fewer days; else after them. */
  readonly apecCardBeforeExemptions: boolean;
}

/** One State's law of entry and exit, all tables, all dates: yesterday's crossing is judged by yesterday's rows. */
export interface RuleSet {
  readonly version: string;
  /** ICAO code of the State whose citizens are at home. */
  readonly state: string;
  readonly openPoints: OpenPoints;
  readonly unilateralExemptions: readonly ExemptionRule[];
  readonly treatyExemptions: readonly ExemptionRule[];
  readonly zones: readonly ZoneRule[];
  readonly visaKinds: readonly VisaKindRule[];
  readonly electronicVisas: readonly Rule[];
  readonly visas: readonly VisaRule[];
  readonly cards: readonly CardRule[];
  readonly transit: readonly Rule[];
  readonly refusalGrounds: readonly RefusalGround[];
  readonly exitSuspensions: readonly ExitSuspensionRule[];
  readonly overstayTiers: readonly OverstayTier[];
  readonly exitConditions: readonly Rule[];
  readonly minors: readonly MinorRule[];
  readonly passports: readonly PassportRule[];
  readonly gates: readonly GateRule[];
}

/** The rows of a table in force on a day. */
export function inForce<R extends Rule>(rows: readonly R[], day: string): readonly R[] {
  return rows.filter(({ from, to }) => from <= day && (to === null || day <= to));
}
