import type { DeviceProblem, DeviceProblemCode } from '../../core/ports/device.ts';

/** The operating systems' words, as the serial library passes them on (it gives no code when opening). */
const WORDS: readonly (readonly [RegExp, DeviceProblemCode])[] = [
  [/no such file|no such device|file not found|ENOENT|ENXIO|ENODEV/i, 'DEVICE_ABSENT'],
  [/cannot lock port|resource busy|EBUSY|access denied/i, 'DEVICE_BUSY_ELSEWHERE'],
  [/permission denied|operation not permitted|EACCES|EPERM/i, 'DEVICE_PERMISSION'],
];

/** Sorts a failure to open a port into absent, busy, forbidden or other. `detail` holds the system's words only. */
export function openProblem(error: Error): DeviceProblem {
  const code = WORDS.find(([words]) => words.test(error.message))?.[1] ?? 'DEVICE_IO';
  // The library writes "Error: " in front of the system's words.
  return { code, detail: error.message.replace(/^Error: /, '') };
}

/** A port that was open and failed: the device went away, or its line did. */
export function lossProblem(error: Error | null): DeviceProblem {
  return { code: 'DEVICE_UNPLUGGED', detail: error?.message ?? 'the port closed' };
}
