import type { DeviceProblem, DeviceProblemCode } from '../../core/ports/device.ts';

/** The operating systems' words, as the HID library passes them on. */
const WORDS: readonly (readonly [RegExp, DeviceProblemCode])[] = [
  // First: a library that is not there is "no such file" as well.
  [/shared object|\.so[.\d]*:|no native build|ERR_DLOPEN/i, 'DEVICE_UNSUPPORTED'],
  [/no such file|no such device|ENOENT|ENXIO|ENODEV|cannot find/i, 'DEVICE_ABSENT'],
  [/resource busy|EBUSY|exclusive|sharing violation|being used by another/i, 'DEVICE_BUSY_ELSEWHERE'],
  [/permission denied|not permitted|access is denied|EACCES|EPERM/i, 'DEVICE_PERMISSION'],
];

/** Sorts a failure to open a HID device into absent, busy, forbidden, a library that does not load, or other. `detail` holds the system's words only. */
export function hidOpenProblem(error: unknown): DeviceProblem {
  const detail = wordsOf(error);
  return { code: WORDS.find(([words]) => words.test(detail))?.[1] ?? 'DEVICE_IO', detail };
}

/** What it means that an open device failed: it went away, or it refused one report and stays. */
export function hidIoProblem(error: unknown): DeviceProblem {
  const detail = wordsOf(error);
  const gone = /no such device|ENODEV|disconnected|not connected|input\/output error/i.test(detail);
  return { code: gone ? 'DEVICE_UNPLUGGED' : 'DEVICE_IO', detail };
}

function wordsOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  return typeof error === 'string' ? error : 'no reason given';
}
