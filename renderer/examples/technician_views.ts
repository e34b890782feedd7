import type { DeviceRow, LogEntry, TechnicianView, TrialView } from '../../contract/technician_view.ts';
import { NOW, REST } from './base_views.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const calm: readonly number[] = [0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const row = (place: number, changed: Partial<DeviceRow>): DeviceRow => ({
  place,
  name: 'reader',
  kind: 'MRZ_READER',
  driver: 'elyctis-idbox',
  model: 'Elyctis ID BOX One',
  maturity: 'EXPERIMENTAL',
  link: 'serial',
  port: '/dev/ttyACM0',
  serialNumber: 'IB-000417',
  firmware: 'IDBOX 1.7.2',
  simulated: false,
  state: 'ready',
  condition: 'GOOD',
  since: NOW - 9 * HOUR,
  problem: null,
  lastHeardAt: NOW - SECOND,
  reads: 1_412,
  reconnects: 1,
  failures: {},
  failuresByHour: [...calm],
  p95Ms: { connect: 412, heartbeat: 7, read: 1_180 },
  wear: { reads: 48_211, connects: 212 },
  sensor: null,
  ...changed,
});

export const ROWS: readonly DeviceRow[] = [
  row(1, { name: 'document-reader' }),
  row(2, {
    name: 'chip',
    kind: 'CHIP_READER',
    driver: 'pcsc',
    model: 'PC/SC reader',
    link: 'pcsc',
    port: 'Reader 00 00',
    firmware: null,
  }),
  row(3, {
    name: 'finger',
    kind: 'FINGERPRINT_READER',
    driver: 'zfm',
    model: 'R503',
    port: '/dev/ttyUSB0',
    condition: 'DEGRADED',
    problem: { code: 'DEVICE_FRAME', detail: 'wrong checksum, 17 today' },
    failures: { DEVICE_FRAME: 17 },
    failuresByHour: [0, 0, 1, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 3, 1, 0, 0, 2, 1, 0, 2, 1, 3],
    sensor: { resolutionDpi: 508, depthBits: 4, obstacles: ['DEPTH_BELOW_8'] },
    p95Ms: { connect: 960, capture: 3_500 },
    wear: { captures: 8_120 },
  }),
  row(4, {
    name: 'scanner',
    kind: 'CODE_SCANNER',
    driver: 'access-is',
    model: 'LSR110',
    port: '/dev/ttyACM1',
    condition: 'DISCONNECTED',
    state: 'lost',
    since: NOW - 16 * MINUTE,
    problem: { code: 'DEVICE_UNPLUGGED', detail: 'port gone, tried again 38 times' },
    lastHeardAt: NOW - 16 * MINUTE,
    failures: { DEVICE_UNPLUGGED: 1, DEVICE_SILENT: 40 },
    failuresByHour: [0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 0, 0, 1, 0, 16, 17],
  }),
  row(5, {
    name: 'gate',
    kind: 'GATE',
    driver: 'modbus-gate',
    model: 'Modbus RTU relay board',
    port: '/dev/ttyS1',
    condition: 'NO_DATA',
    lastHeardAt: NOW - 9 * SECOND,
    wear: { releases: 182_004 },
    p95Ms: { release: 640 },
  }),
  row(6, {
    name: 'light',
    kind: 'SIGNAL_LIGHT',
    driver: 'patlite',
    model: 'LR6-USB',
    link: 'hid',
    port: 'hid:191a:8003',
    condition: 'SIMULATED',
    simulated: true,
    lastHeardAt: null,
  }),
];

/** Every device good. */
export const GOOD_ROWS: readonly DeviceRow[] = ROWS.map((one) => ({
  ...one,
  condition: 'GOOD' as const,
  state: 'ready' as const,
  simulated: false,
  problem: null,
  lastHeardAt: NOW - SECOND,
}));

