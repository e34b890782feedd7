import { LINE_9600_8N1 } from '../../transport/transport.ts';
import type { Driver } from '../driver.ts';
import { probeAccessIs } from './probe.ts';
import { accessIsSession } from './session.ts';
import { type AccessIsSettings, accessIsSettings } from './settings.ts';

/** Access-IS readers of boarding passes and QR codes with media sensor and verdict lights: LSR110, LSR116, LSR118, ATR110. */
export const accessIsDriver: Driver<AccessIsSettings> = {
  id: 'access-is',
  displayName: 'Access-IS LSR / ATR boarding pass reader',
  kind: 'CODE_SCANNER',
  link: 'serial',
  maturity: 'EXPERIMENTAL',
  source:
    'Access-IS, LSR116 Product Manual 4.6 (2020-08-12) and ATR110 Product Manual 1.5 (2018-10-30), sections 4 and 5',
  // The makers' USB numbers are not public; named in the settings only.
  usb: [],
  protocol: ({ format }) => ({ name: 'access-is', options: format }),
  safeProbe: probeAccessIs,
  settings: accessIsSettings,
  lines: ({ baudRate, dataBits, parity, stopBits }) => [
    { baudRate, dataBits, parity, stopBits },
    { ...LINE_9600_8N1, baudRate: baudRate === 9600 ? 115200 : 9600 },
  ],
  connect: accessIsSession,
};
