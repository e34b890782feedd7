import { useState } from 'react';
import type { DeviceRow, TechnicianView } from '../../contract/technician_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { worstOf } from './conditions.ts';
import type { Asked, DialogName, Opening, Page, Profile, Replayed } from './page.ts';
import { type Commands, useCommands } from './use_commands.ts';
import { type Discovery, useDiscovery } from './use_discovery.ts';
import { type Draft, useDraft } from './use_draft.ts';
import { type Log, useLog } from './use_log.ts';
import { useWire, type Wire } from './use_wire.ts';

/** All that the pages, tiles and keys of the window work with. */
export interface Technician {
  readonly view: TechnicianView;
  readonly page: Page;
  readonly dialog: DialogName | null;
  /** The chosen device as it is; null where it stands in the draft only, or there is none. */
  readonly device: DeviceRow | null;
  /** Its name. */
  readonly chosen: string | null;
  readonly commands: Commands;
  readonly draft: Draft;
  readonly wire: Wire;
  readonly discovery: Discovery;
  readonly log: Log;
  readonly asked: Asked | null;
  readonly replayed: Replayed | null;
  readonly profile: Profile | null;
  show(page: Page): void;
  setDialog(dialog: DialogName | null): void;
  choose(device: string): void;
  setAsked(asked: Asked | null): void;
  setReplayed(replayed: Replayed | null): void;
  setProfile(profile: Profile | null): void;
}

/** The window's own state over what the booth says. */
export function useTechnician(view: TechnicianView, client: BoothClient, opening: Opening): Technician {
  const [page, setPage] = useState<Page>(opening.page ?? 'devices');
  const [dialog, setDialog] = useState<DialogName | null>(opening.dialog ?? null);
  // The worst when the window opens; afterwards the choice stays where the technician left it.
  const [name, choose] = useState(() => opening.device ?? worstOf(view.devices)?.name ?? null);
  const [asked, setAsked] = useState<Asked | null>(opening.asked ?? null);
  const [replayed, setReplayed] = useState<Replayed | null>(opening.replayed ?? null);
  const [profile, setProfile] = useState<Profile | null>(opening.profile ?? null);
  const commands = useCommands(client, view.lane.timeZone);
  const editing = page === 'settings' || page === 'discover';
  const draft = useDraft(commands, editing || page === 'devices', view.trial?.id ?? null, opening);
  const isDrafted = editing && draft.devices.some((one) => one.name === name);
  const device = view.devices.find((one) => one.name === name) ?? (isDrafted ? null : (view.devices[0] ?? null));
  const chosen = device?.name ?? (isDrafted ? name : null);
  const wire = useWire(client, chosen, page === 'wire', opening.wire);
  const discovery = useDiscovery(commands, page === 'discover', opening.found ?? null);
  const moment = `${view.trial?.id} ${view.service.since} ${view.selfTest?.phase}`;
  const log = useLog(commands, page === 'log' || page === 'settings', moment, opening.log ?? null);
  const show = (next: Page) => {
    commands.refuse(null);
    setPage(next);
  };
  return {
    view,
    page,
    dialog,
    device,
    chosen,
    commands,
    draft,
    wire,
    discovery,
    log,
    asked,
    replayed,
    profile,
    show,
    setDialog,
    choose,
    setAsked,
    setReplayed,
    setProfile,
  };
}
