import { useCallback } from 'react';
import { AdministratorScreen } from '../administrator/administrator_screen.tsx';
import { useBooth } from '../client/use_booth.ts';
import { useLive } from '../client/use_live.ts';
import { DevDock } from './dev_dock/dev_dock.tsx';
import { LaneScreen } from './lane_screen.tsx';
import { LoginScreen } from './login_screen.tsx';
import { WireScreen } from './wire_screen.tsx';

/** One window on the booth: the wire first, then the login, then the lane or, for a watchlist administrator, the lists. What is shown follows from what the booth says. */
export function App() {
  const { wire, client } = useBooth();
  const booth = useLive(
    useCallback(
      (signal: AbortSignal) =>
        client === null ? Promise.reject(new Error('no wire')) : client.session.watch(undefined, { signal }),
      [client],
    ),
  );
  const signedIn = booth?.signedIn ?? null;
  const number = signedIn?.number ?? null;
  const administers = signedIn?.roles.includes('watchlist-admin') === true;
  const watchLane = useCallback(
    (signal: AbortSignal) =>
      client === null || number === null
        ? Promise.reject(new Error('locked'))
        : client.lane.watch(undefined, { signal }),
    [client, number],
  );
  const watchLists = useCallback(
    (signal: AbortSignal) =>
      client === null || number === null
        ? Promise.reject(new Error('locked'))
        : client.watchlist.watch(undefined, { signal }),
    [client, number],
  );
  const lane = useLive(number === null || administers ? null : watchLane);
  const lists = useLive(number === null || !administers ? null : watchLists);
  if (client === null || booth === null) return <WireScreen wire={wire} />;
  return (
    <>
      {lane !== null && <LaneScreen lane={lane} client={client} />}
      {lists !== null && <AdministratorScreen view={lists} client={client} />}
      {lane === null && lists === null && <LoginScreen booth={booth} client={client} />}
      {booth.lane.training && !administers && <DevDock client={client} />}
    </>
  );
}
