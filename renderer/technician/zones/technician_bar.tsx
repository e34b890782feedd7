import type { TechnicianView } from '../../../contract/technician_view.ts';
import { useBoothClock } from '../../client/use_booth_clock.ts';
import { clockText } from '../../i18n/formats.ts';
import { Text } from '../../i18n/text.tsx';
import { PostureCell } from '../../posture/posture_cell.tsx';
import { ConnectionCell } from '../../ui/connection_cell.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import styles from '../../ui/top_bar.module.css';
import { TrainingBand } from '../../ui/training_band.tsx';
import own from './technician_bar.module.css';

/** Z1: the lane and whether it serves, who works on it, that no traveller is seen here; connection and clock. */
export function TechnicianBar({ view, onLock }: { view: TechnicianView; onLock(): void }) {
  const now = useBoothClock(view.now);
  const { open } = view.service;
  return (
    <header className={styles.bar} data-zone="Z1">
      <div className={styles.cell} data-service={open ? 'open' : 'closed'}>
        <strong className={styles.lane}>{view.lane.id}</strong>
        <Glyph name={open ? 'arrival' : 'paused'} tone="ink" />
        <b>
          <Text id={open ? 'tech.service.open' : 'tech.service.closed'} />
        </b>
      </div>
      <div className={styles.cell}>
        <Text id="tech.top.technician" values={{ number: view.technician.number }} />
        <button type="button" className={own.lock} onClick={onLock}>
          <Text id="admin.lock" /> <KeyCap>Ctrl L</KeyCap>
        </button>
      </div>
      <div className={styles.free}>{view.lane.training && <TrainingBand />}</div>
      <div className={styles.cell}>
        <Glyph name="lock" />
        <b>
          <Text id="tech.top.noTravellers" />
        </b>
      </div>
      <PostureCell short posture={{ profile: view.posture, until: null, others: [] }} timeZone={view.lane.timeZone} />
      <ConnectionCell connection={view.connection} now={now} />
      <time className={styles.clock}>{clockText(now, view.lane.timeZone)}</time>
    </header>
  );
}
