import type { Driver } from '../driver.ts';
import { framedSession } from './session.ts';
import { type FramedMrzSettings, framedMrzSettings } from './settings.ts';

/** Any serial MRZ reader that sends each read in a frame of its own and accepts no commands (CUTE and CUPPS style). */
export const framedMrzDriver: Driver<FramedMrzSettings> = {
  id: 'framed-mrz',
  displayName: 'Framed MRZ reader (configurable)',
  kind: 'MRZ_READER',
  link: 'serial',
  maturity: 'EXPERIMENTAL',
  source: 'CUTE miscellaneous-reader messages (SOD STX lines ETX EOD); the marks are configuration',
  usb: [],
  // It cannot be asked, so an unknown port cannot be recognised: named in the settings only.
  safeProbe: null,
  protocol: ({ format }) => ({ name: 'framed-mrz', options: { format } }),
  settings: framedMrzSettings,
  lines: ({ baudRate, dataBits, parity, stopBits }) => [{ baudRate, dataBits, parity, stopBits }],
  connect: framedSession,
};
