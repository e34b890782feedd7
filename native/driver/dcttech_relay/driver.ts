import type { Driver } from '../driver.ts';
import { dcttechRelaySession } from './session.ts';
import { type DcttechRelaySettings, dcttechRelaySettings } from './settings.ts';

/** A gate of any make behind a USB relay board of DCTTech make. */
export const dcttechRelayDriver: Driver<DcttechRelaySettings, 'hid'> = {
  id: 'dcttech-relay',
  displayName: 'Gate behind a DCTTech USB relay board',
  kind: 'GATE',
  link: 'hid',
  maturity: 'EXPERIMENTAL',
  source: 'Reports as sent by the public tools usbrelay and usb-relay-hid; report numbers: hidapi issue 475',
  // The numbers are given out to anybody: the product's name tells.
  usb: [{ vendorId: '16c0', productId: '05df', product: 'USBRelay' }],
  protocol: () => ({ name: 'dcttech-hid-relay' }),
  // Known by its numbers and name; nothing is sent to find out.
  safeProbe: null,
  settings: dcttechRelaySettings,
  lines: null,
  connect: dcttechRelaySession,
};
