import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { CaptureFailure } from '../../../core/ports/fingerprint_reader.ts';
import type { SfmImage } from '../../codec/suprema_sfm_message.ts';

const GREY = 0;

/** The dots of a picture that is what was asked for: grey of 8 bits, as it is, whole. Else IMAGE_BROKEN. */
export function greyPixels(image: SfmImage): Result<Uint8Array, CaptureFailure> {
  const { width, height, pixels } = image;
  if (image.compressed !== 0 || image.encrypted !== 0 || image.format !== GREY) {
    const { format, compressed, encrypted } = image;
    return broken(`format ${format}, compressed ${compressed}, encrypted ${encrypted} instead of plain grey`);
  }
  if (pixels.length === 0 || pixels.length !== width * height) {
    return broken(`${pixels.length} dots for ${width} x ${height}`);
  }
  return ok(Uint8Array.from(pixels));
}

function broken(detail: string): Result<Uint8Array, CaptureFailure> {
  return err({ code: 'IMAGE_BROKEN', detail });
}
