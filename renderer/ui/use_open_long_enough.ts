import { useEffect, useRef } from 'react';

/** A key or finger already on its way must not decide: F12 counts only this long after it opened, in ms. */
const GUARD_MS = 400;

/** Tells whether the one closing act has been open for long enough on this subject (a case, a trial, a self test). */
export function useOpenLongEnough(open: boolean, subject: string | null): () => boolean {
  const since = useRef(Number.POSITIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new subject starts the time anew
  useEffect(() => {
    since.current = open ? performance.now() : Number.POSITIVE_INFINITY;
  }, [open, subject]);
  return () => performance.now() - since.current >= GUARD_MS;
}
