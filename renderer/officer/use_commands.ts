import { useCallback, useMemo, useState } from 'react';
import type { StatedFacts } from '../../contract/facts_view.ts';
import type { HitView } from '../../contract/hit_view.ts';
import type { UndoReason } from '../../core/domain/screening/exclusion.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';
import type { Proposal } from './law/refusal_panel.tsx';

export type Reasons = Parameters<BoothClient['lane']['refer']>[0]['reasons'];
type Demand = Parameters<BoothClient['lane']['meetDemand']>[0]['demand'];
export type Commands = ReturnType<typeof useCommands>;

/** The officer's commands on the open case. Each names the case it means; what is refused becomes one sentence in Z3. */
export function useCommands(client: BoothClient, clearance: string | null) {
  const [error, setError] = useState<(Sentence & { clearance: string | null }) | null>(null);
  const run = useCallback(
    (call: (clearance: string) => Promise<unknown>) => {
      if (clearance === null) return;
      setError(null);
      call(clearance).catch((problem: unknown) => setError({ ...sentenceOf(problem), clearance }));
    },
    [clearance],
  );
  return useMemo(
    () => ({
      /** An error belongs to the case it arose in and leaves with it. */
      error: error?.clearance === clearance ? error : null,
      clear: () => run((id) => client.lane.clear({ clearance: id })),
      refer: (reasons: Reasons) => run((id) => client.lane.refer({ clearance: id, reasons })),
      proposeRefusal: (proposal: Proposal) =>
        run((id) => client.decisions.proposeRefusal({ clearance: id, ...proposal })),
      abandon: (reasons: Reasons) => run((id) => client.lane.abandon({ clearance: id, reasons })),
      state: (facts: StatedFacts) => run((id) => client.lane.state({ clearance: id, facts })),
      meetDemand: (demand: Demand) => run((id) => client.lane.meetDemand({ clearance: id, demand })),
      note: (text: string) => run((id) => client.lane.note({ clearance: id, text })),
      compare: (hit: string, answer: NonNullable<HitView['answer']>) =>
        run((id) => client.lane.compare({ clearance: id, hit, answer })),
      undoExclusion: (hit: string, reason: UndoReason) =>
        run((id) => client.lane.undoExclusion({ clearance: id, hit, reason })),
      reread: () => {
        setError(null);
        client.lane.reread().catch((problem: unknown) => setError({ ...sentenceOf(problem), clearance }));
      },
      lock: () => {
        client.session.signOut().catch((problem: unknown) => setError({ ...sentenceOf(problem), clearance }));
      },
    }),
    [client, clearance, error, run],
  );
}
