import type { ListChange } from '../../../contract/watchlist_view.ts';
import { useFormats } from '../../i18n/formats.ts';
import type { MessageId } from '../../i18n/preferences.tsx';
import { type Translate, useText } from '../../i18n/text.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './change_page.module.css';

const KNOWN: Record<string, MessageId> = {
  NOT_JSON: 'admin.reject.NOT_JSON',
  LINE_TOO_LONG: 'admin.reject.LINE_TOO_LONG',
  RECORD_TOO_LONG: 'admin.reject.LINE_TOO_LONG',
  COLUMN_COUNT: 'admin.reject.COLUMN_COUNT',
  ALT_COLUMN_COUNT: 'admin.reject.COLUMN_COUNT',
  ENCODING: 'admin.reject.ENCODING',
  NAME: 'admin.reject.NAME',
  NUMBER: 'admin.reject.NUMBER',
  QUOTE: 'admin.reject.QUOTE',
  CUT_OFF: 'admin.reject.CUT_OFF',
  DUPLICATE_ID: 'admin.reject.DUPLICATE_ID',
};

/** A reason in words: which field is wrong, or what the row is not. A code without words stands for itself. */
function reasonText(t: Translate, reason: string): string {
  const field = /^FIELD:(.*)$/.exec(reason)?.[1];
  if (field !== undefined) return t('admin.reject.FIELD', { field });
  const known = KNOWN[reason];
  return known === undefined ? reason : t(known);
}

/** Z5: every row that was not taken in, by line and reason; never what the row says. */
export function RejectedRows({ comparison }: { comparison: NonNullable<ListChange['comparison']> }) {
  const t = useText();
  const { count } = useFormats();
  const { rejected, rejectedCount } = comparison;
  return (
    <Panel zone="Z5" title={t('admin.rejected')} aside={count(rejectedCount)}>
      {rejected.length === 0 ? (
        <p className={styles.hint}>{t('admin.rejected.none')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={styles.comparison} tabIndex={0} aria-label={t('admin.rejected')} data-scrolls>
          <ul className={styles.rejected}>
            {rejected.map((row) => (
              <li key={`${row.line} ${row.reason}`}>
                <b className={`mono ${styles.line}`}>{t('admin.rejected.line', { line: count(row.line) })}</b>
                <span>{reasonText(t, row.reason)}</span>
              </li>
            ))}
          </ul>
          {rejectedCount > rejected.length && (
            <p className={styles.hint}>{t('admin.rejected.more', { count: count(rejectedCount - rejected.length) })}</p>
          )}
        </section>
      )}
    </Panel>
  );
}
