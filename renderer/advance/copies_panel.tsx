import type { AdvanceView, CopyView } from '../../contract/advance_view.ts';
import type { BoothView } from '../../contract/session.ts';
import { momentText, useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './advance_screen.module.css';
import { faultSentence } from './advance_words.ts';

/** Z2: every copy, how many it holds, how old it is, and what was last brought in or refused. */
export function CopiesPanel({ view, booth }: { view: AdvanceView | null; booth: BoothView }) {
  const t = useText();
  return (
    <Panel zone="Z2" title={t('advance.copies')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('advance.copies')} data-scrolls>
        <ul className={styles.copies}>
          {view?.copies.map((copy) => (
            <Copy key={copy.copy} copy={copy} view={view} booth={booth} />
          ))}
        </ul>
      </section>
    </Panel>
  );
}

function Copy({ copy, view, booth }: { copy: CopyView; view: AdvanceView; booth: BoothView }) {
  const t = useText();
  const { age, count } = useFormats();
  const { asOf, last, records } = copy;
  const aged = (ms: number) => (ms < 60_000 ? age(ms) : t('advance.copy.age', { age: age(ms) }));
  const central = copy.copy === 'CENTRE';
  const lost = central && view.centre && booth.connection.state === 'OFFLINE';
  const many = central
    ? 'advance.copy.documents'
    : copy.copy === 'PASSENGERS'
      ? 'advance.copy.people'
      : 'advance.copy.records';
  const failed = last !== null && last.problem !== null;
  const why = last?.problem === null || last === null ? null : faultSentence(last.problem);
  return (
    <li data-copy={copy.copy}>
      <h3>
        <Glyph
          name={failed ? 'to-resolve' : lost ? 'offline' : asOf === null ? 'not-performed' : 'information'}
          tone={failed || lost ? 'warn' : 'quiet'}
        />
        {t(`advance.copy.${copy.copy}`)}
      </h3>
      <p>
        {asOf === null ? t('advance.copy.none') : `${t(many, { count: count(records) })}, ${aged(view.now - asOf)}`}
      </p>
      {central && !view.centre && <p>{t('advance.copy.notConnected')}</p>}
      {lost && <p>{t('advance.copy.offline')}</p>}
      {last !== null && (
        <small>
          {t('advance.copy.last', { file: last.file, by: last.by, at: momentText(last.at, booth.lane.timeZone) })}
        </small>
      )}
      {why !== null && <p className={styles.why}>{t(why.id, why.values)}</p>}
    </li>
  );
}