const LONG = 'document-reader-at-the-counter-of-the-second-hall-behind-column-4';
/** The longest names, the most devices. */
export const LONG_ROWS: readonly DeviceRow[] = [
  ...ROWS,
  row(7, {
    name: LONG.slice(0, 64),
    model: 'Configurable framed reader behind a 4-port device server, second edition',
    driver: 'framed-mrz-behind-a-device-server',
    port: 'tcp://device-server.hall-2.border.example:4001',
    serialNumber: 'SERIAL-0000-0000-0000-0000-0000-000417',
    firmware: 'Version 12.04.000-rc1 of 2026-11-02, build 7712',
    condition: 'FAILED',
    state: 'failed',
    problem: { code: 'DEVICE_WRONG', detail: 'answered as another model: firmware "XYZ-1234567890-ABCDEFGHIJ"' },
  }),
  row(8, {
    name: 'second-gate',
    kind: 'GATE',
    driver: 'dcttech',
    model: 'USBRelay2',
    link: 'hid',
    condition: 'ABSENT',
  }),
  row(9, { name: 'second-light', kind: 'SIGNAL_LIGHT', driver: 'blink1', model: 'blink(1) mk3', link: 'hid' }),
  row(10, { name: 'face', kind: 'CAMERA', driver: 'uvc', model: 'Camera' }),
  row(11, { name: 'printer', kind: 'PRINTER', driver: 'printer', model: 'Printer' }),
];

export const LANE: TechnicianView = {
  now: NOW,
  version: '0.1.0',
  lane: REST.lane,
  technician: { number: '0901', displayName: 'Đỗ Văn Kỹ', lastLoginAt: NOW - 20 * HOUR },
  posture: 'NORMAL',
  connection: { state: 'ONLINE', since: NOW - HOUR },
  service: { open: false, since: NOW - 20 * MINUTE, by: '0901', reason: 'Thay cáp' },
  devices: [...ROWS],
  trial: null,
  selfTest: null,
  recordings: [
    {
      id: '7b0e4a0e-2f3a-4c44-9f0e-3a3b7f3e2a11',
      device: 'document-reader',
      driver: 'elyctis-idbox',
      startedAt: NOW - 2 * HOUR,
      endedAt: NOW - 2 * HOUR + MINUTE,
      entries: 212,
    },
  ],
  clearanceOpen: false,
};

export const TRIAL: TrialView = {
  id: '2c3f9b8a-9a51-4b7e-8a42-4c5f27e6f001',
  by: '0901',
  since: NOW - 11 * SECOND,
  until: NOW + 19 * SECOND,
  extended: false,
  changes: [
    { device: 'document-reader', kind: 'CHANGED', path: 'options.baudRate', from: '9600', to: '115200' },
    { device: 'document-reader', kind: 'CHANGED', path: 'options.quietMs', from: '100', to: '200' },
  ],
  evidence: [{ device: 'document-reader', state: 'opening', problem: null, beats: 0, faults: 0, reads: 0 }],
  waitingFor: 'DEVICE_NOT_READY',
};
export const KEEPABLE: TrialView = {
  ...TRIAL,
  extended: true,
  until: NOW + 41 * SECOND,
  evidence: [{ device: 'document-reader', state: 'ready', problem: null, beats: 11, faults: 0, reads: 1 }],
  waitingFor: null,
};

const entry = (seq: number, event: string, text: string): LogEntry => ({
  seq,
  at: NOW - (500 - seq) * 7 * MINUTE,
  by: seq % 3 === 0 ? 'system' : '0901',
  event,
  text,
});
export const LOG: readonly LogEntry[] = [
  entry(
    499,
    'SETTINGS_TRIED',
    '{"changes":[{"device":"document-reader","from":"9600","path":"options.baudRate","to":"115200"}]}',
  ),
  entry(490, 'SERVICE_SWITCHED', '{"open":false,"reason":"Thay cáp máy đọc"}'),
  entry(471, 'DEVICE_STATE', '{"device":"scanner","problem":"DEVICE_UNPLUGGED","state":"lost"}'),
  entry(470, 'MAINTENANCE_NOTE', `Ghi chú mẫu ${'rất dài '.repeat(20)}`),
  entry(412, 'SETTINGS_KEPT', 'document-reader options.quietMs 50 → 100'),
];
