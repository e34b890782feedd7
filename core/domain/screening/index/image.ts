import { err, ok, type Result } from '../../result.ts';

/**
 * The screening index of one list as one run of bytes: a table of sections, then typed arrays, each at a multiple of
 * eight. It is read where it lies, without a copy. Little-endian, as every machine is on which a booth runs.
 */
const MAGIC = 0x49_53_42_42;
/**
 * Grows whenever a section or its meaning changes, and with every change of folding, transliteration or sound, whose hashes
 * are in the image: an older image is built anew from its list.
 */
export const IMAGE_VERSION = 4;

export const SECTIONS = [
  'wordStart',
  'wordUnits',
  'wordLetters',
  'wordVariant',
  'wordSound',
  'variantBucket',
  'variantWords',
  'soundBucket',
  'soundWords',
  'deleteBucket',
  'deleteWords',
  'postingStart',
  'postings',
  'formStart',
  'formWords',
  'formPerson',
  'personForm',
  'personBirth',
  'personPlace',
  'personTraits',
  'states',
  'personSigns',
  'nameHash',
  'nameForm',
] as const;
export type Section = (typeof SECTIONS)[number];

const HALF_WORDS = new Set<Section>(['wordUnits']);
const HEAD = 4 + SECTIONS.length * 2;

export type IndexProblem = { readonly code: 'INDEX_DAMAGED' | 'INDEX_VERSION' };

export interface IndexArrays extends Omit<Readonly<Record<Section, Uint32Array>>, 'wordUnits'> {
  readonly wordUnits: Uint16Array;
}

/** Lays the arrays out one after another. `allocate` may give memory that several threads share. */
export function layOut(arrays: IndexArrays, allocate = (bytes: number): ArrayBufferLike => new ArrayBuffer(bytes)) {
  let size = HEAD * 4;
  const places: number[] = [];
  for (const section of SECTIONS) {
    size = Math.ceil(size / 8) * 8;
    places.push(size);
    size += arrays[section].byteLength;
  }
  size = Math.ceil(size / 8) * 8;
  const buffer = allocate(size);
  const head = new Uint32Array(buffer, 0, HEAD);
  head.set([MAGIC, IMAGE_VERSION, SECTIONS.length, size]);
  const bytes = new Uint8Array(buffer);
  SECTIONS.forEach((section, order) => {
    const array = arrays[section];
    head.set([places[order] as number, array.length], 4 + order * 2);
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), places[order] as number);
  });
  return bytes;
}

/** The arrays of an image, as views. Sizes are checked against the image; its content is vouched for by its seal. */
export function readImage(image: Uint8Array): Result<IndexArrays, IndexProblem> {
  if (image.byteLength < HEAD * 4 || image.byteOffset % 8 !== 0) return err({ code: 'INDEX_DAMAGED' });
  const head = new Uint32Array(image.buffer, image.byteOffset, HEAD);
  if (head[0] !== MAGIC) return err({ code: 'INDEX_DAMAGED' });
  if (head[1] !== IMAGE_VERSION || head[2] !== SECTIONS.length) return err({ code: 'INDEX_VERSION' });
  if (head[3] !== image.byteLength) return err({ code: 'INDEX_DAMAGED' });
  const arrays: Partial<Record<Section, Uint32Array | Uint16Array>> = {};
  for (const [order, section] of SECTIONS.entries()) {
    const place = head[4 + order * 2] as number;
    const length = head[5 + order * 2] as number;
    const width = HALF_WORDS.has(section) ? 2 : 4;
    if (place % 8 !== 0 || place + length * width > image.byteLength) return err({ code: 'INDEX_DAMAGED' });
    const from = image.byteOffset + place;
    arrays[section] =
      width === 2 ? new Uint16Array(image.buffer, from, length) : new Uint32Array(image.buffer, from, length);
  }
  return ok(arrays as unknown as IndexArrays);
}
