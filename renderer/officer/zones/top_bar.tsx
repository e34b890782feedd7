import type { LaneView } from '../../../contract/lane_view.ts';
import { useBoothClock } from '../../client/use_booth_clock.ts';
import { clockText } from '../../i18n/formats.ts';
import { Text } from '../../i18n/text.tsx';
import { statusOf } from '../../lists/list_status.ts';
import { ListsCell } from '../../lists/lists_cell.tsx';
import { PostureCell } from '../../posture/posture_cell.tsx';
import { ConnectionCell } from '../../ui/connection_cell.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { ShiftNumber } from '../../ui/shift_number.tsx';
import styles from '../../ui/top_bar.module.css';
import { TrainingBand } from '../../ui/training_band.tsx';

/** Z1: lane, direction, officer; posture, connection, lists and clock. Never moves, in no state. */
export function TopBar({ lane }: { lane: LaneView }) {
  const now = useBoothClock(lane.now);
  return (
    <header className={styles.bar} data-zone="Z1">
      <div className={styles.cell}>
        <strong className={styles.lane}>{lane.lane.id}</strong>
        <Glyph name={lane.direction === 'ARRIVAL' ? 'arrival' : 'departure'} tone="ink" />
        <b>
          <Text id={`direction.${lane.direction}`} />
        </b>
      </div>
      <div className={styles.cell}>
        <span>
          <Text id="top.officer" values={{ number: lane.officer.number }} />
        </span>
        <ShiftNumber shift={lane.officer.shift} heard={lane.called} />
      </div>
      <div className={styles.free}>{lane.lane.training && <TrainingBand />}</div>
      <PostureCell posture={lane.posture} timeZone={lane.lane.timeZone} />
      <ConnectionCell connection={lane.connection} now={now} />
      <div className={styles.cell}>
        <ListsCell status={statusOf(lane.lists)} now={now} />
      </div>
      <time className={styles.clock}>{clockText(now, lane.lane.timeZone)}</time>
    </header>
  );
}
