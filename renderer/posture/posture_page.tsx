import { useCallback } from 'react';
import { useLive } from '../client/use_live.ts';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { PostureScreen } from './posture_screen.tsx';

/** The desk page of postures, live. */
export function PosturePage({ booth, me, client, close }: DeskPageProps) {
  const view = useLive(useCallback((signal: AbortSignal) => client.posture.watch(undefined, { signal }), [client]));
  return <PostureScreen booth={booth} me={me} client={client} view={view} close={close} />;
}
