import { ANY_PRODUCT, type Driver } from '../driver.ts';
import { hidPosScannerSession } from './session.ts';
import { type HidPosScannerSettings, hidPosScannerSettings } from './settings.ts';

/** USB HID usage tables: bar code scanners. */
const SCANNER_PAGE = 0x8c;

/** Bar code scanners of any make that deliver by HID POS reports. */
export const hidPosScannerDriver: Driver<HidPosScannerSettings, 'hid'> = {
  id: 'hid-pos-scanner',
  displayName: 'Bar code scanner, USB HID POS',
  kind: 'CODE_SCANNER',
  link: 'hid',
  maturity: 'EXPERIMENTAL',
  source:
    'USB-IF, HID Point of Sale Usage Tables 1.02; places within the report: the public library WebHidBarcodeScanner',
  // Honeywell, Youjie, Zebra, Datalogic; a scanner of another maker is named by its numbers.
  usb: ['0c2e', '23d0', '05e0', '05f9'].map((vendorId) => ({
    vendorId,
    productId: ANY_PRODUCT,
    usagePage: SCANNER_PAGE,
  })),
  protocol: () => ({ name: 'hid-pos-barcode' }),
  // Known by its usage page; it cannot be asked.
  safeProbe: null,
  settings: hidPosScannerSettings,
  lines: null,
  connect: hidPosScannerSession,
};
