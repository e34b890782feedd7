/** The place of the first byte of the start that is there and wrong; -1 when none is. */
export function wrongStart(bytes: Uint8Array, start: readonly number[]): number {
  const there = Math.min(bytes.length, start.length);
  for (let at = 0; at < there; at += 1) if (bytes[at] !== start[at]) return at;
  return -1;
}
