import { addDays } from '../entry/calendar.ts';
import { foldNumber } from '../screening/fold.ts';
import type { Clearance } from './clearance.ts';
import { ordersOf } from './law_orders.ts';
import { withPermission } from './permitted_exit.ts';
import type { ExitPermission, Flight, PresentedVisa } from './travel_facts.ts';

/** Why a statement cannot be true as it was written; a slip of the keyboard, most often. */
export const STATED_WRONG = [
  'visaDays',
  'visaLastUsed',
  'visaEntries',
  'issuedLater',
  'companionBornLater',
  'flightDay',
  'handledNotCitizen',
  'atGateNotArrival',
  'permissionWithoutOrder',
  'replacedBySame',
] as const;
export type StatedWrong = (typeof STATED_WRONG)[number];

/** What of a statement is looked at; the rest is free. */
export interface StatedToCheck {
  readonly visa?:
    | Pick<PresentedVisa, 'validFrom' | 'validTo' | 'entries' | 'usedEntries' | 'lastUsed'>
    | null
    | undefined;
  readonly documentIssued?: string | null | undefined;
  readonly companion?: { readonly birthDate: string } | null | undefined;
  readonly flight?: Flight | null | undefined;
  readonly handled?: string | null | undefined;
  readonly visaAtGate?: { readonly validTo: string } | null | undefined;
  readonly permission?: Pick<ExitPermission, 'decision'> | null | undefined;
  readonly replacedBy?: string | null | undefined;
}

/** Flights are today's, or of a night on either side of it. */
const FLIGHT_DAYS = 2;

function visaWrong(
  { validFrom, validTo, entries, usedEntries, lastUsed }: NonNullable<StatedToCheck['visa']>,
  today: string,
): StatedWrong | null {
  if (validFrom > validTo) return 'visaDays';
  if (lastUsed !== null && (lastUsed < validFrom || lastUsed > validTo || lastUsed > today)) return 'visaLastUsed';
  return entries === 'single' && (usedEntries ?? 0) > 1 ? 'visaEntries' : null;
}

/** The first thing in a statement that cannot be; null where all of it may be true. Days are YYYY-MM-DD at the gate. */
export function statedWrong(
  known: Pick<Clearance, 'document' | 'direction' | 'hits'>,
  stated: StatedToCheck,
  today: string,
): StatedWrong | null {
  const { document, direction } = known;
  const { visa, documentIssued: issued, companion, flight, handled } = stated;
  const wrong = visa == null ? null : visaWrong(visa, today);
  if (wrong !== null) return wrong;
  if (issued != null && (issued > today || (document.expiryDate !== '' && issued > document.expiryDate)))
    return 'issuedLater';
  if (companion != null && companion.birthDate > today) return 'companionBornLater';
  if (flight != null && (flight.day < addDays(today, -FLIGHT_DAYS) || flight.day > addDays(today, FLIGHT_DAYS)))
    return 'flightDay';
  if (handled != null && !(document.citizen && direction === 'ARRIVAL')) return 'handledNotCitizen';
  return paperWrong(known, stated, today);
}

/** Papers that open a way: each only where there is that way, and for what stands against it. */
function paperWrong(
  known: Pick<Clearance, 'document' | 'direction' | 'hits'>,
  { visaAtGate, permission, replacedBy }: StatedToCheck,
  today: string,
): StatedWrong | null {
  const { document, direction } = known;
  if (visaAtGate != null && (document.citizen || direction !== 'ARRIVAL')) return 'atGateNotArrival';
  if (visaAtGate != null && visaAtGate.validTo < today) return 'visaDays';
  if (permission != null && direction !== 'DEPARTURE') return 'permissionWithoutOrder';
  if (permission != null) {
    const lifting = { ...permission, number: '', issuer: '', until: null, confirmedBy: '' };
    const lifted = withPermission(ordersOf(known), lifting, today).some((order) => order.specialPermission === true);
    if (!lifted) return 'permissionWithoutOrder';
  }
  return replacedBy != null && foldNumber(replacedBy) === foldNumber(document.number) ? 'replacedBySame' : null;
}
