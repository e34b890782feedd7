import type { CaptureFailure } from '../../../core/ports/fingerprint_reader.ts';
import { SFM_FLAG, sfmFlagName } from '../../codec/suprema_sfm_message.ts';

const CODES: ReadonlyMap<number, CaptureFailure['code']> = new Map([
  [SFM_FLAG.SCAN_FAIL, 'QUALITY_LOW'],
  [SFM_FLAG.TRY_AGAIN, 'QUALITY_LOW'],
  [SFM_FLAG.TIME_OUT, 'CAPTURE_TIMEOUT'],
  [SFM_FLAG.TIMEOUT_MATCH, 'CAPTURE_TIMEOUT'],
  [SFM_FLAG.BUSY, 'CAPTURE_BUSY'],
  [SFM_FLAG.CANCELED, 'CAPTURE_CANCELLED'],
  [SFM_FLAG.DATA_ERROR, 'IMAGE_BROKEN'],
  [SFM_FLAG.FAKE_DETECTED, 'FAKE_FINGER'],
]);

/** Answers after which another one comes. */
const INTERMEDIATE: readonly number[] = [SFM_FLAG.SCAN_SUCCESS, SFM_FLAG.CONTINUE, SFM_FLAG.DATA_OK];

export function isIntermediate(flag: number): boolean {
  return INTERMEDIATE.includes(flag);
}

/**
 * What an error code means for a capture. All others (not supported, locked, memory, a user's rights ...) say that the
 * module will not do it, whatever the finger does.
 */
export function captureFailure(flag: number): CaptureFailure {
  return { code: CODES.get(flag) ?? 'DEVICE_REFUSED', detail: `the module answers ${sfmFlagName(flag)}` };
}
