import type { SfmImage } from './suprema_sfm_message.ts';

/** Seven little-endian numbers of four bytes: width, height, compressed, encrypted, format, image and template length. */
export const SFM_IMAGE_HEADER_BYTES = 28;
const END = 0x0a;

/** A picture larger than this comes from no module: 4 million dots are 50 x 50 mm at 1000 dpi. */
export const SFM_MAX_BULK_BYTES = 4 * 1024 * 1024;

/** The bytes which this header announces, end code included; null when it is not whole or cannot be one. */
export function sfmImageBytes(bytes: Uint8Array): number | null {
  if (bytes.length < SFM_IMAGE_HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const total = SFM_IMAGE_HEADER_BYTES + view.getUint32(20, true) + view.getUint32(24, true) + 1;
  return total > SFM_MAX_BULK_BYTES ? null : total;
}

/** Reads exactly one picture with its end code; null when it is none. The dots are a view into `bytes`. */
export function decodeSfmImage(bytes: Uint8Array): SfmImage | null {
  if (sfmImageBytes(bytes) !== bytes.length || bytes[bytes.length - 1] !== END) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const at = (place: number): number => view.getUint32(place, true);
  const template = SFM_IMAGE_HEADER_BYTES + at(20);
  return {
    type: 'image',
    width: at(0),
    height: at(4),
    compressed: at(8),
    encrypted: at(12),
    format: at(16),
    pixels: bytes.subarray(SFM_IMAGE_HEADER_BYTES, template),
    template: bytes.subarray(template, bytes.length - 1),
  };
}

/** The exact inverse of `decodeSfmImage`. */
export function encodeSfmImage(image: SfmImage): Uint8Array {
  const { pixels, template } = image;
  const bytes = new Uint8Array(SFM_IMAGE_HEADER_BYTES + pixels.length + template.length + 1);
  const view = new DataView(bytes.buffer);
  const numbers = [image.width, image.height, image.compressed, image.encrypted, image.format];
  for (const [place, value] of [...numbers, pixels.length, template.length].entries()) {
    view.setUint32(place * 4, value, true);
  }
  bytes.set(pixels, SFM_IMAGE_HEADER_BYTES);
  bytes.set(template, SFM_IMAGE_HEADER_BYTES + pixels.length);
  bytes[bytes.length - 1] = END;
  return bytes;
}
