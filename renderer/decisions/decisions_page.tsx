import { useCallback, useState } from 'react';
import { useLive } from '../client/use_live.ts';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { DecisionsScreen } from './decisions_screen.tsx';
import { useGrounds } from './use_grounds.ts';

/** The desk page of refusals and overstays, live. */
export function DecisionsPage(page: DeskPageProps) {
  const { client } = page;
  const view = useLive(useCallback((signal: AbortSignal) => client.decisions.watch(undefined, { signal }), [client]));
  const [chosen, setChosen] = useState<string | null>(null);
  const { grounds, error } = useGrounds(client, chosen);
  return <DecisionsScreen {...page} view={view} chosen={chosen} choose={setChosen} grounds={grounds} failed={error} />;
}
