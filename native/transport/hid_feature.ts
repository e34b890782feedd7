/**
 * A feature report as the library gave it, beginning with its id. Windows and macOS put the id in front always; on Linux a
 * device which ignores the number it was asked by (the DCTTech relay boards) answers with its `length` bytes and no id
 * (signal11/hidapi issue 475).
 */
export function featureReport(id: number, length: number, got: Uint8Array): Uint8Array {
  if (got.length > length || got[0] === id) return Uint8Array.from(got);
  return Uint8Array.of(id, ...got);
}
