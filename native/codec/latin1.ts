/** A character for each byte, so that text goes out as it came in; at most 8192 bytes. */
export function latin1(bytes: Uint8Array, from = 0, to: number = bytes.length): string {
  return String.fromCharCode.apply(null, bytes.subarray(from, to) as unknown as number[]);
}

/** The bytes of such text; what is beyond one byte is cut to its low one. */
export function latin1Bytes(text: string): number[] {
  const bytes: number[] = new Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at) & 0xff;
  return bytes;
}

/** These bytes as plain numbers. */
export function numbers(bytes: Uint8Array, from: number, to: number): number[] {
  const all: number[] = new Array(to - from);
  for (let at = from; at < to; at += 1) all[at - from] = bytes[at] ?? 0;
  return all;
}
