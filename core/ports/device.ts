/** What stands at the lane. One word per place on the screen, whatever the model behind it. */
export const DEVICE_KINDS = [
  'MRZ_READER',
  'CHIP_READER',
  'CODE_SCANNER',
  'CAMERA',
  'FINGERPRINT_READER',
  'GATE',
  'SIGNAL_LIGHT',
  'PRINTER',
] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** `absent` = nobody plugged it in; `lost` = it was there and went away; `opening` = on its way back. */
export const DEVICE_STATES = ['absent', 'opening', 'ready', 'busy', 'lost', 'failed', 'closed'] as const;
export type DeviceState = (typeof DEVICE_STATES)[number];

/** Why a device is not ready; sentences live in resources/locales. */
export const DEVICE_PROBLEMS = [
  'DEVICE_ABSENT',
  'DEVICE_BUSY_ELSEWHERE',
  'DEVICE_PERMISSION',
  'DEVICE_UNPLUGGED',
  'DEVICE_SILENT',
  'DEVICE_WRONG',
  'DEVICE_FRAME',
  'DEVICE_FLOOD',
  'DEVICE_REFUSED',
  'DEVICE_IO',
  /** A part that this device needs is not installed on this machine (a native library, a service). */
  'DEVICE_UNSUPPORTED',
  /** The process that holds the native code ended; it is started again by itself. */
  'DEVICE_HOST_CRASHED',
] as const;
export type DeviceProblemCode = (typeof DEVICE_PROBLEMS)[number];

export interface DeviceProblem {
  readonly code: DeviceProblemCode;
  /** For the technician's log; never holds traveller data. */
  readonly detail: string;
}

/** The health of one device, as shown on screens. Holds no traveller data. */
export interface DeviceHealth {
  readonly name: string;
  readonly kind: DeviceKind;
  readonly driver: string;
  readonly state: DeviceState;
  /** Wall time in milliseconds at which `state` began. */
  readonly since: number;
  readonly problem: DeviceProblem | null;
  readonly firmware: string | null;
  /** Where it is, or was last: a port's path, an address, a reader's name. Null before the first connection. */
  readonly port: string | null;
  readonly serialNumber: string | null;
  /** A software device in its place. */
  readonly simulated: boolean;
  /** Wall time of the last bytes or report that came from it. */
  readonly lastHeardAt: number | null;
  readonly reads: number;
  /** Failures so far by code. */
  readonly failures: Readonly<Partial<Record<DeviceProblemCode, number>>>;
  /** Failures in each of the last 24 hours of wall time, oldest first; the last is the hour that runs now. */
  readonly failuresByHour: readonly number[];
  readonly reconnects: number;
  /** 95th percentile in ms of the last 200 of each act: `connect`, `heartbeat`, `read`, `capture`, `release` ... */
  readonly p95Ms: Readonly<Record<string, number>>;
  /** Lifetime counters by name, kept over restarts: `reads`, `releases`, `captures`, `connects`. */
  readonly wear: Readonly<Record<string, number>>;
}
