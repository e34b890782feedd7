import type { IndicatorShown, PatternsView } from '../../contract/patterns.ts';
import { dateText } from '../i18n/formats.ts';
import { Text, useText } from '../i18n/text.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './indicators_panel.module.css';
import { TimeLine } from './time_line.tsx';

const strengthOf = (strength: number): 'STRONG' | 'MEDIUM' | 'WEAK' => {
  if (strength >= 0.75) return 'STRONG';
  return strength >= 0.45 ? 'MEDIUM' : 'WEAK';
};

function Indicator({ shown, today }: { shown: IndicatorShown; today: string }) {
  const t = useText();
  const { code, values, evidence, strength } = shown;
  return (
    <li className={styles.indicator} data-indicator={code}>
      <header>
        <Glyph name="information" />
        <b>
          <Text id={`pattern.${code}.title`} />
        </b>
        <span className={styles.strength}>
          <Text id={`pattern.strength.${strengthOf(strength)}`} />
        </span>
      </header>
      <p>
        <Text id={`pattern.${code}.says`} values={values} />
      </p>
      <TimeLine evidence={evidence} today={today} />
      {evidence.length > 0 && (
        <ul className={styles.evidence} aria-label={t('pattern.evidence')}>
          {evidence.map(({ recordNumber, day, what }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is shown whole and never changes
            <li key={place}>
              <span className="mono">{day === null ? '–' : dateText(day)}</span>
              <span className={recordNumber === null ? undefined : 'mono'}>
                {recordNumber ?? <Text id="pattern.record.gone" />}
              </span>
              <span>
                <Text id={`pattern.what.${what}`} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/**
 * What earlier crossings say about a referred person: each sign in words, along time, and with the crossings it rests on.
 * `view`: null while it is being asked for, `failed` where it could not be compared. For the second line alone.
 */
export function IndicatorsPanel({ view }: { view: PatternsView | null | 'failed' }) {
  const known = view !== null && view !== 'failed' ? view : null;
  return (
    <Panel zone="patterns" title={<Text id="pattern.title" />} aside={known?.indicators.length}>
      {/* A region that scrolls can be reached by keys. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <div className={styles.body} tabIndex={0} aria-live="polite" data-scrolls>
        {view === null && (
          <p className={styles.word}>
            <Text id="pattern.loading" />
          </p>
        )}
        {view === 'failed' && (
          <p className={styles.word}>
            <Text id="pattern.failed" />
          </p>
        )}
        {known?.indicators.length === 0 && (
          <p className={styles.word}>
            <Text id="pattern.none" />
          </p>
        )}
        {known !== null && (
          <ul className={styles.indicators}>
            {known.indicators.map((one) => (
              <Indicator key={one.code} shown={one} today={known.asOfDay} />
            ))}
          </ul>
        )}
      </div>
      <footer className={styles.foot}>
        <p>
          <Text id="pattern.reason" />
        </p>
        {known && (
          <p>
            <Text id="pattern.asOf" values={{ day: dateText(known.asOfDay), count: known.keptCrossings }} />
          </p>
        )}
      </footer>
    </Panel>
  );
}
