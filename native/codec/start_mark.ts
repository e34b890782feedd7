import type { Front } from './stream.ts';

/** The judgement on bytes that do not begin with the start mark: all before the next one is garbage. Null when they do. */
export function toStart(bytes: Uint8Array, mark: number): Front<never> | null {
  if (bytes.length === 0) return { kind: 'need' };
  return bytes[0] === mark ? null : pastStart(bytes, mark);
}

/** The front is no frame whatever follows: garbage up to the next start mark behind it. */
export function pastStart(bytes: Uint8Array, mark: number): Front<never> {
  const next = bytes.indexOf(mark, 1);
  return { kind: 'skip', bytes: next < 0 ? bytes.length : next };
}
