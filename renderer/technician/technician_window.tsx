import { type ReactNode, useCallback } from 'react';
import type { BoothClient } from '../client/booth_client.ts';
import { useLive } from '../client/use_live.ts';
import { TechnicianScreen } from './technician_screen.tsx';

/** The devices, live; `before` stands there until the booth has told of it. */
export function TechnicianWindow({ client, before }: { client: BoothClient; before: ReactNode }) {
  const view = useLive(useCallback((signal: AbortSignal) => client.technician.watch(undefined, { signal }), [client]));
  return view === null ? before : <TechnicianScreen view={view} client={client} />;
}
