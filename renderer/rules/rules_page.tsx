import { useCallback } from 'react';
import { useLive } from '../client/use_live.ts';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { RulesScreen } from './rules_screen.tsx';

/** The law in this booth, live. */
export function RulesPage(props: DeskPageProps) {
  const { client } = props;
  const view = useLive(useCallback((signal: AbortSignal) => client.rules.watch(undefined, { signal }), [client]));
  return <RulesScreen {...props} view={view} />;
}
