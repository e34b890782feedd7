import { memo } from 'react';
import type { DeviceRow } from '../../../contract/technician_view.ts';
import { useBoothClock } from '../../client/use_booth_clock.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel } from '../../ui/panel.tsx';
import tables from '../../ui/table.module.css';
import { LOOK_OF_CONDITION } from '../conditions.ts';
import styles from './device_table.module.css';

/** Failures of the last 24 hours. */
export const failuresToday = (device: Pick<DeviceRow, 'failuresByHour'>): number =>
  device.failuresByHour.reduce((sum, hour) => sum + hour, 0);

/** Z4: every device of the lane, in the order of the settings; rows never move. */
export function DeviceTable({
  devices,
  boothNow,
  chosen,
  onChoose,
}: {
  devices: readonly DeviceRow[];
  boothNow: number;
  chosen: string | null;
  onChoose(device: string): void;
}) {
  const t = useText();
  return (
    <Panel className={styles.panel}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={tables.scroll} tabIndex={0} aria-label={t('tech.devices')} data-scrolls>
        <table className={`${tables.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{t('tech.column.device')}</th>
              <th scope="col">{t('tech.column.model')}</th>
              <th scope="col">{t('tech.column.port')}</th>
              <th scope="col">{t('tech.column.condition')}</th>
              <th scope="col" className={tables.number}>
                {t('tech.column.heard')}
              </th>
              <th scope="col" className={tables.number}>
                {t('tech.column.failures')}
              </th>
            </tr>
          </thead>
          <tbody>
            {devices.map((device) => (
              <Row
                key={device.name}
                device={device}
                boothNow={boothNow}
                chosen={device.name === chosen}
                onChoose={onChoose}
              />
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

const Row = memo(function Row({
  device,
  boothNow,
  chosen,
  onChoose,
}: {
  device: DeviceRow;
  boothNow: number;
  chosen: boolean;
  onChoose(device: string): void;
}) {
  const t = useText();
  const { count } = useFormats();
  const look = LOOK_OF_CONDITION[device.condition];
  return (
    <tr data-device={device.name} data-condition={device.condition} data-chosen={chosen}>
      <td className={tables.first}>
        <b>{device.place}</b>
      </td>
      <th scope="row">
        <button type="button" className={tables.name} aria-pressed={chosen} onClick={() => onChoose(device.name)}>
          <b>{device.name}</b>
          <small className={tables.cut}>{t(`device.${device.kind}`)}</small>
        </button>
      </th>
      <td>
        <span className={tables.cut}>{device.model}</span>
        <small className={`${tables.cut} mono`}>{device.driver}</small>
      </td>
      <td className="mono">
        <span className={tables.cut}>{device.port ?? '–'}</span>
      </td>
      <td>
        <span className={tables.state} data-tone={look.tone}>
          <Glyph name={look.glyph} tone={look.tone} />
          <span>{t(`tech.condition.${device.condition}`)}</span>
        </span>
      </td>
      <td className={tables.number}>
        <Heard at={device.lastHeardAt} boothNow={boothNow} />
      </td>
      <td className={tables.number}>{count(failuresToday(device))}</td>
    </tr>
  );
});

/** How long ago the device was heard, in seconds while it counts. */
export function Heard({ at, boothNow }: { at: number | null; boothNow: number }) {
  const { age } = useFormats();
  const now = useBoothClock(boothNow);
  if (at === null) return <>–</>;
  const ms = Math.max(0, now - at);
  return <>{ms < 60_000 ? `${Math.floor(ms / 1000)} s` : age(ms)}</>;
}
