import { type ReactNode, useCallback } from 'react';
import type { BoothClient } from '../client/booth_client.ts';
import { useLive } from '../client/use_live.ts';
import { LaneScreen } from './lane_screen.tsx';

/** The lane, live; `before` stands there until the booth has told of it. */
export function LaneWindow({ client, before }: { client: BoothClient; before: ReactNode }) {
  const view = useLive(useCallback((signal: AbortSignal) => client.lane.watch(undefined, { signal }), [client]));
  return view === null ? before : <LaneScreen lane={view} client={client} />;
}
