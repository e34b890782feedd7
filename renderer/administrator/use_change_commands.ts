import { useMemo, useState } from 'react';
import type { ListChange } from '../../contract/watchlist_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';

export type ImportOrder = Parameters<BoothClient['watchlist']['orderImport']>[0];

/** Orders and ends of list changes; what is refused becomes one sentence in Z3. `confirm` tells its dialog itself. */
export function useChangeCommands(client: BoothClient, change: ListChange | null) {
  const [error, setError] = useState<Sentence | null>(null);
  const id = change?.id ?? null;
  return useMemo(() => {
    const run = (call: Promise<unknown>) => {
      setError(null);
      call.catch((problem: unknown) => setError(sentenceOf(problem)));
    };
    return {
      error,
      orderImport: (order: ImportOrder) => run(client.watchlist.orderImport(order)),
      orderReturn: (list: string) => run(client.watchlist.orderReturn({ list })),
      discard: () => {
        if (id !== null) run(client.watchlist.discard({ change: id }));
      },
      lock: () => run(client.session.signOut()),
    };
  }, [client, error, id]);
}
