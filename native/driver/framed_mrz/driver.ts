import type { Driver } from '../driver.ts';
import { probeFramed } from './probe.ts';
import { framedSession } from './session.ts';
import { type FramedMrzSettings, framedMrzSettings } from './settings.ts';

/** Any serial MRZ reader that sends each read in a frame of its own: CUTE and CUPPS style, swipe readers, imagers with OCR. */
export const framedMrzDriver: Driver<FramedMrzSettings> = {
  id: 'framed-mrz',
  displayName: 'Framed MRZ reader (configurable)',
  kind: 'MRZ_READER',
  link: 'serial',
  maturity: 'EXPERIMENTAL',
  source:
    'CUTE miscellaneous-reader messages (SOD STX lines ETX EOD); 3M RTE6701-OEM Integration Manual 1.03; Newland NLS user ' +
    'manuals (unified commands); Honeywell Xenon/Granit User Guide (menu commands)',
  usb: [],
  // Readers that only speak cannot be recognised: they are named in the settings only.
  safeProbe: probeFramed,
  protocol: ({ preset, bcc, format, commands }) =>
    preset === 'rte-native'
      ? { name: 'rte-native', options: { bcc } }
      : { name: 'framed-mrz', options: { format, commands } },
  settings: framedMrzSettings,
  lines: ({ baudRate, dataBits, parity, stopBits }) => [{ baudRate, dataBits, parity, stopBits }],
  connect: framedSession,
};
