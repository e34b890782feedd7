import { useCallback } from 'react';
import { useBooth } from '../client/use_booth.ts';
import { useLive } from '../client/use_live.ts';
import { TravellerScreen } from './traveller_screen.tsx';

/** The traveller's window: it asks the booth for one thing only, which of the moments it is. */
export function TravellerApp() {
  const { client } = useBooth();
  const watch = useCallback(
    (signal: AbortSignal) =>
      client === null ? Promise.reject(new Error('no wire')) : client.traveller.watch(undefined, { signal }),
    [client],
  );
  const view = useLive(client === null ? null : watch);
  return <TravellerScreen lane={view?.lane ?? null} moment={view?.moment ?? 'lost'} />;
}
