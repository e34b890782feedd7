import { useState } from 'react';
import type { WatchlistView } from '../../contract/watchlist_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { useFormats } from '../i18n/formats.ts';
import type { Sentence } from '../i18n/sentence.ts';
import type { Attention } from '../ui/attention.ts';
import { AttentionZone } from '../ui/attention_zone.tsx';
import styles from './administrator_screen.module.css';
import { aboutChange, aboutLists, aboutSearch, aboutToldApart } from './attention.ts';
import { ConfirmDialog } from './confirm_dialog.tsx';
import { useAdministratorKeys } from './keys/use_administrator_keys.ts';
import type { Opening, Page } from './page.ts';
import { useChangeCommands } from './use_change_commands.ts';
import { useIncoming } from './use_incoming.ts';
import { useSearch } from './use_search.ts';
import { useToldApart } from './use_told_apart.ts';
import { AdministratorBar } from './zones/administrator_bar.tsx';
import { ChangePage } from './zones/change_page.tsx';
import { ListsPage } from './zones/lists_page.tsx';
import { SearchPage } from './zones/search_page.tsx';
import { ToldApartPage } from './zones/told_apart_page.tsx';
import { ToolBar } from './zones/tool_bar.tsx';

/** The item so many places on; the ends hold. */
function neighbour<T>(items: readonly T[], item: T | null, step: number): T | undefined {
  const place = item === null ? 0 : items.indexOf(item) + step;
  return items[Math.max(0, Math.min(items.length - 1, place))];
}

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
  const decisions = useToldApart(client, page === 'apart', opening.decisions ?? null);
  const commands = useChangeCommands(client, view.change);
  const { answerTime, count } = useFormats();
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
      if (page === 'lists') chooseList(neighbour(view.lists, list, step)?.list ?? null);
      if (page === 'apart') decisions.choose(neighbour(decisions.decisions ?? [], decisions.one, step)?.id ?? null);
      if (page === 'search') searching.move(step);
    },
  };
  useAdministratorKeys({ page, change, list, actions });
  const said: Record<Page, { attention: Attention; error: Sentence | null }> = {
    lists: { attention: aboutLists(view), error: null },
    search: { attention: aboutSearch(searching.search, answerTime, count), error: null },
    change: { attention: aboutChange(change), error: incoming.error },
    apart: { attention: aboutToldApart(decisions.decisions), error: decisions.error },
  };
  return (
    <div className={styles.screen}>
      <AdministratorBar view={view} />
      <main className={styles.zones} data-page={page}>
        <AttentionZone attention={said[page].attention} error={commands.error ?? said[page].error} />
        {page === 'lists' && <ListsPage view={view} list={list} onChoose={chooseList} />}
        {page === 'search' && <SearchPage view={view} searching={searching} />}
        {page === 'apart' && <ToldApartPage view={view} decisions={decisions} />}
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
