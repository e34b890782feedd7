import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../contract/index.ts';
import { withKeyShown } from './security_key.ts';

export type BoothClient = ContractRouterClient<Contract>;

/** How the wire to the booth is: `refused` = the door will not have this window any more. */
export type Wire = 'connecting' | 'open' | 'lost' | 'refused';

const RETRY_MS = [200, 400, 800, 1600, 3000];
/** A door that turns a window away so often in a row has not just been restarted. */
const REFUSED_AFTER = 20;

/** One client after another for as long as the page lives: a new socket and client for every connection. */
export function connectBooth(onChange: (wire: Wire, client: BoothClient | null) => void): void {
  let failures = 0;
  const open = () => {
    const socket = new WebSocket(
      `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/rpc`,
    );
    socket.addEventListener('open', () => {
      failures = 0;
      const link = new RPCLink({
        websocket: socket,
        interceptors: [({ next }) => withKeyShown(() => next(), client)],
      });
      const client: BoothClient = createORPCClient(link);
      onChange('open', client);
    });
    socket.addEventListener('close', () => {
      failures += 1;
      onChange(failures >= REFUSED_AFTER ? 'refused' : 'lost', null);
      window.setTimeout(open, RETRY_MS[Math.min(failures - 1, RETRY_MS.length - 1)]);
    });
  };
  onChange('connecting', null);
  open();
}
