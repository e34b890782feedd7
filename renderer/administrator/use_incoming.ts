import { useCallback, useEffect, useState } from 'react';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';

export type IncomingAnswer = Awaited<ReturnType<BoothClient['watchlist']['incoming']>>;

/** The files of the drop folder, looked at when the page is opened and when the administrator asks again. */
export function useIncoming(client: BoothClient, shown: boolean, first: IncomingAnswer | null = null) {
  const [answer, setAnswer] = useState<IncomingAnswer | null>(first);
  const [error, setError] = useState<Sentence | null>(null);
  const look = useCallback(() => {
    setError(null);
    client.watchlist.incoming().then(setAnswer, (problem: unknown) => setError(sentenceOf(problem)));
  }, [client]);
  useEffect(() => {
    if (shown) look();
  }, [shown, look]);
  return { answer, error, look };
}
export type Incoming = ReturnType<typeof useIncoming>;
