import type { SelfTestStep } from '../../domain/maintenance/self_test.ts';
import type { DeviceHealth, DeviceKind } from '../../ports/device.ts';
import type { LaneDevices } from '../../ports/lane_devices.ts';
import type { Signal } from '../../ports/signal_light.ts';

export type LaneStep = SelfTestStep<DeviceKind>;

/** Every signal a person looks at, the lane's own last. */
export const SIGNALS: readonly Signal[] = ['READY', 'BUSY', 'PASS', 'CALL_OFFICER', 'CLOSED'];

const BLANK = { measured: null, result: 'NOT_PERFORMED', reason: null } as const;

function laneStep(step: string, expected: string): LaneStep {
  return { id: step, device: null, kind: null, driver: null, step, act: 'NONE', expected, ...BLANK };
}

function stepOf(device: DeviceHealth, step: string, act: LaneStep['act'], expected: string): LaneStep {
  const { name, kind, driver } = device;
  return { id: `${name}/${step}`, device: name, kind, driver, step, act, expected, ...BLANK };
}

/** The questions that a driver asks by itself, and then the one act that a person does with the device. */
function stepsOf(device: DeviceHealth, guided: boolean): LaneStep[] {
  const questions = stepOf(device, 'device.questions', 'NONE', 'every question answered');
  return guided ? [questions, ...guidedSteps(device)] : [questions];
}

function guidedSteps(device: DeviceHealth): LaneStep[] {
  switch (device.kind) {
    case 'MRZ_READER':
      return [stepOf(device, 'guide.specimen', 'LAY_SPECIMEN', 'UTO specimen, every check digit right')];
    case 'CODE_SCANNER':
      return [stepOf(device, 'guide.code', 'SCAN_CODE', 'one code read')];
    case 'FINGERPRINT_READER':
      return [stepOf(device, 'guide.finger', 'PUT_FINGER', 'one picture, its quality told')];
    case 'CHIP_READER':
      return [stepOf(device, 'guide.chip', 'LAY_CHIP', 'a chip noticed')];
    case 'SIGNAL_LIGHT':
      return SIGNALS.map((signal) => stepOf(device, `guide.light.${signal}`, 'LOOK_AT_LIGHT', signal));
    case 'GATE':
      return [stepOf(device, 'guide.gate', 'WATCH_GATE', 'one release, the door opens and closes')];
    default:
      return [];
  }
}

/** The whole test of a lane. Acts are guided for the devices the lane uses: the first of each kind. */
export function laneSteps(devices: LaneDevices): LaneStep[] {
  const health = devices.health();
  const used = (device: DeviceHealth): boolean => health.find(({ kind }) => kind === device.kind) === device;
  return [
    laneStep('lane.devices', `${health.length} ready`),
    laneStep('lane.clock', 'not before the last journal entry'),
    ...health.flatMap((device) => stepsOf(device, used(device))),
  ];
}
