import type { LaneView } from '../../../contract/lane_view.ts';
import { clockText } from '../../i18n/formats.ts';
import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './context_zone.module.css';

/**
 * The stamp rule of the lane, and who gave it: without the network the leader of the shift may order it here. Until when the person
 * may stay is the law's, and stands under it.
 */
export function Stamp({ lane, onOrder }: { lane: LaneView; onOrder?: (() => void) | undefined }) {
  const t = useText();
  const { stampOrder, connection } = lane;
  const offline = connection.state === 'OFFLINE';
  const said =
    stampOrder === null
      ? t(offline ? 'law.stamp.offline' : 'law.stamp.online')
      : t('law.stamp.ordered', { number: stampOrder.by, time: clockText(stampOrder.at, lane.lane.timeZone) });
  return (
    <div className={styles.stamp}>
      <small>{t('law.stamp')}</small>
      <strong>{t(`stamp.${lane.stamp}`)}</strong>
      <p>{said}</p>
      {offline && onOrder !== undefined && (
        <Button onPress={onOrder} testId="order-stamp">
          {t('stamp.order')}
        </Button>
      )}
    </div>
  );
}
