import type { WatchlistView } from '../../../contract/watchlist_view.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from '../../ui/table.module.css';
import { ListDetail } from './list_detail.tsx';
import { ListsTable } from './lists_table.tsx';

/** Every list in service, and one of them in detail. */
export function ListsPage({
  view,
  list,
  onChoose,
}: {
  view: WatchlistView;
  list: WatchlistView['lists'][number] | null;
  onChoose(list: string): void;
}) {
  const t = useText();
  const { count } = useFormats();
  if (list === null) {
    return (
      <>
        <Panel zone="Z4" className={styles.empty}>
          <Glyph name="lists" size="large" />
          <p>
            <Text id="admin.lists.none.detail" />
          </p>
        </Panel>
        <Panel zone="Z5" title={t('admin.detail')}>
          <p className={styles.hint}>
            <Text id="admin.detail.none" />
          </p>
        </Panel>
      </>
    );
  }
  const entries = view.lists.reduce((sum, one) => sum + one.entries, 0);
  return (
    <>
      <Panel
        zone="Z4"
        title={t('admin.lists')}
        aside={t('admin.lists.sum', { lists: view.lists.length, entries: count(entries) })}
      >
        <ListsTable view={view} chosen={list.list} onChoose={onChoose} />
      </Panel>
      <ListDetail view={view} list={list} />
    </>
  );
}
