import { expect, it } from 'vitest';
import { SFM_FLAG } from '../../codec/suprema_sfm_message.ts';
import { captureFailure, isIntermediate } from './capture_failure.ts';

it('names every error code of a module, so that an officer is told what to do', () => {
  const { SUCCESS, ...others } = SFM_FLAG;
  const final = Object.entries(others).filter(([, flag]) => !isIntermediate(flag));
  expect(Object.fromEntries(final.map(([name, flag]) => [name, captureFailure(flag).code]))).toEqual({
    SCAN_FAIL: 'QUALITY_LOW',
    NOT_FOUND: 'DEVICE_REFUSED',
    NOT_MATCH: 'DEVICE_REFUSED',
    TRY_AGAIN: 'QUALITY_LOW',
    TIME_OUT: 'CAPTURE_TIMEOUT',
    MEM_FULL: 'DEVICE_REFUSED',
    EXIST_ID: 'DEVICE_REFUSED',
    FINGER_LIMIT: 'DEVICE_REFUSED',
    UNSUPPORTED: 'DEVICE_REFUSED',
    INVALID_ID: 'DEVICE_REFUSED',
    TIMEOUT_MATCH: 'CAPTURE_TIMEOUT',
    INVALID_FIRMWARE: 'DEVICE_REFUSED',
    BUSY: 'CAPTURE_BUSY',
    CANCELED: 'CAPTURE_CANCELLED',
    DATA_ERROR: 'IMAGE_BROKEN',
    EXIST_FINGER: 'DEVICE_REFUSED',
    REJECTED_ID: 'DEVICE_REFUSED',
    DURESS_FINGER: 'DEVICE_REFUSED',
    ACCESS_NOT_GRANTED: 'DEVICE_REFUSED',
    EXCEED_ENTRANCE_LIMIT: 'DEVICE_REFUSED',
    CARD_ERROR: 'DEVICE_REFUSED',
    LOCKED: 'DEVICE_REFUSED',
    NO_SERIAL_NUMBER: 'DEVICE_REFUSED',
    RECOVERY_MODE: 'DEVICE_REFUSED',
    FAKE_DETECTED: 'FAKE_FINGER',
  });
  expect(captureFailure(0x99)).toEqual({ code: 'DEVICE_REFUSED', detail: 'the module answers 0x99' });
  expect(captureFailure(SFM_FLAG.LOCKED).detail).toBe('the module answers LOCKED');
});
