import { useCallback } from 'react';
import { useLive } from '../client/use_live.ts';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { Waiting } from '../second_line/second_line_page.tsx';
import { ShiftScreen } from './shift_screen.tsx';

/** The shift with its live data. */
export function ShiftPage(page: DeskPageProps) {
  const { client } = page;
  const view = useLive(useCallback((signal: AbortSignal) => client.shift.watch(undefined, { signal }), [client]));
  return view === null ? <Waiting {...page} /> : <ShiftScreen {...page} view={view} />;
}
