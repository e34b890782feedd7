import type { CaptureFailure } from '../../../core/ports/fingerprint_reader.ts';
import { ZFM_CONFIRMATION, zfmCommandName } from '../../codec/zfm_message.ts';

const CODES: ReadonlyMap<number, CaptureFailure['code']> = new Map([
  [ZFM_CONFIRMATION.RECEIVE_ERROR, 'DEVICE_FRAME'],
  [ZFM_CONFIRMATION.NO_FINGER, 'CAPTURE_TIMEOUT'],
  [ZFM_CONFIRMATION.CAPTURE_FAILED, 'QUALITY_LOW'],
  [ZFM_CONFIRMATION.TOO_MESSY, 'QUALITY_LOW'],
  [ZFM_CONFIRMATION.TOO_FEW_FEATURES, 'QUALITY_LOW'],
  [ZFM_CONFIRMATION.NO_IMAGE, 'IMAGE_BROKEN'],
]);

/** What a confirmation code means for who wanted a picture; those not listed say that the module will not or cannot. */
export function captureFailure(command: number, code: number): CaptureFailure {
  const detail = `${zfmCommandName(command)} is answered with code 0x${code.toString(16).padStart(2, '0')}`;
  return { code: CODES.get(code) ?? 'DEVICE_REFUSED', detail };
}
