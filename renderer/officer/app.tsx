import { useCallback } from 'react';
import { useBooth } from '../client/use_booth.ts';
import { useLive } from '../client/use_live.ts';
import { DevDock } from './dev_dock/dev_dock.tsx';
import { LaneScreen } from './lane_screen.tsx';
import { LoginScreen } from './login_screen.tsx';
import { WireScreen } from './wire_screen.tsx';

/** One window on the booth: the wire first, then the login, then the lane. What is shown follows from what the booth says. */
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
  const watchLane = useCallback(
    (signal: AbortSignal) =>
      client === null || number === null
        ? Promise.reject(new Error('locked'))
        : client.lane.watch(undefined, { signal }),
    [client, number],
  );
  const lane = useLive(number === null ? null : watchLane);
  if (client === null || booth === null) return <WireScreen wire={wire} />;
  return (
    <>
      {lane === null ? <LoginScreen booth={booth} client={client} /> : <LaneScreen lane={lane} client={client} />}
      {booth.lane.training && <DevDock client={client} />}
    </>
  );
}
