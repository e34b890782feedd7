import type { Context } from 'smartcard';
import { err, ok, type Result } from '../../core/domain/result.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';

export type PcscLibrary = typeof import('smartcard');
export type { Card as PcscCard, Context as PcscContext, Reader as PcscReader } from 'smartcard';

const MISSING: DeviceProblem = {
  code: 'DEVICE_UNSUPPORTED',
  detail: 'the optional package smartcard is not there: install libpcsclite-dev, make and g++, then run npm ci again',
};

/** Loads the library, which is built where it is installed and may therefore be absent: DEVICE_UNSUPPORTED. */
export async function pcscLibrary(): Promise<Result<PcscLibrary, DeviceProblem>> {
  try {
    return ok(await import('smartcard'));
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    // It was built and finds no libpcsclite any more, or it is not there at all.
    if (/shared object|\.so[.\d]*:/.test(words))
      return err({ ...MISSING, detail: `smartcard does not load: ${words}` });
    return err(MISSING);
  }
}

/** Joins the PC/SC service: DEVICE_UNSUPPORTED while it does not run. */
export function pcscContext(library: PcscLibrary): Result<Context, DeviceProblem> {
  try {
    return ok(new library.Context());
  } catch (error) {
    return err(pcscProblem(error));
  }
}

/** The service's words as the library gives them; the library keeps no codes. */
const WORDS: readonly (readonly [RegExp, DeviceProblem['code']])[] = [
  [/service not running|service stopped/i, 'DEVICE_UNSUPPORTED'],
  [/sharing violation/i, 'DEVICE_BUSY_ELSEWHERE'],
  [/no smart card|no readers|unknown reader|reader unavailable/i, 'DEVICE_ABSENT'],
  [/was removed|was reset|unpowered|invalid handle|not connected/i, 'DEVICE_UNPLUGGED'],
  [/unresponsive|timed out/i, 'DEVICE_SILENT'],
];

/** Sorts a failure of PC/SC. */
export function pcscProblem(error: unknown): DeviceProblem {
  const words = error instanceof Error ? error.message : 'no reason given';
  const code = WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'DEVICE_IO';
  if (code === 'DEVICE_UNSUPPORTED')
    return { code, detail: 'the PC/SC service pcscd does not run: start pcscd.socket' };
  return { code, detail: words };
}
