import type { DriverView, FoundDevice, OptionField } from '../../contract/technician_view.ts';
import type { Asked, DeviceSettings, Profile, Replayed } from '../technician/page.ts';
import { NOW } from './base_views.ts';

const option = (path: string, changed: Partial<OptionField> = {}): OptionField => ({
  path,
  type: 'number',
  choices: [],
  min: 10,
  max: 60_000,
  default: '1000',
  ...changed,
});
const ID_BOX: DriverView = {
  id: 'elyctis-idbox',
  model: 'Elyctis ID BOX One',
  kind: 'MRZ_READER',
  link: 'serial',
  maturity: 'EXPERIMENTAL',
  source: 'Elyctis, ID BOX programmer’s manual',
  canProbe: true,
  hasSimulator: true,
  options: [
    option('baudRate', { type: 'choice', choices: ['9600', '115200'], default: '9600', min: null, max: null }),
    option('quietMs', { default: '100' }),
    option('responseTimeoutMs'),
    option('heartbeatMs'),
    option('missedBeats', { min: 1, max: 10, default: '2' }),
    option('interByteMs', { default: '50' }),
  ],
};
export const DRIVERS: readonly DriverView[] = [
  ID_BOX,
  {
    ...ID_BOX,
    id: 'framed-mrz',
    model: 'Framed reader',
    options: [
      option('parity', { type: 'choice', choices: ['none', 'even'], default: '"none"', min: null, max: null }),
      option('format.stx', { type: 'bytes', default: '[2]', min: null, max: null }),
      option('format.aimId', { type: 'switch', default: 'true', min: null, max: null }),
      option('format.charErrorMarker', { type: 'json', default: '[]', min: null, max: null }),
    ],
  },
];
/** The same with a driver for every device of {@link ROWS}. */
export const ALL_DRIVERS: readonly DriverView[] = [
  ...DRIVERS,
  ...['pcsc', 'zfm', 'access-is', 'modbus-gate', 'patlite'].map((id) => ({ ...ID_BOX, id })),
];
export const SETTINGS: readonly DeviceSettings[] = [
  {
    name: 'document-reader',
    driver: 'elyctis-idbox',
    usb: { vendorId: '2b78', productId: '0005', serialNumber: 'IB-000417' },
    options: {},
  },
  { name: 'second-reader', driver: 'framed-mrz', path: '/dev/serial/by-id/framed', options: {} },
];
/** The same with two fields changed. */
export const DRAFT: readonly DeviceSettings[] = SETTINGS.map((one, place) =>
  place === 0 ? { ...one, options: { baudRate: 115_200, quietMs: 200 } } : one,
);

export const FOUND: readonly FoundDevice[] = [
  {
    link: 'serial',
    port: '/dev/ttyACM0',
    vendorId: '2b78',
    productId: '0005',
    serialNumber: 'IB-000417',
    product: 'ID BOX One',
    matches: [{ driver: 'elyctis-idbox', strength: 'EXACT' }],
    usedBy: 'document-reader',
  },
  {
    link: 'serial',
    port: '/dev/ttyACM2',
    vendorId: '2b78',
    productId: '0005',
    serialNumber: 'IB-000902',
    product: 'ID BOX One',
    matches: [{ driver: 'elyctis-idbox', strength: 'EXACT' }],
    usedBy: null,
  },
  {
    link: 'serial',
    port: '/dev/ttyUSB3',
    vendorId: '10c4',
    productId: 'ea60',
    serialNumber: null,
    product: 'CP2102 USB to UART Bridge Controller with a long product name',
    matches: [{ driver: 'framed-mrz', strength: 'WEAK' }],
    usedBy: null,
  },
  {
    link: 'hid',
    port: '/dev/hidraw4',
    vendorId: 'ffff',
    productId: '0035',
    serialNumber: null,
    product: null,
    matches: [],
    usedBy: null,
  },
];

export const ASKED: Asked = {
  steps: [
    { step: 'firmware-version', ok: true, detail: 'IDBOX 1.7.2' },
    { step: 'serial-number', ok: true, detail: 'IB-000417-of-a-rather-long-serial-number-0000-0000' },
    { step: 'ocr-version', ok: false, detail: 'no answer' },
  ],
};
export const REPLAYED: Replayed = { same: true, sent: 41, heard: 171, differsAt: null, expected: null, said: null };
export const REPLAYED_OTHERWISE: Replayed = {
  ...REPLAYED,
  same: false,
  differsAt: 12,
  expected: 'get-firmware-version',
  said: 'continuous on=true',
};
export const PROFILE: Profile = {
  lane: 'A08',
  signedBy: 'booth A08, key 4f1c 22a0',
  trusted: false,
  madeAt: NOW,
  changes: [
    { device: 'document-reader', kind: 'CHANGED', path: 'options.baudRate', from: '9600', to: '115200' },
    { device: 'second-reader', kind: 'REMOVED', path: '', from: 'framed-mrz', to: null },
  ],
  devices: [...SETTINGS],
};
