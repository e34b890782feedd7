import type { DeviceProblem } from '../../core/ports/device.ts';

/** Nobody is there, or nobody listens: for the booth a device server without its device is an absent device. */
const ABSENT = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNRESET',
]);

/** Why a connection could not be made; `detail` holds the system's words only. */
export function connectProblem(error: Error & { readonly code?: string }): DeviceProblem {
  const code = error.code ?? '';
  if (code === 'EACCES' || code === 'EPERM') return { code: 'DEVICE_PERMISSION', detail: error.message };
  return { code: ABSENT.has(code) ? 'DEVICE_ABSENT' : 'DEVICE_IO', detail: error.message };
}

/** No more than this is a device server's word on why it hangs up. */
export const LAST_WORDS_BYTES = 64;

/**
 * Why an open connection ended. `lastWords` is all that ever came over it, where that was little: ser2net says in one line
 * that another has the port ("Port already in use", "Port's device already in use") or that it is not there, and hangs up.
 */
export function endProblem(error: Error | null, lastWords: string): DeviceProblem {
  if (/^Port('s device)? already in use\r?\n$/.test(lastWords))
    return { code: 'DEVICE_BUSY_ELSEWHERE', detail: 'the device server says that the port is in use' };
  if (/^Port's device failed open\r?\n$/.test(lastWords))
    return { code: 'DEVICE_ABSENT', detail: 'the device server says that it cannot open the device' };
  return { code: 'DEVICE_UNPLUGGED', detail: error?.message ?? 'the device server ended the connection' };
}
