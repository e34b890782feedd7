import { useCallback, useEffect, useState } from 'react';
import type { ToldApart } from '../../contract/watchlist_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';

export type AdministratorUndoReason = Parameters<BoothClient['watchlist']['undoExclusion']>[0]['reason'];

/** The decisions that still stand, looked at when the page is opened and after each taking back. */
export function useToldApart(client: BoothClient, shown: boolean, first: readonly ToldApart[] | null = null) {
  const [decisions, setDecisions] = useState<readonly ToldApart[] | null>(first);
  const [chosen, choose] = useState<string | null>(null);
  const [error, setError] = useState<Sentence | null>(null);
  const look = useCallback(() => {
    setError(null);
    client.watchlist.exclusions().then(setDecisions, (problem: unknown) => setError(sentenceOf(problem)));
  }, [client]);
  useEffect(() => {
    if (shown) look();
  }, [shown, look]);
  const one = decisions?.find((decision) => decision.id === chosen) ?? decisions?.[0] ?? null;
  return {
    decisions,
    one,
    error,
    choose,
    undo: (exclusion: string, reason: AdministratorUndoReason) => {
      client.watchlist
        .undoExclusion({ exclusion, reason })
        .then(look, (problem: unknown) => setError(sentenceOf(problem)));
    },
  };
}
export type Decisions = ReturnType<typeof useToldApart>;
