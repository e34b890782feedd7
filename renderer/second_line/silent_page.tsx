import { useCallback } from 'react';
import { useLive } from '../client/use_live.ts';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { Waiting } from './second_line_page.tsx';
import { SilentScreen } from './silent_screen.tsx';

/** The silent messages with their live data; opening them is in the journal. */
export function SilentPage(page: DeskPageProps) {
  const { client } = page;
  const view = useLive(
    useCallback((signal: AbortSignal) => client.secondLine.watchSilent(undefined, { signal }), [client]),
  );
  return view === null ? <Waiting {...page} /> : <SilentScreen {...page} view={view} />;
}
