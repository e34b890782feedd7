import type { BoothView } from '../../contract/session.ts';
import { useBoothClock } from '../client/use_booth_clock.ts';
import { clockText } from '../i18n/formats.ts';
import { Text } from '../i18n/text.tsx';
import { ListsCell } from '../lists/lists_cell.tsx';
import { PostureCell } from '../posture/posture_cell.tsx';
import { ConnectionCell } from '../ui/connection_cell.tsx';
import { ShiftNumber } from '../ui/shift_number.tsx';
import styles from '../ui/top_bar.module.css';
import { TrainingBand } from '../ui/training_band.tsx';

/** Z1 of the desk: the booth, who works here and as what; connection, lists and clock. */
export function DeskBar({ booth, me }: { booth: BoothView; me: NonNullable<BoothView['signedIn']> }) {
  const now = useBoothClock(booth.now);
  const [role] = me.roles;
  return (
    <header className={styles.bar} data-zone="Z1">
      <div className={styles.cell}>
        <strong className={styles.lane}>{booth.lane.id}</strong>
        <b>{role !== undefined && <Text id={`role.${role}`} />}</b>
      </div>
      <div className={styles.cell}>
        <span className="mono">{me.number}</span>
        <ShiftNumber shift={me.shift} heard={booth.silentCall.heard} />
      </div>
      <div className={styles.free}>{booth.lane.training && <TrainingBand />}</div>
      <PostureCell posture={booth.posture} timeZone={booth.lane.timeZone} />
      <ConnectionCell connection={booth.connection} now={now} />
      <div className={styles.cell}>
        <ListsCell status={booth.lists} now={now} />
      </div>
      <time className={styles.clock}>{clockText(now, booth.lane.timeZone)}</time>
    </header>
  );
}
