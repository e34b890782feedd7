import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { CaptureFailure, FingerHint } from '../../../core/ports/fingerprint_reader.ts';
import { ILV, ILV_PART, type IlvMessage, readIlvs } from '../../codec/morphosmart_ilv.ts';
import { type MorphoImage, readImage } from '../../codec/morphosmart_image.ts';
import { STATUS } from './commands.ts';

const RESULT_OK = 0;
const FAILED_RESULTS: ReadonlyMap<number, CaptureFailure> = new Map([
  [3, { code: 'LATENT_PRINT', detail: 'a print was left on the sensor' }],
  [6, { code: 'QUALITY_LOW', detail: 'bad finger or picture' }],
  [0x22, { code: 'FAKE_FINGER', detail: 'false finger detected' }],
  [0x23, { code: 'SENSOR_DIRTY', detail: 'finger or sensor too moist' }],
]);
const FAILED_STATUS: ReadonlyMap<number, CaptureFailure> = new Map([
  [STATUS.timeout, { code: 'CAPTURE_TIMEOUT', detail: 'no finger in time' }],
  [STATUS.aborted, { code: 'CAPTURE_CANCELLED', detail: 'the device gave the capture up' }],
  [STATUS.fakeFinger, { code: 'FAKE_FINGER', detail: 'false finger detected' }],
  [STATUS.moistFinger, { code: 'SENSOR_DIRTY', detail: 'finger or sensor too moist' }],
  [STATUS.commandInProgress, { code: 'CAPTURE_BUSY', detail: 'another command is in progress' }],
  [STATUS.bioInProgress, { code: 'CAPTURE_BUSY', detail: 'another capture is in progress' }],
  [STATUS.locked, { code: 'DEVICE_REFUSED', detail: 'the device is locked to another application' }],
]);

/** What an answer to ENROLL says: a picture, or why there is none. */
export function outcomeOf({ id, value }: IlvMessage): Result<MorphoImage, CaptureFailure> {
  if (id === ILV.invalid) return err({ code: 'DEVICE_REFUSED', detail: 'the device does not know the command' });
  const [status = STATUS.badParameter, result = RESULT_OK] = value;
  if (status !== STATUS.ok) return err(FAILED_STATUS.get(status) ?? refused('status', status));
  if (result !== RESULT_OK) return err(FAILED_RESULTS.get(result) ?? refused('result', result));
  const image = readIlvs(value, 6)?.find((part) => part.id === ILV_PART.image);
  const read = image === undefined ? 'no picture in the answer' : readImage(image.value);
  if (typeof read === 'string') return err({ code: 'IMAGE_BROKEN', detail: read });
  // Below this it would be no picture of ridges, and a resolution of 0 is none.
  if (read.dpiX < 100 || read.dpiY < 100)
    return err({ code: 'IMAGE_BROKEN', detail: `${read.dpiX} x ${read.dpiY} dpi` });
  return ok(read);
}

function refused(what: string, number: number): CaptureFailure {
  return { code: 'DEVICE_REFUSED', detail: `${what} ${number.toString(16).padStart(2, '0').toUpperCase()}` };
}

/** An asynchronous message of a few bytes; null for all others. */
export function noteOf({ value }: IlvMessage): { readonly kind: 'command' | 'quality'; readonly value: number } | null {
  const part = value[0] === STATUS.ok ? readIlvs(value, 1)?.[0] : undefined;
  const [note] = part?.value ?? [];
  if (note === undefined) return null;
  if (part?.id === 0x01) return { kind: 'command', value: note };
  return part?.id === 0x40 ? { kind: 'quality', value: note } : null;
}

/** Finger commands of asynchronous messages (7.4.2.1; 9 "finger detected" was seen on a CBM and is in no manual). */
export const HINTS: ReadonlyMap<number, FingerHint> = new Map<number, FingerHint>([
  [0, 'PLACE'],
  [1, 'MOVE_UP'],
  [2, 'MOVE_DOWN'],
  [3, 'MOVE_LEFT'],
  [4, 'MOVE_RIGHT'],
  [5, 'PRESS_HARDER'],
  [6, 'REMOVE'],
  [7, 'REMOVE'],
  [8, 'REMOVE'],
  [9, 'HOLD'],
]);

/** Why time ran out, from what the person was told last: a finger that lay wrongly is another matter than none. */
export function timeoutAfter(command: number | null): CaptureFailure {
  if (command !== null && command >= 1 && command <= 4) {
    return { code: 'FINGER_MOVED', detail: 'the finger was not where it must lie' };
  }
  if (command === 5) return { code: 'QUALITY_LOW', detail: 'too little of the finger touched' };
  if (command === 6 || command === 7) return { code: 'LATENT_PRINT', detail: 'a print was left on the sensor' };
  return { code: 'CAPTURE_TIMEOUT', detail: 'no finger in time' };
}
