import { type ReactNode, useCallback } from 'react';
import type { BoothClient } from '../client/booth_client.ts';
import { useLive } from '../client/use_live.ts';
import { AdministratorScreen } from './administrator_screen.tsx';

/** The lists, live; `before` stands there until the booth has told of it. */
export function AdministratorWindow({ client, before }: { client: BoothClient; before: ReactNode }) {
  const view = useLive(useCallback((signal: AbortSignal) => client.watchlist.watch(undefined, { signal }), [client]));
  return view === null ? before : <AdministratorScreen view={view} client={client} />;
}
