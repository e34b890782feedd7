import type { WireEntry } from '../../../contract/technician_view.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Technician } from '../use_technician.ts';
import type { WireFilter } from '../use_wire.ts';
import { FrameDetail } from './frame_detail.tsx';
import styles from './wire_page.module.css';
import { WireTable } from './wire_table.tsx';

const FILTERS: readonly WireFilter[] = ['all', 'errors', 'calm'];

/** What goes over the chosen device's wire, live, with every traveller's character covered before it came here. */
export function WirePage({ technician }: { technician: Technician }) {
  const { view, wire, device } = technician;
  return (
    <>
      <Panel zone="Z4">
        <WireTools technician={technician} />
        {wire.shown.length === 0 ? (
          <p className={styles.nothing}>
            <Text
              id={
                device === null
                  ? 'tech.none.detail'
                  : wire.entries.length === 0
                    ? 'tech.wire.quiet'
                    : 'tech.wire.filtered'
              }
            />
          </p>
        ) : (
          <WireTable
            entries={wire.shown}
            chosen={wire.chosen?.seq ?? null}
            held={wire.held}
            timeZone={view.lane.timeZone}
            onChoose={wire.choose}
          />
        )}
      </Panel>
      <FrameDetail technician={technician} />
    </>
  );
}

const isWrong = (entry: WireEntry): boolean => entry.problem !== null;

/** The device, the filters with their counts, the search, and what the letters do. */
function WireTools({ technician }: { technician: Technician }) {
  const t = useText();
  const { count } = useFormats();
  const { view, wire, device, choose } = technician;
  const counts: Record<WireFilter, number> = {
    all: wire.entries.length,
    errors: wire.entries.filter(isWrong).length,
    calm: wire.entries.filter((entry) => !entry.heartbeat).length,
  };
  return (
    <div className={styles.tools}>
      <select
        aria-label={t('tech.column.device')}
        value={device?.name ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        {view.devices.map((one) => (
          <option key={one.name} value={one.name}>
            {one.place} · {one.name}
          </option>
        ))}
      </select>
      {FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          className={styles.filter}
          aria-pressed={wire.filter === filter}
          onClick={() => wire.setFilter(filter)}
        >
          {t(`tech.filter.${filter}`)} {count(counts[filter])}
        </button>
      ))}
      <input
        type="search"
        className={styles.find}
        aria-label={t('tech.wire.find')}
        placeholder={t('tech.wire.find')}
        value={wire.find}
        onChange={(event) => wire.setFind(event.target.value)}
      />
      <span className={styles.keys}>
        <KeyCap>Space</KeyCap> {t(wire.paused ? 'tech.wire.resume' : 'tech.wire.pause')} <KeyCap>M</KeyCap>{' '}
        {t('tech.wire.mark')}
      </span>
    </div>
  );
}
