import { dateText } from '../../i18n/formats.ts';
import { usePreferences } from '../../i18n/preferences.tsx';
import { Text, type Translate, useText } from '../../i18n/text.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import { Heading, Panel, Row } from '../../ui/panel.tsx';
import { headFrom } from './law_attention.ts';
import pageStyles from './law_page.module.css';
import type { Law, Overstay } from './law_words.ts';
import { legalSource } from './legal_source.ts';
import { OverstayBar } from './overstay_bar.tsx';
import styles from './overstay_page.module.css';
import { RuleSetLine } from './rule_set_line.tsx';

/** Z4 of an overstay: the arithmetic, one number a line, first and last days named; and what rests on it. */
export function OverstayPage({
  law,
  overstay,
  onPrint,
}: {
  law: Law;
  overstay: Overstay;
  /** Prints the arithmetic for the traveller; null where it cannot be printed. */
  onPrint: (() => void) | null;
}) {
  const t = useText();
  const { language } = usePreferences();
  const from = headFrom(law);
  return (
    <Panel zone="Z4">
      <Heading
        title={<Text id="overstay.title" />}
        aside={
          onPrint !== null && (
            <button type="button" className={styles.print} onClick={onPrint} data-testid="print-overstay">
              {t('overstay.print')} <KeyCap>Ctrl P</KeyCap>
            </button>
          )
        }
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={pageStyles.page} data-scrolls tabIndex={0}>
        <ol className={styles.lines} data-testid="overstay">
          {linesOf(overstay, t).map(([name, how, value], place, all) => (
            <li key={name} className={styles.line} data-result={place === all.length - 1}>
              <span className={styles.number}>{place + 1}</span>
              <b>{name}</b>
              <small>{how}</small>
              <strong>{value}</strong>
            </li>
          ))}
        </ol>
        <OverstayBar overstay={overstay} />
        <dl>
          {from !== null && overstay.daysOver >= from && (
            <Row label={t('overstay.from', { from })}>{t('overstay.expulsion')}</Row>
          )}
          {overstay.decree !== null && (
            <Row label={t('overstay.decree')}>
              {t('overstay.decree.value', {
                act: legalSource(overstay.decree.act, language),
                from: dateText(overstay.decree.from),
              })}
            </Row>
          )}
        </dl>
      </div>
      <RuleSetLine law={law} />
    </Panel>
  );
}

/** dd/mm of a day. */
const shortDay = (day: string): string => dateText(day).slice(0, 5);

/** The first day of a span as short as it can be: only the day where both are of one month. */
const shortFrom = (from: string, to: string): string =>
  from.slice(0, 7) === to.slice(0, 7) ? shortDay(from).slice(0, 2) : shortDay(from);

function linesOf(overstay: Overstay, t: Translate): readonly (readonly [string, string, string])[] {
  const { entered, entry, grantedDays, until, extendedFrom, departure, daysOver, spans } = overstay;
  const days = (count: number) => t('law.stay.days', { count });
  const record = entry?.recordNumber ?? null;
  const firstEnd = extendedFrom ?? until;
  return [
    [
      t('overstay.entry'),
      [entry?.gate ?? null, record === null ? null : t('overstay.record', { record })]
        .filter((part) => part !== null)
        .join(' · '),
      entered === null ? t('compare.notRecorded') : dateText(entered),
    ],
    [t('overstay.granted'), '', grantedDays === null ? t('compare.notRecorded') : days(grantedDays)],
    [
      t('law.stay.until'),
      entered === null || grantedDays === null
        ? ''
        : t('overstay.counted', { first: shortDay(entered), last: shortDay(firstEnd), count: grantedDays }),
      dateText(firstEnd),
    ],
    [
      t('overstay.extension'),
      extendedFrom === null ? '' : t('overstay.extension.from', { day: dateText(extendedFrom) }),
      extendedFrom === null ? t('overstay.extension.none') : dateText(until),
    ],
    [t('overstay.departure'), t('overstay.today'), dateText(departure)],
    [
      t('overstay.over'),
      spans
        .map(({ from, to, days: count }) =>
          from === to
            ? t('overstay.span.one', { day: shortDay(from), count })
            : t('overstay.span', { from: shortFrom(from, to), to: shortDay(to), count }),
        )
        .join(' + '),
      days(daysOver),
    ],
  ];
}
