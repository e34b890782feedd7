import type { RehearsalView } from '../../contract/rules_view.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Heading } from '../ui/panel.tsx';
import styles from './rules_screen.module.css';

type Changes = NonNullable<RehearsalView['sums']>['changes'];

/** A bar for each way from an old outcome to a new one, by how many went it; the words and the number stand beside it. */
export function OutcomeBars({ changes }: { changes: Changes }) {
  const t = useText();
  const { count } = useFormats();
  const most = Math.max(...changes.map((one) => one.count), 1);
  return (
    <>
      <Heading title={t('rules.rehearsal.changes')} />
      <ul className={styles.bars} data-testid="outcome-bars">
        {changes.map(({ from, to, count: many }) => (
          <li key={`${from} ${to}`}>
            <span>
              {t(`rules.outcome.${from}`)} → {t(`rules.outcome.${to}`)}
            </span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect width={Math.max(1, (many / most) * 100)} height="10" />
            </svg>
            <b>{count(many)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
