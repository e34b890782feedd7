import type { LaneView } from '../../../contract/lane_view.ts';
import { momentText, useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { FootButton, Heading, Panel } from '../../ui/panel.tsx';
import { lookOfDevice } from '../../ui/status.ts';
import styles from './shift_zone.module.css';

/** Z2 at rest: the shift so far and the devices of the lane. No traveller's name stands here. */
export function ShiftZone({ lane, onLock }: { lane: LaneView; onLock(): void }) {
  const t = useText();
  const { count } = useFormats();
  const median = lane.totals.medianSeconds;
  return (
    <Panel zone="Z2" title={t('shift.title')} aside={t(`shift.hours.${lane.officer.shift}`)}>
      <dl className={styles.totals}>
        <div>
          <dt>{t('shift.cleared')}</dt>
          <dd>{count(lane.totals.cleared)}</dd>
        </div>
        <div>
          <dt>{t('shift.median')}</dt>
          <dd>{median === null ? '–' : `${Math.round(median)} s`}</dd>
        </div>
        <div>
          <dt>{t('shift.referred')}</dt>
          <dd>{count(lane.totals.referred)}</dd>
        </div>
      </dl>
      <Heading title={<Text id="devices.title" />} />
      <ul className={styles.devices}>
        {lane.devices.map((device) => {
          const { glyph, tone } = lookOfDevice(device.state);
          return (
            <li key={device.kind} data-device={device.kind}>
              <span>{t(`device.${device.kind}`)}</span>
              <Glyph name={glyph} tone={tone} />
              <b data-tone={tone}>{t(`device.state.${device.state}`)}</b>
            </li>
          );
        })}
      </ul>
      {lane.officer.lastLogin !== null && (
        <p className={styles.last}>
          {t('shift.lastLogin', {
            when: momentText(lane.officer.lastLogin.at, lane.lane.timeZone),
            lane: lane.officer.lastLogin.lane,
          })}
        </p>
      )}
      <FootButton label={t('help.ctrlL')} cap="Ctrl L" onPress={onLock} />
    </Panel>
  );
}
