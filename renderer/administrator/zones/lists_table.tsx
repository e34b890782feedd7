import type { WatchlistView } from '../../../contract/watchlist_view.ts';
import { useBoothClock } from '../../client/use_booth_clock.ts';
import { momentText, useFormats } from '../../i18n/formats.ts';
import { useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { LOOK_OF_AGE } from '../../ui/status.ts';
import styles from '../../ui/table.module.css';
import { isUnderWay } from '../what_is_open.ts';
import own from './lists_table.module.css';

type List = WatchlistView['lists'][number];

/** One row a list; the oldest is told by shape and word, not by its place. */
export function ListsTable({
  view,
  chosen,
  onChoose,
}: {
  view: WatchlistView;
  chosen: string;
  onChoose(list: string): void;
}) {
  const t = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('admin.lists')} data-scrolls>
      <table className={`${styles.table} ${own.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('admin.column.list')}</th>
            <th scope="col">{t('admin.column.version')}</th>
            <th scope="col" className={styles.number}>
              {t('admin.column.entries')}
            </th>
            <th scope="col">{t('admin.column.asOf')}</th>
            <th scope="col">{t('admin.column.age')}</th>
            <th scope="col">{t('admin.column.state')}</th>
            <th scope="col">{t('admin.column.imported')}</th>
          </tr>
        </thead>
        <tbody>
          {view.lists.map((list) => (
            <ListRow key={list.list} view={view} list={list} chosen={list.list === chosen} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ListRow({
  view,
  list,
  chosen,
  onChoose,
}: {
  view: WatchlistView;
  list: List;
  chosen: boolean;
  onChoose(list: string): void;
}) {
  const t = useText();
  const { age, count } = useFormats();
  const now = useBoothClock(view.now);
  const look = LOOK_OF_AGE[list.age];
  return (
    <tr data-list={list.list} data-chosen={chosen}>
      <th scope="row">
        <button type="button" className={styles.name} aria-pressed={chosen} onClick={() => onChoose(list.list)}>
          <b>{list.list}</b>
          <small className={styles.cut}>
            {t(`admin.kind.${list.kind}`)}
            {list.signedBy !== null && ` · ${t('admin.signed', { by: list.signedBy })}`}
          </small>
        </button>
      </th>
      <td className="mono">
        <span className={styles.cut}>{list.version}</span>
      </td>
      <td className={styles.number}>{count(list.entries)}</td>
      <td>{momentText(list.asOf, view.lane.timeZone)}</td>
      <td>
        <span className={styles.state} data-tone={look.tone}>
          <Glyph name={look.glyph} tone={look.tone} />
          <span>
            {t(`age.${list.age}`)} · {age(now - list.asOf)}
          </span>
        </span>
      </td>
      <td>
        <ListState view={view} list={list} />
      </td>
      <td>
        {list.importedBy ?? t('admin.byBooth')}
        <br />
        <small>{age(now - list.importedAt)}</small>
      </td>
    </tr>
  );
}

/** In service, and what is being done about it. */
function ListState({ view, list }: { view: WatchlistView; list: List }) {
  const t = useText();
  const { change } = view;
  if (change === null || change.list !== list.list || !isUnderWay(change)) {
    if (list.state === 'IN_SERVICE') return <>{t('admin.state.IN_SERVICE')}</>;
    const preparing = list.state === 'PREPARING';
    return (
      <span className={styles.state} data-tone={preparing ? 'run' : 'warn'}>
        <Glyph name={preparing ? 'running' : 'to-resolve'} tone={preparing ? 'run' : 'warn'} />
        <span>{t(`admin.state.${list.state}`)}</span>
      </span>
    );
  }
  const waits = change.phase === 'READY';
  return (
    <span className={styles.state} data-tone={waits ? 'warn' : 'run'}>
      <Glyph name={waits ? 'to-resolve' : 'running'} tone={waits ? 'warn' : 'run'} />
      <span>{t(waits ? 'admin.state.WAITS' : 'admin.state.BUILDING')}</span>
    </span>
  );
}
