import type { Front } from './stream.ts';

/** The judgement of one kind of frame on the bytes in front, as `streamDecoder` takes it. */
export type Judge<Message> = (bytes: Uint8Array) => Front<Message>;

export const NEED = { kind: 'need' } as const;
export const SKIP = { kind: 'skip' } as const;

/**
 * The judgement on a stream that carries several kinds of frames. The frame that ends first wins, whichever kind it is:
 * that is the only choice which does not depend on how many bytes have arrived. A kind that may still become a frame
 * holds the bytes; only what no kind wants is skipped.
 */
export function either<A, B>(first: Judge<A>, second: Judge<B>): Judge<A | B> {
  return (bytes) => {
    const a = first(bytes);
    const b = second(bytes);
    if (a.kind === 'frame') return b.kind === 'frame' && b.length < a.length ? b : a;
    if (b.kind === 'frame') return b;
    if (a.kind === 'need' || b.kind === 'need') return NEED;
    return (a.bytes ?? 1) <= (b.bytes ?? 1) ? a : b;
  };
}

/** The same, where every frame of the second kind begins with `mark`: it is asked only about those. */
export function eitherMarked<A, B>(first: Judge<A>, mark: number, second: Judge<B>): Judge<A | B> {
  const both = either(first, second);
  return (bytes) => {
    if (bytes[0] === undefined || bytes[0] === mark) return both(bytes);
    const front = first(bytes);
    return front.kind === 'skip' ? before(bytes, mark, front.bytes ?? 1) : front;
  };
}

/** Skips so many bytes, but not over a mark. */
function before(bytes: Uint8Array, mark: number, most: number): { readonly kind: 'skip'; readonly bytes: number } {
  let at = 1;
  while (at < most && bytes[at] !== mark) at += 1;
  return { kind: 'skip', bytes: at };
}

/** Skips to the next `mark` behind the first byte, or over everything. */
export function skipTo(bytes: Uint8Array, mark: number): { readonly kind: 'skip'; readonly bytes: number } {
  const next = bytes.indexOf(mark, 1);
  return { kind: 'skip', bytes: next < 0 ? bytes.length : next };
}
