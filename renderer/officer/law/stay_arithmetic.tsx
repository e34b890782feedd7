import { dateText } from '../../i18n/formats.ts';
import { Text, type Translate, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Heading } from '../../ui/panel.tsx';
import styles from './law_page.module.css';
import type { Law } from './law_words.ts';

type Stay = NonNullable<Law['stay']>;

/** Each end the law sets to the stay on a line of its own; the earliest decides. Nothing here can be changed at the counter. */
export function StayArithmetic({ stay }: { stay: Stay }) {
  const t = useText();
  return (
    <>
      <Heading title={<Text id="law.stay.title" />} aside={<Text id="law.stay.earliest" />} />
      <ol className={styles.rows} data-testid="stay">
        {stay.lines.map((line) => (
          <li key={`${line.what}${line.until}`} className={styles.line}>
            <span>{t(`law.stay.${line.what}`)}</span>
            <small>{countedText(line, t)}</small>
            <time dateTime={line.until}>{dateText(line.until)}</time>
            {line.decides ? (
              <span className={styles.answer} data-tone="ok">
                <Glyph name="passed" tone="ok" />
                {t('law.stay.decides')}
              </span>
            ) : (
              <span />
            )}
          </li>
        ))}
        <li className={`${styles.line} ${styles.result}`}>
          <b>{t('law.stay.until')}</b>
          <small>{t(stay.entryDayCounts ? 'law.stay.dayOne' : 'law.stay.dayZero')}</small>
          <time dateTime={stay.until}>{dateText(stay.until)}</time>
          <b className={styles.days}>{t('law.stay.days', { count: stay.days })}</b>
        </li>
      </ol>
    </>
  );
}

function countedText({ what, from, days }: Stay['lines'][number], t: Translate): string {
  if (what === 'MONTHS' && days !== null && from !== null)
    return t('law.stay.monthsFrom', { count: days, day: dateText(from) });
  if (from === null) return days === null ? '' : t('law.stay.days', { count: days });
  const day = dateText(from);
  return days === null ? t('law.stay.from', { day }) : t('law.stay.daysFrom', { count: days, day });
}
