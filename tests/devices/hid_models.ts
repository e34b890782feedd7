import type { DeviceProblemCode } from '../../core/ports/device.ts';
import { type HidDescription, PLAIN_DESCRIPTOR } from './hid_bed/description.ts';

/** One model of HID device, what the system sees of it, and how it is put through every way of failing. */
export interface HidModel {
  readonly driver: string;
  readonly options: Record<string, unknown>;
  readonly description: HidDescription;
  /** It says something that can be spoilt: input reports, or a feature report. */
  readonly speaks: boolean;
  /** What silence is called; READY where it speaks only when it has something to say, or never. */
  readonly silent: DeviceProblemCode | 'READY';
  /** Whether it can be told from another device with its numbers. */
  readonly known: boolean;
}

const hex = (text: string): string => text.replaceAll(' ', '');

/** Report 1, a feature report of seven bytes. */
const LAMP_DESCRIPTOR = hex('0600FF 0901 A101 8501 1500 26FF00 7508 9507 0901 B102 C0');
/** Usage page 8C, scanner: input report 2 of 63 bytes, feature report 254 of one. */
const SCANNER_DESCRIPTOR = hex('058C 0902 A101 8502 1500 26FF00 7508 953F 09FE 8102 85FE 9501 09FF B102 C0');

export const HID_MODELS: readonly HidModel[] = [
  {
    driver: 'dcttech-relay',
    options: { pulseMs: 200, heartbeatMs: 100, missedBeats: 2 },
    description: {
      vendorId: '16c0',
      productId: '05df',
      manufacturer: 'www.dcttech.com',
      product: 'USBRelay2',
      reportDescriptor: PLAIN_DESCRIPTOR,
      featureWithoutId: true,
    },
    speaks: true,
    silent: 'DEVICE_SILENT',
    known: true,
  },
  {
    driver: 'blink1',
    options: { watchdogMs: 600, fadeMs: 0, missedBeats: 3 },
    description: {
      vendorId: '27b8',
      productId: '01ed',
      manufacturer: 'ThingM',
      product: 'blink(1) mk2',
      serialNumber: '2000ABCD',
      reportDescriptor: LAMP_DESCRIPTOR,
    },
    speaks: true,
    silent: 'DEVICE_SILENT',
    known: true,
  },
  {
    driver: 'patlite',
    options: { heartbeatMs: 100 },
    description: { vendorId: '191a', productId: '6001', product: 'NE-USB', reportDescriptor: PLAIN_DESCRIPTOR },
    speaks: false,
    silent: 'READY',
    known: false,
  },
  {
    driver: 'hid-pos-scanner',
    options: { interByteMs: 200 },
    description: {
      vendorId: '0c2e',
      productId: '0b87',
      product: 'Hand scanner',
      serialNumber: 'S-17',
      reportDescriptor: SCANNER_DESCRIPTOR,
    },
    speaks: true,
    silent: 'READY',
    known: true,
  },
];
