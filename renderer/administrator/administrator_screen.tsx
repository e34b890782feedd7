import { useState } from 'react';
import type { WatchlistView } from '../../contract/watchlist_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { useFormats } from '../i18n/formats.ts';
import styles from './administrator_screen.module.css';
import { aboutChange, aboutLists, aboutSearch } from './attention.ts';
import { ConfirmDialog } from './confirm_dialog.tsx';
import { useAdministratorKeys } from './keys/use_administrator_keys.ts';
import type { Opening, Page } from './page.ts';
import { useChangeCommands } from './use_change_commands.ts';
import { useIncoming } from './use_incoming.ts';
import { useSearch } from './use_search.ts';
import { AdministratorBar } from './zones/administrator_bar.tsx';
import { AttentionZone } from './zones/attention_zone.tsx';
import { ChangePage } from './zones/change_page.tsx';
import { ListsPage } from './zones/lists_page.tsx';
import { SearchPage } from './zones/search_page.tsx';
import { ToolBar } from './zones/tool_bar.tsx';

/** The watchlist administrator's window: the lists, the search in them, and their change by two people. No traveller is in it. */
export function AdministratorScreen({
  view,
  client,
  opening = {},
}: {
  view: WatchlistView;
  client: BoothClient;
  opening?: Opening;
}) {
  const [page, setPage] = useState<Page>(opening.page ?? 'lists');
  /** The change whose second person is asked for. */
  const [confirming, setConfirming] = useState(opening.dialog === 'confirm' ? (view.change?.id ?? null) : null);
  const [chosenList, chooseList] = useState<string | null>(null);
  const searching = useSearch(client, opening.search);
  const incoming = useIncoming(client, page === 'change', opening.incoming ?? null);
  const commands = useChangeCommands(client, view.change);
  const { duration } = useFormats();
  const { change } = view;
  const list = view.lists.find((one) => one.list === chosenList) ?? view.lists[0] ?? null;
  const asking = change?.phase === 'READY' && confirming === change.id;
  const actions = {
    show: setPage,
    discard: commands.discard,
    goBack: () => {
      if (list === null) return;
      commands.orderReturn(list.list);
      setPage('change');
    },
    confirm: () => setConfirming(change?.id ?? null),
    lock: commands.lock,
    move: (step: number) => {
      if (page === 'lists' && list !== null) {
        const place = view.lists.indexOf(list) + step;
        chooseList(view.lists[Math.max(0, Math.min(view.lists.length - 1, place))]?.list ?? null);
      } else if (page === 'search') {
        const last = (searching.search.answer?.hits.length ?? 1) - 1;
        searching.choose(Math.max(0, Math.min(last, searching.search.chosen + step)));
      }
    },
  };
  useAdministratorKeys({ page, change, list, dialogOpen: asking, actions });
  const attention =
    page === 'lists'
      ? aboutLists(view)
      : page === 'search'
        ? aboutSearch(searching.search, duration)
        : aboutChange(change);
  return (
    <div className={styles.screen}>
      <AdministratorBar view={view} />
      <main className={styles.zones} data-page={page}>
        <AttentionZone attention={attention} error={commands.error ?? (page === 'change' ? incoming.error : null)} />
        {page === 'lists' && <ListsPage view={view} list={list} onChoose={chooseList} />}
        {page === 'search' && <SearchPage view={view} searching={searching} />}
        {page === 'change' && <ChangePage view={view} incoming={incoming} onOrder={commands.orderImport} />}
      </main>
      <ToolBar page={page} change={change} list={list} actions={actions} />
      {asking && (
        <ConfirmDialog
          change={change}
          client={client}
          timeZone={view.lane.timeZone}
          onClose={() => setConfirming(null)}
        />
      )}
    </div>
  );
}
