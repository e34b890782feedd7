import type { FrameField, FrameFieldName } from './protocol.ts';

/** One part by its width in bytes; `hidden` where it holds a traveller's data. */
export type Part = readonly [name: FrameFieldName, bytes: number, hidden?: 'hidden'];

/** The parts of a frame from their widths, one behind the other; those of no width are left out. */
export function partsOf(parts: readonly Part[]): FrameField[] {
  const fields: FrameField[] = [];
  let at = 0;
  for (const [name, bytes, hidden] of parts) {
    if (bytes > 0) fields.push({ name, from: at, to: at + bytes, open: hidden === undefined });
    at += bytes;
  }
  return fields;
}
