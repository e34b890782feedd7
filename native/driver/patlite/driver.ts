import type { Driver } from '../driver.ts';
import { patliteSession } from './session.ts';
import { type PatliteSettings, patliteSettings } from './settings.ts';

/** Patlite lights at the USB port: NE-USB (one lamp of seven colours) and LR6-USB (a tower). */
export const patliteDriver: Driver<PatliteSettings, 'hid'> = {
  id: 'patlite',
  displayName: 'Patlite NE-USB / LR6-USB',
  kind: 'SIGNAL_LIGHT',
  link: 'hid',
  maturity: 'EXPERIMENTAL',
  source: 'PATLITE, published examples for NE-USB (Linux, C++) and LR6-USB (Linux, Python)',
  usb: [
    { vendorId: '191a', productId: '6001' },
    { vendorId: '191a', productId: '8003' },
  ],
  protocol: () => ({ name: 'patlite-usb' }),
  // Known by its numbers; nothing is sent to find out.
  safeProbe: null,
  settings: patliteSettings,
  lines: null,
  connect: patliteSession,
};
