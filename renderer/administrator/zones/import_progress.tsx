import type { ListChange } from '../../../contract/watchlist_view.ts';
import { momentText, stopwatchText, useFormats } from '../../i18n/formats.ts';
import { useText } from '../../i18n/text.tsx';
import { Row } from '../../ui/panel.tsx';
import styles from './change_page.module.css';

/** Rows, rate and time left while a list is built aside; the list in service is untouched meanwhile. */
export function ImportProgress({ change, timeZone }: { change: ListChange; timeZone: string }) {
  const t = useText();
  const { count } = useFormats();
  const { progress } = change;
  const share = progress?.share ?? null;
  const left = progress?.secondsLeft ?? null;
  return (
    <div className={styles.progress}>
      <progress
        className={styles.bar}
        max={1}
        {...(share === null ? {} : { value: share })}
        aria-label={t('admin.progress')}
      />
      <dl>
        <Row label={t('admin.progress.share')}>{share === null ? '–' : `${Math.floor(share * 100)} %`}</Row>
        <Row label={t('admin.progress.rows')}>{count(progress?.read ?? 0)}</Row>
        <Row label={t('admin.progress.rate')}>
          {t('admin.progress.perSecond', { count: count(progress?.rowsPerSecond ?? 0) })}
        </Row>
        <Row label={t('admin.progress.left')}>{left === null ? '–' : stopwatchText(left * 1000)}</Row>
        <Row label={t('admin.rejected')}>{count(progress?.rejected ?? 0)}</Row>
        <Row label={t('admin.ordered')}>
          {change.orderedBy} · {momentText(change.orderedAt, timeZone)}
        </Row>
        {change.file !== null && <Row label={t('admin.file')}>{change.file}</Row>}
      </dl>
      <p className={styles.hint}>{t('admin.progress.untouched')}</p>
    </div>
  );
}
