import { addDays } from '../entry/calendar.ts';
import type { Clearance } from './clearance.ts';
import type { Flight, PresentedVisa } from './travel_facts.ts';

/** Why a statement cannot be true as it was written; a slip of the keyboard, most often. */
export const STATED_WRONG = [
  'visaDays',
  'visaLastUsed',
  'visaEntries',
  'issuedLater',
  'companionBornLater',
  'flightDay',
  'handledNotCitizen',
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
  { document, direction }: Pick<Clearance, 'document' | 'direction'>,
  stated: StatedToCheck,
  today: string,
): StatedWrong | null {
  const { visa, documentIssued: issued, companion, flight, handled } = stated;
  const wrong = visa == null ? null : visaWrong(visa, today);
  if (wrong !== null) return wrong;
  if (issued != null && (issued > today || (document.expiryDate !== '' && issued > document.expiryDate)))
    return 'issuedLater';
  if (companion != null && companion.birthDate > today) return 'companionBornLater';
  if (flight != null && (flight.day < addDays(today, -FLIGHT_DAYS) || flight.day > addDays(today, FLIGHT_DAYS)))
    return 'flightDay';
  return handled != null && !(document.citizen && direction === 'ARRIVAL') ? 'handledNotCitizen' : null;
}
