import { LINE_9600_8N1 } from '../../transport/transport.ts';
import type { Driver } from '../driver.ts';
import { probeElyctis } from './probe.ts';
import { elyctisSession } from './session.ts';
import { type ElyctisIdboxSettings, elyctisIdboxSettings } from './settings.ts';

/** Elyctis ID BOX and MRZ scanners over USB CDC or a UART. */
export const elyctisIdboxDriver: Driver<ElyctisIdboxSettings> = {
  id: 'elyctis-idbox',
  displayName: 'Elyctis ID BOX / MRZ scanner',
  kind: 'MRZ_READER',
  link: 'serial',
  maturity: 'EXPERIMENTAL',
  source: 'Elyctis, IDBOX One - Scanner Command Set v1.7, 2020-09-14',
  usb: [
    // 0005 is CDC alone, 0010 is HID keyboard and CDC.
    { vendorId: '2b78', productId: '0005' },
    { vendorId: '2b78', productId: '0010' },
  ],
  protocol: () => ({ name: 'elyctis-idbox' }),
  safeProbe: probeElyctis,
  settings: elyctisIdboxSettings,
  lines: ({ baudRate }) => [
    { ...LINE_9600_8N1, baudRate },
    { ...LINE_9600_8N1, baudRate: baudRate === 9600 ? 115200 : 9600 },
  ],
  connect: elyctisSession,
};
