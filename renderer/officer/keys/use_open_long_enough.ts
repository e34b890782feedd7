import { useEffect, useRef } from 'react';
import type { ClearanceView } from '../../../contract/lane_view.ts';

/** A key or finger already on its way must not decide: Clear counts only this long after it opened, in ms. */
const GUARD_MS = 400;

/** Tells whether Clear has been open on this case for long enough. */
export function useOpenLongEnough(clearance: ClearanceView | null, open: boolean): () => boolean {
  const since = useRef(Number.POSITIVE_INFINITY);
  const id = clearance?.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new case starts the time anew
  useEffect(() => {
    since.current = open ? performance.now() : Number.POSITIVE_INFINITY;
  }, [open, id]);
  return () => performance.now() - since.current >= GUARD_MS;
}
