/** Longer texts come cheaper out of Node's own memory, shorter ones are put together here. */
const FEW_BYTES = 24;

/** A character for each byte, so that text goes out as it came in. */
export function latin1(bytes: Uint8Array, from = 0, to: number = bytes.length): string {
  if (to - from <= FEW_BYTES) return String.fromCharCode.apply(null, bytes.subarray(from, to) as unknown as number[]);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);
}

/** Whether these bytes are visible characters of ASCII, all of them there. */
export function isPrintable(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === undefined || byte <= 0x20 || byte >= 0x7f) return false;
  }
  return true;
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
