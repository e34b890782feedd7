import type { WatchlistView } from '../../../contract/watchlist_view.ts';
import { useBoothClock } from '../../client/use_booth_clock.ts';
import { momentText, useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel, Row } from '../../ui/panel.tsx';
import { LOOK_OF_AGE } from '../../ui/status.ts';
import styles from '../../ui/table.module.css';

/** Z5: one list whole: its limits, its signature, who took it in, and what follows when it is too old. */
export function ListDetail({ view, list }: { view: WatchlistView; list: WatchlistView['lists'][number] }) {
  const t = useText();
  const { age, bytes, count } = useFormats();
  const now = useBoothClock(view.now);
  const look = LOOK_OF_AGE[list.age];
  const { timeZone } = view.lane;
  const limits = { aged: list.agedAfterHours, expired: list.expiredAfterHours };
  return (
    <Panel zone="Z5" title={t('admin.detail')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('admin.detail')} data-scrolls>
        <dl>
          <Row label={t('admin.column.list')}>{list.list}</Row>
          <Row label={t('admin.column.kind')}>{t(`admin.kind.${list.kind}`)}</Row>
          <Row label={t('admin.column.age')}>
            <span className={styles.state} data-tone={look.tone}>
              <Glyph name={look.glyph} tone={look.tone} />
              <span>
                {t(`age.${list.age}`)} · {age(now - list.asOf)}
              </span>
            </span>
          </Row>
          <Row label={t('admin.limits')}>{t('admin.limits.hours', limits)}</Row>
          <Row label={t('admin.column.asOf')}>{momentText(list.asOf, timeZone)}</Row>
          <Row label={t('admin.column.entries')}>{count(list.entries)}</Row>
          <Row label={t('admin.persons')}>
            {count(list.persons)} · {count(list.documentsOnly)}
          </Row>
          <Row label={t('admin.column.version')} mono>
            {list.version}
          </Row>
          <Row label={t('admin.column.signed')}>{list.signedBy ?? t('admin.unsigned')}</Row>
          {list.sequence !== null && <Row label={t('admin.sequence')}>{count(list.sequence)}</Row>}
          {list.lastDeltaAt !== null && (
            <Row label={t('admin.lastDelta')}>{momentText(list.lastDeltaAt, timeZone)}</Row>
          )}
          <Row label={t('admin.bytes')}>{bytes(list.bytes)}</Row>
          <Row label={t('admin.column.importedAt')}>{momentText(list.importedAt, timeZone)}</Row>
          <Row label={t('admin.column.imported')}>{list.importedBy ?? t('admin.byBooth')}</Row>
        </dl>
        {list.discreet && (
          <p className={styles.hint}>
            <Text id="admin.discreet" />
          </p>
        )}
      </section>
    </Panel>
  );
}
