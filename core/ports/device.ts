/** What stands at the lane. One word per place on the screen, whatever the model behind it. */
export type DeviceKind = 'MRZ_READER' | 'CHIP_READER' | 'CAMERA' | 'FINGERPRINT_READER' | 'GATE' | 'PRINTER';

/** `absent` = nobody plugged it in; `lost` = it was there and went away; `opening` = on its way back. */
export type DeviceState = 'absent' | 'opening' | 'ready' | 'busy' | 'lost' | 'failed' | 'closed';

/** Why a device is not ready; sentences live in resources/locales. */
export type DeviceProblemCode =
  | 'DEVICE_ABSENT'
  | 'DEVICE_BUSY_ELSEWHERE'
  | 'DEVICE_PERMISSION'
  | 'DEVICE_UNPLUGGED'
  | 'DEVICE_SILENT'
  | 'DEVICE_WRONG'
  | 'DEVICE_FRAME'
  | 'DEVICE_FLOOD'
  | 'DEVICE_REFUSED'
  | 'DEVICE_IO';

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
  readonly reads: number;
  /** Failures so far by code. */
  readonly failures: Readonly<Partial<Record<DeviceProblemCode, number>>>;
  readonly reconnects: number;
}
