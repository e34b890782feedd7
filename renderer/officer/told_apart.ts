import type { HitView } from '../../contract/hit_view.ts';

/** An entry that asks nothing: it was told apart from this document earlier, and that still holds. */
export const isToldApart = (hit: HitView): boolean => hit.exclusion?.standing === 'HOLDS';
