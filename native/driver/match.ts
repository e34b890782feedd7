import { DRIVERS, type DriverEntry } from './catalogue.ts';
import { ANY_PRODUCT, type UsbIdentity } from './driver.ts';
import { sharedChip } from './shared_numbers.ts';

/** EXACT: these numbers are this model's own. WEAK: they fit, and fit other things as well; a person must say. */
export type MatchStrength = 'EXACT' | 'WEAK';

export interface DriverMatch {
  readonly driver: DriverEntry;
  readonly strength: MatchStrength;
}

/** What the system tells of something that is plugged in; null where it tells nothing. */
export interface Plugged {
  readonly link: DriverEntry['link'];
  readonly vendorId: string | null;
  readonly productId: string | null;
  readonly product: string | null;
  /** Of HID devices. */
  readonly usagePage?: number | null;
}

/** The drivers that name this device by its numbers, exact ones first. Serial numbers and port names play no part. */
export function matchingDrivers(plugged: Plugged, drivers: readonly DriverEntry[] = DRIVERS): readonly DriverMatch[] {
  return drivers
    .filter(({ link }) => link === plugged.link)
    .flatMap((driver): DriverMatch[] => {
      const strengths = driver.usb.map((known) => strengthOf(plugged, known));
      if (strengths.includes('EXACT')) return [{ driver, strength: 'EXACT' }];
      return strengths.includes('WEAK') ? [{ driver, strength: 'WEAK' }] : [];
    })
    .sort((a, b) => (a.strength === b.strength ? 0 : a.strength === 'EXACT' ? -1 : 1));
}

function strengthOf(plugged: Plugged, known: UsbIdentity): MatchStrength | null {
  if (known.vendorId !== plugged.vendorId) return null;
  if (known.productId !== ANY_PRODUCT && known.productId !== plugged.productId) return null;
  if (known.usagePage !== undefined && known.usagePage !== plugged.usagePage) return null;
  // The product's name makes numbers exact that many share; without it they stay shared.
  if (known.product !== undefined) return plugged.product?.startsWith(known.product) === true ? 'EXACT' : 'WEAK';
  return sharedChip(plugged.vendorId, plugged.productId) === null ? 'EXACT' : 'WEAK';
}
