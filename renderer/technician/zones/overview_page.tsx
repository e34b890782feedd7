import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel } from '../../ui/panel.tsx';
import tables from '../../ui/table.module.css';
import type { Technician } from '../use_technician.ts';
import { DeviceDetail } from './device_detail.tsx';
import { DeviceTable } from './device_table.tsx';
import { LaneMap } from './lane_map.tsx';
import styles from './overview_page.module.css';

/** The lane from above, its devices in a table, and one of them in detail. */
export function OverviewPage({ technician }: { technician: Technician }) {
  const t = useText();
  const { view, device, choose } = technician;
  if (device === null) {
    return (
      <>
        <Panel zone="Z4" className={tables.empty}>
          <Glyph name="not-performed" size="large" />
          <p>
            <Text id="tech.none.detail" />
          </p>
        </Panel>
        <Panel zone="Z5" title={t('tech.detail')}>
          <p className={tables.hint}>
            <Text id="tech.detail.none" />
          </p>
        </Panel>
      </>
    );
  }
  return (
    <>
      <div className={styles.work} data-zone="Z4">
        <LaneMap devices={view.devices} chosen={device.name} />
        <DeviceTable devices={view.devices} boothNow={view.now} chosen={device.name} onChoose={choose} />
      </div>
      <DeviceDetail technician={technician} device={device} />
    </>
  );
}
