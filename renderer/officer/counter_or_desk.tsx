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

/** A window with the desk beside it (Ctrl M), or the desk alone where there is none. */
export function WithDesk({ booth, client, window: own }: { booth: BoothView; client: BoothClient; window: ReactNode }) {
  const me = booth.signedIn;
  const counter = own !== null;
  const desk = me !== null && pagesFor(me).length > 0;
  const [atDesk, setAtDesk] = useState(!counter);
  useLayoutEffect(() => {
    if (!counter || !desk) return;
    const onKey = (event: KeyboardEvent) => {
      if (nameOf(event) !== 'Ctrl+m' || event.repeat || isDialogOpen()) return;
      event.preventDefault();
      setAtDesk((before) => !before);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [counter, desk]);
  return (
    <>
      {atDesk ? <DeskWindow booth={booth} client={client} leave={counter ? () => setAtDesk(false) : null} /> : own}
      <CallForHelp booth={booth} client={client} />
    </>
  );
}
