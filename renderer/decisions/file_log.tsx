import { momentText, useFormats } from '../i18n/formats.ts';
import { type Translate, useText } from '../i18n/text.tsx';
import { Heading } from '../ui/panel.tsx';
import type { DecisionFile } from './decision_file.ts';
import styles from './decisions_screen.module.css';
import { FILE_PAPERS } from './print_form.ts';

interface Line {
  readonly at: number;
  readonly text: string;
}

/** What happened with a file, the newest first. */
export function FileLog({ one, timeZone }: { one: DecisionFile; timeZone: string }) {
  const t = useText();
  const { language: languageName } = useFormats();
  const printed = one.file.forms.map(({ at, by, form, language }) => {
    const paper = t(`decisions.form.${FILE_PAPERS.find((kind) => kind === form) ?? 'refusal'}`);
    return { at, text: t('decisions.log.printed', { by, paper, language: languageName(language) }) };
  });
  const lines = [...(one.kind === 'REFUSAL' ? ofRefusal(one.file, t) : ofOverstay(one.file, t)), ...printed];
  return (
    <>
      <Heading title={t('decisions.log')} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} data-scrolls tabIndex={0} aria-label={t('decisions.log')}>
        <ol className={styles.log} data-testid="decision-log">
          {lines
            .toSorted((a, b) => b.at - a.at)
            .map(({ at, text }) => (
              <li key={`${at}${text}`}>
                <time>{momentText(at, timeZone).slice(11)}</time>
                <span>{text}</span>
              </li>
            ))}
        </ol>
      </section>
    </>
  );
}

function ofRefusal(
  { proposed, decided, carrierTold, reversed }: Extract<DecisionFile, { kind: 'REFUSAL' }>['file'],
  t: Translate,
): readonly Line[] {
  const order = decided?.order ?? null;
  return [
    { at: proposed.at, text: t('decisions.log.proposed', { by: proposed.by }) },
    ...(decided === null
      ? []
      : [
          {
            at: decided.at,
            text: [
              t('decisions.log.decided', {
                by: decided.by,
                answer: t(`refusal.answer.${decided.answer}`),
                reason: decided.reason,
              }),
              ...(order === null ? [] : [t('decisions.log.order', { number: order.number })]),
            ].join(' · '),
          },
        ]),
    ...(carrierTold === null
      ? []
      : [{ at: carrierTold.at, text: t('decisions.log.carrier', { by: carrierTold.by, to: carrierTold.to }) }]),
    ...(reversed === null
      ? []
      : [{ at: reversed.at, text: t('decisions.log.reversed', { by: reversed.by, reason: reversed.reason }) }]),
  ];
}

function ofOverstay(
  { opened, measure, minutes, payment, closed, ended }: Extract<DecisionFile, { kind: 'OVERSTAY' }>['file'],
  t: Translate,
): readonly Line[] {
  return [
    { at: opened.at, text: t('decisions.log.opened', { by: opened.by }) },
    ...(measure === null
      ? []
      : [
          {
            at: measure.at,
            text: t(measure.expulsionToDepartment ? 'decisions.log.measuredAndAsked' : 'decisions.log.measured', {
              by: measure.by,
              million: measure.fineVnd / 1_000_000,
            }),
          },
        ]),
    ...(minutes === null
      ? []
      : [
          {
            at: minutes.at,
            text:
              minutes.witness === null
                ? t('decisions.log.minutes', { by: minutes.by })
                : t('decisions.log.minutesWitness', { by: minutes.by, witness: minutes.witness }),
          },
        ]),
    ...(payment === null
      ? []
      : [
          {
            at: payment.at,
            text:
              payment.receipt === null
                ? t('decisions.log.unpaid', { by: payment.by, reason: payment.reason ?? '' })
                : t('decisions.log.paid', { by: payment.by, receipt: payment.receipt }),
          },
        ]),
    ...(closed === null
      ? []
      : [
          {
            at: closed.at,
            text:
              ended === null
                ? t('decisions.log.closed', { by: closed.by })
                : t('decisions.log.ended', { by: closed.by, reason: ended }),
          },
        ]),
  ];
}
