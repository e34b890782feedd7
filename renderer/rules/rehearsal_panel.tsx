import type { RehearsalView } from '../../contract/rules_view.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Heading, Panel } from '../ui/panel.tsx';
import { DifferencesTable } from './differences_table.tsx';
import { useLawWords } from './law_words.ts';
import { OutcomeBars } from './outcome_bars.tsx';
import styles from './rules_screen.module.css';

/** Reasons and nationalities that stand on the screen. */
const MOST = 4;

/** What other rules would have changed: how far it is, bars from old to new, and who. */
export function RehearsalPanel({
  rehearsal,
  last,
  onLast,
}: {
  rehearsal: RehearsalView | null;
  last: number;
  onLast(last: number): void;
}) {
  const t = useText();
  return (
    <Panel
      zone="Z4"
      title={t('rules.rehearsal')}
      aside={
        <label className={styles.last}>
          {t('rules.rehearsal.last')}
          <input
            value={last}
            inputMode="numeric"
            maxLength={7}
            onChange={(event) => onLast(Number(event.target.value.replace(/\D/g, '')))}
          />
        </label>
      }
    >
      {rehearsal === null ? (
        <p className={styles.hint}>{t('rules.rehearsal.none')}</p>
      ) : (
        <Found rehearsal={rehearsal} />
      )}
    </Panel>
  );
}

function Found({ rehearsal }: { rehearsal: RehearsalView }) {
  const t = useText();
  const { phase, sums, read, total, problem } = rehearsal;
  if (phase === 'CANCELLED') return <p className={styles.hint}>{t('rules.rehearsal.cancelled')}</p>;
  if (phase === 'FAILED') return <p className={styles.hint}>{t('rules.rehearsal.failed', { code: problem ?? '' })}</p>;
  if (sums === null)
    return (
      <div className={styles.hint}>
        <progress
          className={styles.progress}
          max={Math.max(total, 1)}
          value={read}
          aria-label={t('rules.rehearsal.progress')}
        />
      </div>
    );
  return <Sums rehearsal={rehearsal} sums={sums} />;
}

function Sums({ rehearsal, sums }: { rehearsal: RehearsalView; sums: NonNullable<RehearsalView['sums']> }) {
  const t = useText();
  const { count, country } = useFormats();
  const words = useLawWords();
  const seconds = Math.round(((rehearsal.endedAt ?? rehearsal.startedAt) - rehearsal.startedAt) / 1000);
  return (
    <section
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t('rules.rehearsal')}
      data-scrolls
      data-testid="rehearsed"
    >
      <p className={styles.summary}>
        <b>
          {sums.differ === 0 ? t('rules.rehearsal.same') : t('rules.rehearsal.differ', { count: count(sums.differ) })}
        </b>
        {t('rules.rehearsal.of', {
          read: count(sums.read),
          version: rehearsal.version,
          seconds,
          otherRules: count(sums.otherRules),
        })}
        {sums.notComparable > 0 && ` ${t('rules.rehearsal.notComparable', { count: count(sums.notComparable) })}`}
      </p>
      {sums.differ > 0 && (
        <>
          <OutcomeBars changes={sums.changes} />
          <div className={styles.pair}>
            <div>
              <Heading title={t('rules.rehearsal.reasons')} />
              <ul className={styles.openPoints}>
                {sums.reasons.slice(0, MOST).map(({ reason, come, gone }) => (
                  <li key={reason}>
                    <span>{words.reason(reason)}</span>
                    <b>{t('rules.rehearsal.reason', { come: count(come), gone: count(gone) })}</b>
                  </li>
                ))}
              </ul>
            </div>
            <div>
              <Heading title={t('rules.rehearsal.nationalities')} />
              <ul className={styles.openPoints}>
                {sums.nationalities.slice(0, MOST).map((one) => (
                  <li key={one.nationality}>
                    <span>{country(one.nationality)}</span>
                    <b>{count(one.count)}</b>
                  </li>
                ))}
              </ul>
            </div>
          </div>
          <DifferencesTable found={rehearsal.found} total={sums.differ} />
        </>
      )}
    </section>
  );
}
