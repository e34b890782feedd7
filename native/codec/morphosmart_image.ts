/** What stands before the dots of a picture. */
export const IMAGE_HEADER_BYTES = 12;

const HEADER_SIZE_FIELD = 10;
export const COMPRESSION_NONE = 44;

/** A picture as a MorphoSmart sends it, not compressed; 500 dots an inch as a rule, `bits` of grey a dot. */
export interface MorphoImage {
  readonly width: number;
  readonly height: number;
  readonly dpiX: number;
  readonly dpiY: number;
  readonly bits: number;
  /** A view. */
  readonly pixels: Uint8Array;
}

/**
 * Reads the value of an image ILV (Sagem, MorphoSmart Host System Interface Specification 2.22, 7.5.2.1); a word for the
 * technician when it is no picture we can read.
 */
export function readImage(value: Uint8Array): MorphoImage | string {
  if (value.length < IMAGE_HEADER_BYTES) return 'shorter than its header';
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  if (value[1] !== HEADER_SIZE_FIELD) return `header of ${value[1]} bytes`;
  if (value[10] !== COMPRESSION_NONE) return `compressed in way ${value[10]}`;
  const [height, width] = [view.getUint16(2, true), view.getUint16(4, true)];
  const pixels = value.subarray(IMAGE_HEADER_BYTES);
  if (width * height === 0 || pixels.length !== width * height) return `${pixels.length} dots for ${width} x ${height}`;
  return { width, height, dpiY: view.getUint16(6, true), dpiX: view.getUint16(8, true), bits: value[11] ?? 0, pixels };
}

/** The header of a picture that is not compressed. */
export function imageHeader({ width, height, dpiX, dpiY, bits }: Omit<MorphoImage, 'pixels'>): Uint8Array {
  const header = new Uint8Array(IMAGE_HEADER_BYTES);
  const view = new DataView(header.buffer);
  header[1] = HEADER_SIZE_FIELD;
  view.setUint16(2, height, true);
  view.setUint16(4, width, true);
  view.setUint16(6, dpiY, true);
  view.setUint16(8, dpiX, true);
  header[10] = COMPRESSION_NONE;
  header[11] = bits;
  return header;
}
