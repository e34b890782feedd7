import type { Finger, FingerprintImage } from '../../../core/ports/fingerprint_reader.ts';
import type { MorphoImage } from '../../codec/morphosmart_image.ts';

/** Code quality goes to 255; a right finger begins at 40, a good one at 120 (Host System Interface Specification 2.22, 7.4.2.5). */
const BEST_QUALITY = 255;

/** The picture as the booth wants it; `quality` is the device's, or null where it said nothing. */
export function pictureOf(
  { width, height, dpiX, dpiY, bits, pixels }: MorphoImage,
  finger: Finger,
  quality: number | null,
  livenessCheck: boolean | null,
  at: number,
): FingerprintImage {
  const scaled = quality === null ? null : Math.round((quality * 100) / BEST_QUALITY);
  return {
    width,
    height,
    // A copy: the view would keep the whole frame alive.
    pixels: new Uint8Array(pixels),
    sensor: { resolutionDpi: Math.min(dpiX, dpiY), depthBits: bits, width, height, livenessCheck },
    finger,
    quality: scaled === null ? null : { value: scaled, scale: 'MorphoSmart code quality, 255 as 100' },
    at,
  };
}
