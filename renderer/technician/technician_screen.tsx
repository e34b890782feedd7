import type { TechnicianView } from '../../contract/technician_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { useOpenLongEnough } from '../ui/use_open_long_enough.ts';
import type { Act } from './acts/act.ts';
import { actsOf, toolsOf } from './acts/page_acts.ts';
import { TechnicianDialogs } from './dialogs/technician_dialogs.tsx';
import { useTechnicianKeys } from './keys/use_technician_keys.ts';
import type { Opening, Page } from './page.ts';
import styles from './technician_screen.module.css';
import { type Technician, useTechnician } from './use_technician.ts';
import { DiscoverPage } from './zones/discover_page.tsx';
import { LogPage } from './zones/log_page.tsx';
import { OverviewPage } from './zones/overview_page.tsx';
import { SelfTestPage } from './zones/self_test_page.tsx';
import { SettingsPage } from './zones/settings_page.tsx';
import { TechnicianAttention } from './zones/technician_attention.tsx';
import { TechnicianBar } from './zones/technician_bar.tsx';
import { TechnicianToolBar } from './zones/tool_bar.tsx';
import { WirePage } from './zones/wire_page.tsx';

const PAGES: Record<Page, (props: { technician: Technician }) => React.ReactNode> = {
  devices: OverviewPage,
  discover: DiscoverPage,
  settings: SettingsPage,
  wire: WirePage,
  selftest: SelfTestPage,
  log: LogPage,
};

/** What the arrows choose among on each page. */
function moverOf({ page, view, draft, wire, discovery, chosen, choose }: Technician): (step: number) => void {
  if (page === 'wire') return wire.move;
  if (page === 'discover') return discovery.move;
  const names = (page === 'settings' ? draft.devices : page === 'devices' ? view.devices : []).map((one) => one.name);
  return (step) => {
    const next = names[Math.max(0, Math.min(names.length - 1, names.indexOf(chosen ?? '') + step))];
    if (next !== undefined) choose(next);
  };
}

/** The technician's window: the lane's devices, their settings, their wire and their test. No traveller is in it. */
export function TechnicianScreen({
  view,
  client,
  opening = {},
}: {
  view: TechnicianView;
  client: BoothClient;
  opening?: Opening;
}) {
  const technician = useTechnician(view, client, opening);
  const { page, commands, setDialog } = technician;
  const acts = actsOf(technician);
  const [left, right, closing] = acts.decisions;
  const openLongEnough = useOpenLongEnough(closing.open, `${page} ${acts.subject}`);
  const guarded: Act = {
    ...closing,
    run: () => {
      if (openLongEnough()) closing.run();
    },
  };
  const decisions = [left, right, guarded];
  const tools = toolsOf(technician, acts.own);
  useTechnicianKeys({
    acts: [...tools, ...decisions, ...acts.keys],
    move: moverOf(technician),
    help: () => setDialog('help'),
    lock: commands.lock,
  });
  const Shown = PAGES[page];
  return (
    <div className={styles.screen}>
      <TechnicianBar view={view} onLock={commands.lock} />
      <main className={styles.zones} data-page={page}>
        <TechnicianAttention technician={technician} />
        <Shown technician={technician} />
      </main>
      <TechnicianToolBar tools={tools} decisions={decisions} />
      <TechnicianDialogs technician={technician} />
    </div>
  );
}
