import { useEffect, useState } from 'react';
import { type BoothClient, connectBooth, type Wire } from './booth_client.ts';

export interface BoothConnection {
  readonly wire: Wire;
  readonly client: BoothClient | null;
}

/** The page's one connection. */
export function useBooth(): BoothConnection {
  const [connection, setConnection] = useState<BoothConnection>({ wire: 'connecting', client: null });
  useEffect(() => connectBooth((wire, client) => setConnection({ wire, client })), []);
  return connection;
}
