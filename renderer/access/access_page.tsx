import { useCallback } from 'react';
import { useLive } from '../client/use_live.ts';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { AccessScreen } from './access_screen.tsx';

/** The desk page of one's own security keys, live. */
export function AccessPage({ booth, me, client, close }: DeskPageProps) {
  const view = useLive(useCallback((signal: AbortSignal) => client.access.watch(undefined, { signal }), [client]));
  return <AccessScreen booth={booth} me={me} client={client} view={view} close={close} />;
}
