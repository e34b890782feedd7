import { err, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import type { PcscTransport } from './transport.ts';

const NONE: DeviceProblem = { code: 'DEVICE_UNSUPPORTED', detail: 'smartcard is not installed' };

/** The names of the PC/SC readers there are. */
export async function listPcscReaders(): Promise<Result<readonly string[], DeviceProblem>> {
  return err(NONE);
}

/** Opens a PC/SC reader by its name. */
export async function openPcsc(_path: string, _clock: Clock): Promise<Result<PcscTransport, DeviceProblem>> {
  return err(NONE);
}
