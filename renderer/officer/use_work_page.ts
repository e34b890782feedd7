import { useEffect, useLayoutEffect, useState } from 'react';
import type { ClearanceView } from '../../contract/lane_view.ts';
import { lacksBasis } from './law/law_words.ts';

/** What stands in Z4 and, beside it, in Z5: the checks with the result in law, or the law with the journey. */
export interface WorkPage {
  readonly page: 'CHECKS' | 'LAW';
  /** The proposal to refuse stands in Z5. */
  readonly proposing: boolean;
  show(page: WorkPage['page']): void;
  propose(open: boolean): void;
}

/** The law itself is what holds the case: its own page says more than the checks do. */
const isHeldByLaw = ({ law, overstay, openPoints }: ClearanceView): boolean => {
  const first = openPoints.find(({ severity }) => severity !== 'INFORMATION')?.check;
  if (law === null || (first !== undefined && first !== 'ENTRY_CONDITIONS')) return false;
  return (law.outcome === 'overstay-procedure' && overstay?.state !== 'SETTLED') || lacksBasis(law);
};

/**
 * The page of a case: the checks first. Where the law alone holds the case, its page opens by itself once all is known, as
 * the comparison does; after that only a key changes it.
 */
export function useWorkPage(clearance: ClearanceView | null): WorkPage {
  const [page, setPage] = useState<WorkPage['page']>('CHECKS');
  const [proposing, setProposing] = useState(false);
  const id = clearance?.id ?? null;
  const held = clearance?.phase === 'REVIEW' && isHeldByLaw(clearance);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a case, not its values, chooses the page
  useLayoutEffect(() => setPage(held ? 'LAW' : 'CHECKS'), [id, held]);
  const mayPropose = clearance?.decisions.proposeRefusal.open === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another case begins without a proposal
  useEffect(() => setProposing(false), [id, mayPropose]);
  return {
    page,
    proposing: proposing && mayPropose,
    show: setPage,
    propose: (open) => {
      setProposing(open);
      if (open && clearance?.law != null) setPage('LAW');
    },
  };
}
