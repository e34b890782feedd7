import { memo, useEffect, useRef } from 'react';
import type { WireEntry } from '../../../contract/technician_view.ts';
import { clockText } from '../../i18n/formats.ts';
import { useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import tables from '../../ui/table.module.css';
import { FrameHex } from './hex.tsx';
import { useVisibleRows } from './use_visible_rows.ts';
import styles from './wire_page.module.css';

/** Height of a row in rem; the same in the style sheet. */
const ROW_REM = 2.25;

/** The frames, oldest first; only the rows in sight are drawn, and the newest stays in sight until someone scrolls up. */
export function WireTable({
  entries,
  chosen,
  held,
  timeZone,
  onChoose,
}: {
  entries: readonly WireEntry[];
  chosen: number | null;
  /** The frame that somebody chose and that must come into sight; null while the newest is followed. */
  held: number | null;
  timeZone: string;
  onChoose(seq: number): void;
}) {
  const t = useText();
  const scroll = useRef<HTMLElement>(null);
  const { first, last, before, after } = useVisibleRows(scroll, entries.length, ROW_REM);
  useEffect(() => {
    if (held !== null) scroll.current?.querySelector(`[data-seq="${held}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [held]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={scroll} className={tables.scroll} tabIndex={0} aria-label={t('tech.tile.wire')} data-scrolls>
      <table className={`${tables.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('tech.wire.time')}</th>
            <th scope="col">{t('tech.wire.direction')}</th>
            <th scope="col">{t('tech.wire.hex')}</th>
            <th scope="col">{t('tech.wire.decoded')}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {entries.slice(first, last).map((entry) => (
            <Row key={entry.seq} entry={entry} chosen={entry.seq === chosen} timeZone={timeZone} onChoose={onChoose} />
          ))}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </section>
  );
}

/** Stands for the rows that are out of sight. */
function Gap({ height }: { height: number }) {
  return (
    <tr>
      <td colSpan={4} style={{ height, padding: 0 }} />
    </tr>
  );
}

const Row = memo(function Row({
  entry,
  chosen,
  timeZone,
  onChoose,
}: {
  entry: WireEntry;
  chosen: boolean;
  timeZone: string;
  onChoose(seq: number): void;
}) {
  const t = useText();
  const out = entry.direction === 'host-to-device';
  const isMark = entry.kind === 'mark';
  return (
    <tr
      className={`${styles.row} ${isMark ? styles.mark : ''}`}
      data-seq={entry.seq}
      data-kind={entry.kind}
      data-chosen={chosen}
    >
      <td className={styles.first}>
        <button type="button" className={styles.time} aria-pressed={chosen} onClick={() => onChoose(entry.seq)}>
          {clockText(entry.at, timeZone)}.{String(Math.floor(entry.at) % 1000).padStart(3, '0')}
        </button>
      </td>
      <td>{isMark ? '' : t(out ? 'tech.wire.out' : 'tech.wire.in')}</td>
      <td>
        <FrameHex entry={entry} />
      </td>
      <td>
        <Words entry={entry} />
      </td>
    </tr>
  );
});

/** The message in the protocol's words, or what was wrong with the frame. */
export function Words({ entry }: { entry: WireEntry }) {
  const t = useText();
  const text = [entry.message, entry.values].filter((part) => part !== null && part !== '').join(' · ');
  const kind = entry.kind === 'frame' ? '' : t(`tech.wire.kind.${entry.kind}`);
  const wrong = entry.problem !== null;
  return (
    <span className={styles.words} data-wrong={wrong}>
      {wrong && <Glyph name="to-resolve" tone="warn" />}
      <span>{[kind, text, entry.problem ?? ''].filter((part) => part !== '').join(' · ')}</span>
    </span>
  );
}
