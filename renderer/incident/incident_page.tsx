import { useCallback } from 'react';
import { useLive } from '../client/use_live.ts';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { IncidentScreen } from './incident_screen.tsx';

/** The desk page of incidents, live. */
export function IncidentPage({ booth, me, client, close }: DeskPageProps) {
  const board = useLive(useCallback((signal: AbortSignal) => client.incident.watch(undefined, { signal }), [client]));
  return <IncidentScreen booth={booth} me={me} client={client} board={board} close={close} />;
}
