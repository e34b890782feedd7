import type { ListChange } from '../../../contract/watchlist_view.ts';
import { momentText, useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Row } from '../../ui/panel.tsx';
import styles from './change_page.module.css';

/** The copy in service beside the one that waits: what the second person judges by. */
export function Comparison({ change, timeZone }: { change: ListChange; timeZone: string }) {
  const t = useText();
  const { count } = useFormats();
  const { comparison } = change;
  if (comparison === null) return null;
  const counts = [
    ['added', comparison.added],
    ['changed', comparison.changed],
    ['removed', comparison.removed],
    ['rejected', comparison.rejectedCount],
  ] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.comparison} tabIndex={0} aria-label={t('admin.compare')} data-scrolls>
      <table className={styles.versions}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('admin.compare.old')}</th>
            <th scope="col">{t('admin.compare.new')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('admin.column.version')}</th>
            <td className="mono">{comparison.oldVersion ?? t('admin.compare.noOld')}</td>
            <td className="mono">{comparison.newVersion}</td>
          </tr>
          <tr>
            <th scope="row">{t('admin.column.entries')}</th>
            <td>{count(comparison.oldEntries)}</td>
            <td>{count(comparison.newEntries)}</td>
          </tr>
        </tbody>
      </table>
      {change.what === 'IMPORT' && (
        <dl className={styles.counts}>
          {counts.map(([name, value]) => (
            <div key={name} data-count={name}>
              <dt>{t(`admin.compare.${name}`)}</dt>
              <dd>{count(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {comparison.manyRemoved && (
        <p className={styles.warning} role="note">
          <Glyph name="to-resolve" tone="warn" />
          <span>
            <Text id="admin.compare.manyRemoved" />
          </span>
        </p>
      )}
      {change.exception && (
        <p className={styles.warning} role="note">
          <Glyph name="to-resolve" tone="warn" />
          <span>
            <Text id="admin.exception.ordered" />
          </span>
        </p>
      )}
      <dl>
        {change.what === 'IMPORT' && (
          <Row label={t('admin.column.signed')}>{change.signedBy ?? t('admin.unsigned')}</Row>
        )}
        <Row label={t('admin.ordered')}>
          {change.orderedBy} · {momentText(change.orderedAt, timeZone)}
        </Row>
        {change.file !== null && <Row label={t('admin.file')}>{change.file}</Row>}
        {change.endedBy !== null && change.endedAt !== null && (
          <Row label={t(change.phase === 'DONE' ? 'admin.confirmed' : 'admin.discarded')}>
            {change.endedBy} · {momentText(change.endedAt, timeZone)}
          </Row>
        )}
      </dl>
    </section>
  );
}
