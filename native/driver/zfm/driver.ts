import { LINE_9600_8N1 } from '../../transport/transport.ts';
import type { Driver } from '../driver.ts';
import { probeZfm } from './probe.ts';
import { zfmSession } from './session.ts';
import { type ZfmSettings, zfmSettings } from './settings.ts';

const PROBE_SPEEDS = [57600, 115200, 9600] as const;

/** ZhianTec ZFM and its kin: R30x, R503, AS608, FPM10A. For training and the workbench: 16 greys, no certificate. */
export const zfmDriver: Driver<ZfmSettings> = {
  id: 'zfm',
  displayName: 'ZFM-20 / R30x / R503 / AS608',
  kind: 'FINGERPRINT_READER',
  link: 'serial',
  maturity: 'EXPERIMENTAL',
  source: 'ZhianTec, ZFM-20 Series User Manual v2.0; Grow, R503 Fingerprint Module User Manual v1.2',
  // They come behind serial converters of all makes, which must be named by hand.
  usb: [],
  protocol: () => ({ name: 'zfm-ef01' }),
  safeProbe: probeZfm,
  settings: zfmSettings,
  lines: ({ baudRate }) => [
    { ...LINE_9600_8N1, baudRate },
    ...PROBE_SPEEDS.filter((speed) => speed !== baudRate).map((speed) => ({ ...LINE_9600_8N1, baudRate: speed })),
  ],
  connect: zfmSession,
};
