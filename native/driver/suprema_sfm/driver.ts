import { LINE_9600_8N1 } from '../../transport/transport.ts';
import type { Driver } from '../driver.ts';
import { probeSfm } from './probe.ts';
import { sfmSession } from './session.ts';
import { type SupremaSfmSettings, supremaSfmSettings } from './settings.ts';

const PROBE_SPEEDS = [115200, 57600, 9600] as const;

/** Suprema UniFinger SFM modules over USB CDC or a UART. */
export const supremaSfmDriver: Driver<SupremaSfmSettings> = {
  id: 'suprema-sfm',
  displayName: 'Suprema UniFinger SFM',
  kind: 'FINGERPRINT_READER',
  link: 'serial',
  maturity: 'EXPERIMENTAL',
  source: 'Suprema, UF Protocol Manual and API Specification (sfm.supremainc.com)',
  // Its USB numbers are not public; serial converters of others must be named by hand.
  usb: [],
  protocol: () => ({ name: 'suprema-sfm' }),
  safeProbe: probeSfm,
  settings: supremaSfmSettings,
  lines: ({ baudRate }) => [
    { ...LINE_9600_8N1, baudRate },
    ...PROBE_SPEEDS.filter((speed) => speed !== baudRate).map((speed) => ({ ...LINE_9600_8N1, baudRate: speed })),
  ],
  connect: sfmSession,
};
