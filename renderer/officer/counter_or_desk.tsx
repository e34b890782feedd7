import { type ReactNode, useLayoutEffect, useState } from 'react';
import type { BoothView } from '../../contract/session.ts';
import { may } from '../../core/domain/access/permissions.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { DeskWindow, pagesFor } from '../desk/desk_window.tsx';
import { isDialogOpen, nameOf } from '../ui/key_names.ts';
import { LaneWindow } from './lane_window.tsx';

/** The counter for who works there, the desk beside it (Ctrl M), or the desk alone for who does not. */
export function CounterOrDesk({ booth, client, before }: { booth: BoothView; client: BoothClient; before: ReactNode }) {
  const me = booth.signedIn;
  const counter = me !== null && may(me.roles, 'WORK_LANE');
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
  if (atDesk) return <DeskWindow booth={booth} client={client} leave={counter ? () => setAtDesk(false) : null} />;
  return <LaneWindow client={client} before={before} />;
}
