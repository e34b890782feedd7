import { useEffect, useLayoutEffect, useState } from 'react';
import type { HitView } from '../../contract/hit_view.ts';
import type { ClearanceView } from '../../contract/lane_view.ts';
import { CHECK_IDS } from '../../core/domain/clearance/check.ts';
import { isToldApart } from './told_apart.ts';

export interface Selection {
  /** The check whose details stand under the checks. */
  readonly check: ClearanceView['checks'][number];
  /** The entry under comparison, or null when no list answered. */
  readonly hit: HitView | null;
  readonly hitNumber: number;
  readonly comparing: boolean;
  move(by: number): void;
  choose(check: string): void;
  nextOpenPoint(): void;
  toggleComparing(): void;
  nextHit(): void;
}

/** What the officer looks at: a choice of this window alone, so it is no truth of the booth. */
export function useSelection(clearance: ClearanceView | null): Selection {
  const [index, setIndex] = useState(0);
  const [point, setPoint] = useState(-1);
  const [hitIndex, setHitIndex] = useState(0);
  const [comparing, setComparing] = useState(false);
  const id = clearance?.id ?? null;
  const hits = clearance?.hits ?? [];
  const unanswered = hits.findIndex((hit) => hit.answer === null && !isToldApart(hit));
  const reviewed = clearance?.phase === 'REVIEW';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new case begins with a fresh look
  useEffect(() => {
    setIndex(0);
    setPoint(-1);
  }, [id]);
  const checks = clearance?.checks ?? [];
  const points = clearance?.openPoints ?? [];
  // Once all is known, the details are those of the point that Z3 names.
  const first = reviewed && points[0]?.severity !== 'INFORMATION' ? points[0]?.check : undefined;
  useEffect(() => {
    if (first === undefined) return;
    setIndex(Math.max(0, CHECK_IDS.indexOf(first)));
    setPoint(0);
  }, [first]);
  // The comparison opens by itself once all is known, goes on to the next entry, and closes after the last answer.
  // Before the screen is painted: from the moment it says "to compare", the keys 1 to 3 answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a case, not its values, opens the comparison
  useLayoutEffect(() => {
    setComparing(reviewed && unanswered !== -1);
    if (unanswered !== -1) setHitIndex(unanswered);
  }, [id, reviewed, unanswered]);
  const choose = (check: string) =>
    setIndex(
      Math.max(
        0,
        checks.findIndex((one) => one.check === check),
      ),
    );
  return {
    check: checks[index] as Selection['check'],
    hit: hits[hitIndex] ?? null,
    hitNumber: hitIndex + 1,
    comparing,
    move: (by) => setIndex((before) => Math.min(checks.length - 1, Math.max(0, before + by))),
    choose,
    nextOpenPoint: () => {
      if (points.length === 0) return;
      const next = (point + 1) % points.length;
      setPoint(next);
      choose(points[next]?.check ?? '');
    },
    toggleComparing: () => {
      if (hits.length > 0) setComparing((before) => !before);
    },
    nextHit: () => setHitIndex((before) => (hits.length === 0 ? 0 : (before + 1) % hits.length)),
  };
}
