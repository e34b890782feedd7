import { useCallback } from 'react';
import type { BoothView } from '../../contract/session.ts';
import { KeyWaitDialog } from '../access/key_wait_dialog.tsx';
import { AdministratorWindow } from '../administrator/administrator_window.tsx';
import type { BoothClient } from '../client/booth_client.ts';
import { useKeyWait } from '../client/key_wait.ts';
import { useBooth } from '../client/use_booth.ts';
import { useLive } from '../client/use_live.ts';
import { TechnicianWindow } from '../technician/technician_window.tsx';
import { CounterOrDesk, WithDesk } from './counter_or_desk.tsx';
import { DevDock } from './dev_dock/dev_dock.tsx';
import { LoginScreen } from './login_screen.tsx';
import { WireScreen } from './wire_screen.tsx';

/** One window on the booth: the wire first, then the login, then what the role of the one signed in works with. What is shown follows from what the booth says. */
export function App() {
  const { wire, client } = useBooth();
  const wait = useKeyWait();
  const booth = useLive(
    useCallback(
      (signal: AbortSignal) =>
        client === null ? Promise.reject(new Error('no wire')) : client.session.watch(undefined, { signal }),
      [client],
    ),
  );
  if (client === null || booth === null) return <WireScreen wire={wire} />;
  const administers = booth.signedIn?.roles.includes('watchlist-admin') === true;
  return (
    <>
      <Window booth={booth} client={client} />
      {wait !== null && <KeyWaitDialog wait={wait} />}
      {booth.lane.training && !administers && <DevDock client={client} />}
    </>
  );
}

/** The window of a role; until the booth has told it its first, the login stays. */
function Window({ booth, client }: { booth: BoothView; client: BoothClient }) {
  const login = <LoginScreen booth={booth} client={client} />;
  const { signedIn } = booth;
  if (signedIn === null) return login;
  const { number, roles } = signedIn;
  if (roles.includes('watchlist-admin')) {
    const lists = <AdministratorWindow client={client} before={login} />;
    return <WithDesk key={number} booth={booth} client={client} window={lists} />;
  }
  if (roles.includes('technician')) return <TechnicianWindow key={number} client={client} before={login} />;
  return <CounterOrDesk key={number} booth={booth} client={client} before={login} />;
}
