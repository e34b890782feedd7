import type { Driver } from '../driver.ts';
import { blink1Session } from './session.ts';
import { type Blink1Settings, blink1Settings } from './settings.ts';

/** ThingM blink(1), a lamp at the USB port. */
export const blink1Driver: Driver<Blink1Settings, 'hid'> = {
  id: 'blink1',
  displayName: 'ThingM blink(1)',
  kind: 'SIGNAL_LIGHT',
  link: 'hid',
  maturity: 'EXPERIMENTAL',
  source: 'ThingM, blink(1) HID commands, and the published firmware of the mk2',
  usb: [{ vendorId: '27b8', productId: '01ed' }],
  protocol: () => ({ name: 'status-light-hid' }),
  // Known by its numbers; nothing is sent to find out.
  safeProbe: null,
  settings: blink1Settings,
  lines: null,
  connect: blink1Session,
};
