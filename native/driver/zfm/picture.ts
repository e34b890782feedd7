import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { CaptureFailure } from '../../../core/ports/fingerprint_reader.ts';
import type { Transferred } from './transfer.ts';

/** Two dots to a byte. */
export function imageBytes(width: number, height: number): number {
  return (width * height) / 2;
}

/**
 * The dots of an image that came whole: 16 greys in the upper and lower half of each byte, the left dot above, spread over
 * 0 to 255. Packets carry no number, so that one is missing shows by the length alone. Else IMAGE_BROKEN.
 */
export function expandedPixels(
  { bytes }: Transferred,
  width: number,
  height: number,
): Result<Uint8Array, CaptureFailure> {
  const expected = imageBytes(width, height);
  if (bytes.length !== expected) {
    return err({ code: 'IMAGE_BROKEN', detail: `${bytes.length} bytes of ${expected} arrived` });
  }
  const pixels = new Uint8Array(width * height);
  for (const [at, both] of bytes.entries()) {
    pixels[2 * at] = (both >> 4) * 17;
    pixels[2 * at + 1] = (both & 15) * 17;
  }
  return ok(pixels);
}
