import { dateText } from '../../i18n/formats.ts';
import { Text, type Translate, useText } from '../../i18n/text.tsx';
import { Glyph, type GlyphName, type Tone } from '../../ui/glyph.tsx';
import { Heading } from '../../ui/panel.tsx';
import { optionText } from '../facts/fact_words.ts';
import styles from './law_page.module.css';
import { type Law, missingSentence, reasonSentence } from './law_words.ts';

type Step = Law['bases'][number];

const LOOKS: Record<Step['answer'], { readonly glyph: GlyphName | null; readonly tone: Tone }> = {
  APPLIES: { glyph: 'passed', tone: 'ok' },
  NOT_MET: { glyph: null, tone: 'ink' },
  UNKNOWN: { glyph: 'undetermined', tone: 'warn' },
  NOT_TRIED: { glyph: 'not-performed', tone: 'quiet' },
};

/** The bases of entry a to h, in the order in which they are tried; each with its answer and why. */
export function BasisLadder({ law }: { law: Law }) {
  const t = useText();
  const all = law.bases.every(({ answer }) => answer === 'NOT_MET');
  return (
    <>
      <Heading
        title={<Text id="law.basis.title" />}
        aside={all ? t('law.basis.all', { count: law.bases.length }) : t('law.basis.stops')}
      />
      <ol className={styles.rows}>
        {law.bases.map((step, place) => {
          const { glyph, tone } = LOOKS[step.answer];
          return (
            <li
              key={step.kind}
              className={styles.rung}
              data-basis={step.kind}
              data-answer={step.answer}
              data-chosen={step.answer === 'APPLIES'}
            >
              <span className={styles.letter}>{String.fromCharCode(97 + place)}</span>
              <b>{t(`law.basis.${step.kind}`)}</b>
              <span className={styles.answer} data-tone={tone}>
                {glyph === null ? (
                  <span className={styles.dash} aria-hidden="true">
                    –
                  </span>
                ) : (
                  <Glyph name={glyph} tone={tone} />
                )}
                {t(`law.answer.${step.answer}`)}
              </span>
              <span className={styles.why}>{whyOf(step, t)}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** The reason, the missing fact, then the values a person recognises the paper or the rule by. */
function whyOf({ reason, missing, values, answer }: Step, t: Translate): string {
  if (answer === 'NOT_TRIED') return '';
  const told = reason === null ? null : reasonSentence(reason);
  const fact = missing === null ? null : missingSentence(missing);
  return [
    told === null ? null : t(told.id, told.values),
    fact === null ? null : t('law.answer.missing', { fact: t(fact.id, fact.values) }),
    ...(reason === 'NOTHING_PRESENTED' || reason === 'NOT_ON_LIST' ? [] : valueTexts(values, answer, t)),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** At most three: symbol and number of the paper, the entries it gives, and the day that matters. */
function valueTexts(values: Step['values'], answer: Step['answer'], t: Translate): string[] {
  const { symbol, number, card, entries, lastUsed, validTo, days, windowDays } = values;
  const used = lastUsed === undefined ? [] : [t('law.value.used', { day: dateText(String(lastUsed)) })];
  const ends =
    validTo === undefined || used.length > 0 ? [] : [t('law.value.validTo', { day: dateText(String(validTo)) })];
  const name = card === undefined ? [] : [optionText(String(card), t)];
  const kind = symbol === undefined ? [] : [[symbol, number].filter((part) => part !== undefined).join(' ')];
  const times = entries === undefined || answer === 'APPLIES' ? [] : [optionText(String(entries), t)];
  const length = days === undefined ? [] : [t('law.stay.days', { count: Number(days) })];
  const window = windowDays === undefined ? [] : [t('law.value.window', { count: Number(windowDays) })];
  return [...name, ...kind, ...times, ...used, ...ends, ...length, ...window].slice(0, 3);
}
