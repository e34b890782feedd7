import { useCallback, useState } from 'react';
import { useLive } from '../client/use_live.ts';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { AdvanceScreen } from './advance_screen.tsx';
import { ANY_FLIGHT } from './flight_question.ts';

/** Expected passengers by flight and the state of the copies, live; each question opens a stream of its own. */
export function AdvancePage(props: DeskPageProps) {
  const { client } = props;
  const [question, ask] = useState(ANY_FLIGHT);
  const view = useLive(
    useCallback((signal: AbortSignal) => client.advance.watch(question, { signal }), [client, question]),
  );
  return <AdvanceScreen {...props} view={view} question={question} onAsk={ask} />;
}
