import { type ReactNode, useLayoutEffect, useState } from 'react';
import type { BoothView } from '../../contract/session.ts';
import { may } from '../../core/domain/access/permissions.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { DeskWindow, pagesFor } from '../desk/desk_window.tsx';
import { CallForHelp } from '../incident/call_for_help.tsx';
import { isDialogOpen, nameOf } from '../ui/key_names.ts';
import { LaneWindow } from './lane_window.tsx';

/** The counter for who works there, the desk beside it (Ctrl M), or the desk alone for who does not. */
export function CounterOrDesk(props: { booth: BoothView; client: BoothClient; before: ReactNode }) {
  const { booth, client, before } = props;
  const counter = booth.signedIn !== null && may(booth.signedIn.roles, 'WORK_LANE');
  const lane = counter ? <LaneWindow client={client} before={before} /> : null;
  return <WithDesk booth={booth} client={client} window={lane} />;
}

/** Keys that lead from the counter to the desk, each to a page or to the list of them (null). */
const TO_DESK: Readonly<Record<string, string | null>> = { 'Ctrl+m': null, 'Ctrl+h': 'shift' };

/** A window with the desk beside it (Ctrl M, and Ctrl H for the hand-over), or the desk alone where there is none. */
export function WithDesk({ booth, client, window: own }: { booth: BoothView; client: BoothClient; window: ReactNode }) {
  const me = booth.signedIn;
  const counter = own !== null;
  const desk = me !== null && pagesFor(booth, me).length > 0;
  const [atDesk, setAtDesk] = useState(!counter);
  const [first, setFirst] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (!counter || !desk) return;
    const onKey = (event: KeyboardEvent) => {
      const page = TO_DESK[nameOf(event)];
      if (page === undefined || event.repeat || isDialogOpen()) return;
      event.preventDefault();
      // Whoever is at the desk already has a list open that the key must not sweep away.
      if (page !== null && atDesk) return;
      setFirst(page);
      setAtDesk(!atDesk);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [counter, desk, atDesk]);
  return (
    <>
      {atDesk ? (
        <DeskWindow booth={booth} client={client} first={first} leave={counter ? () => setAtDesk(false) : null} />
      ) : (
        own
      )}
      <CallForHelp booth={booth} client={client} />
    </>
  );
}
