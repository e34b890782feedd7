import type { DeviceRow, SelfTestStepView } from '../../contract/technician_view.ts';
import type { Look } from '../ui/status.ts';

/** Shape and tone of a device's condition. Grey is never "fine": a simulated or unheard device has its own shape. */
export const LOOK_OF_CONDITION: Record<DeviceRow['condition'], Look> = {
  GOOD: { glyph: 'passed', tone: 'ok' },
  DEGRADED: { glyph: 'to-resolve', tone: 'warn' },
  DISCONNECTED: { glyph: 'blocking', tone: 'block' },
  FAILED: { glyph: 'failed', tone: 'block' },
  ABSENT: { glyph: 'blocking', tone: 'block' },
  NO_DATA: { glyph: 'not-performed', tone: 'quiet' },
  SIMULATED: { glyph: 'not-supported', tone: 'quiet' },
};

export const LOOK_OF_STEP: Record<SelfTestStepView['result'], Look> = {
  NOT_PERFORMED: { glyph: 'not-performed', tone: 'quiet' },
  RUNNING: { glyph: 'running', tone: 'run' },
  PASSED: { glyph: 'passed', tone: 'ok' },
  FAILED: { glyph: 'failed', tone: 'block' },
  SKIPPED: { glyph: 'aborted', tone: 'quiet' },
  NOT_SUPPORTED: { glyph: 'not-supported', tone: 'quiet' },
};

const WORST_FIRST: readonly DeviceRow['condition'][] = [
  'FAILED',
  'DISCONNECTED',
  'ABSENT',
  'NO_DATA',
  'DEGRADED',
  'SIMULATED',
];

/** The device to look at first, or null when every one is good. Of equals the first in the lane. */
export function worstOf(devices: readonly DeviceRow[]): DeviceRow | null {
  for (const condition of WORST_FIRST) {
    const found = devices.find((device) => device.condition === condition);
    if (found !== undefined) return found;
  }
  return null;
}

const KNOWN_PROBLEMS = [
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
  'DEVICE_UNSUPPORTED',
  'DEVICE_HOST_CRASHED',
] as const;

/** The name under which a problem has its sentences; what is not known says so and shows its code. */
export function problemName(code: string): (typeof KNOWN_PROBLEMS)[number] | 'OTHER' {
  return KNOWN_PROBLEMS.find((known) => known === code) ?? 'OTHER';
}
