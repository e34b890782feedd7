import type { WatchlistView } from '../../../contract/watchlist_view.ts';
import { useBoothClock } from '../../client/use_booth_clock.ts';
import { clockText } from '../../i18n/formats.ts';
import { Text } from '../../i18n/text.tsx';
import { statusOf } from '../../lists/list_status.ts';
import { ListsCell } from '../../lists/lists_cell.tsx';
import { PostureCell } from '../../posture/posture_cell.tsx';
import { ConnectionCell } from '../../ui/connection_cell.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import styles from '../../ui/top_bar.module.css';
import { TrainingBand } from '../../ui/training_band.tsx';

/** Z1: the booth, who works here and that no traveller does; connection, lists and clock. */
export function AdministratorBar({ view }: { view: WatchlistView }) {
  const now = useBoothClock(view.now);
  return (
    <header className={styles.bar} data-zone="Z1">
      <div className={styles.cell}>
        <strong className={styles.lane}>{view.lane.id}</strong>
        <Glyph name="lists" tone="ink" />
        <b>
          <Text id="role.watchlist-admin" />
        </b>
      </div>
      <div className={styles.cell}>
        <span className="mono">{view.administrator.number}</span>
      </div>
      <div className={styles.free}>{view.lane.training && <TrainingBand />}</div>
      <PostureCell posture={view.posture} timeZone={view.lane.timeZone} />
      <ConnectionCell connection={view.connection} now={now} />
      <div className={styles.cell}>
        <ListsCell status={statusOf(view.lists)} now={now} />
      </div>
      <time className={styles.clock}>{clockText(now, view.lane.timeZone)}</time>
    </header>
  );
}
