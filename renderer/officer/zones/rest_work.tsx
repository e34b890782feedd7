import type { LaneView } from '../../../contract/lane_view.ts';
import { useBoothClock } from '../../client/use_booth_clock.ts';
import { stopwatchText } from '../../i18n/formats.ts';
import { Text } from '../../i18n/text.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReaderDrawing } from './reader_drawing.tsx';
import styles from './rest_work.module.css';

/** Z4 at rest: how to begin, and who was sent to secondary inspection from here, by record number only. */
export function RestWork({ lane }: { lane: LaneView }) {
  const now = useBoothClock(lane.now);
  return (
    <div className={styles.work} data-zone="Z4">
      <Panel className={styles.begin}>
        <ReaderDrawing />
        <strong>
          <Text id="rest.begin" />
        </strong>
        <p>
          <Text id="rest.orType" /> <KeyCap>F5</KeyCap>
        </p>
      </Panel>
      <Panel title={<Text id="rest.referred" />} aside={<Text id="rest.noNames" />} className={styles.referred}>
        <ul>
          {lane.referred.length === 0 && (
            <li className={styles.none}>
              <Text id="rest.referred.none" />
            </li>
          )}
          {lane.referred.map((one) => (
            <li key={one.recordNumber}>
              <b className="mono">{one.recordNumber}</b>
              <span>{stopwatchText((one.closedAt ?? now) - one.at)}</span>
              <span className={styles.state}>
                <Text id={one.outcome === null ? `rest.second.${one.stage}` : `second.outcome.${one.outcome}`} />
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
