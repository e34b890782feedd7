import { LINE_9600_8N1 } from '../../transport/transport.ts';
import type { Driver } from '../driver.ts';
import { probeMorphosmart } from './probe.ts';
import { morphosmartSession } from './session.ts';
import { type MorphosmartSettings, morphosmartSettings } from './settings.ts';

const PROBED_SPEEDS = [38400, 9600, 115200];

/** IDEMIA (Sagem) MorphoSmart fingerprint sensors over USB CDC or RS-232. */
export const morphosmartDriver: Driver<MorphosmartSettings> = {
  id: 'morphosmart',
  displayName: 'MorphoSmart MSO 300, MSO 1300, CBM',
  kind: 'FINGERPRINT_READER',
  link: 'serial',
  maturity: 'EXPERIMENTAL',
  source: 'Sagem Sécurité, MorphoSmart Host System Interface Specification 2.22, 2008',
  usb: [
    { vendorId: '079b', productId: '0024' },
    { vendorId: '079b', productId: '0047' },
    { vendorId: '225d', productId: '0008' },
  ],
  protocol: ({ framing }) => ({ name: framing === 'cdc' ? 'morphosmart-ilv-usb' : 'morphosmart-sprs232' }),
  safeProbe: probeMorphosmart,
  settings: morphosmartSettings,
  lines: ({ baudRate }) => [
    { ...LINE_9600_8N1, baudRate },
    ...PROBED_SPEEDS.filter((speed) => speed !== baudRate).map((speed) => ({ ...LINE_9600_8N1, baudRate: speed })),
  ],
  connect: morphosmartSession,
};
