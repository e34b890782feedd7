import type { LaneView } from '../../../contract/lane_view.ts';
import { useText } from '../../i18n/text.tsx';
import styles from './context_zone.module.css';

/** The stamp rule of the lane. Until when the person may stay is the law's, and stands under it. */
export function Stamp({ lane }: { lane: LaneView }) {
  const t = useText();
  return (
    <div className={styles.stamp}>
      <small>{t('law.stamp')}</small>
      <strong>{t(`stamp.${lane.stamp}`)}</strong>
      <p>{t(lane.connection.state === 'OFFLINE' ? 'law.stamp.offline' : 'law.stamp.online')}</p>
    </div>
  );
}
