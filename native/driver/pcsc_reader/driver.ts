import type { Driver } from '../driver.ts';
import { pcscSession } from './session.ts';
import { type PcscReaderSettings, pcscReaderSettings } from './settings.ts';

/** Any reader of contactless chips that the PC/SC service of the system knows (USB CCID). */
export const pcscReaderDriver: Driver<PcscReaderSettings, 'pcsc'> = {
  id: 'pcsc-reader',
  displayName: 'Chip reader (PC/SC)',
  kind: 'CHIP_READER',
  link: 'pcsc',
  maturity: 'EXPERIMENTAL',
  source: 'PC/SC Workgroup, Interoperability Specification 2.01.14 parts 3 and 5; ISO/IEC 7816-4',
  // The service knows the readers; they are named, not numbered.
  usb: [],
  protocol: () => ({ name: 'emrtd-apdu' }),
  // Readers are listed by the service, so there is no port to ask.
  safeProbe: null,
  settings: pcscReaderSettings,
  lines: null,
  connect: pcscSession,
};
