import type { OverstayFileView } from '../../../contract/decisions_view.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Heading } from '../../ui/panel.tsx';
import { headFrom } from './law_attention.ts';
import type { Law } from './law_words.ts';
import styles from './overstay_panel.module.css';

const STEPS = ['REVIEW', 'MINUTES', 'PAYMENT', 'CLOSE'] as const;
type Step = (typeof STEPS)[number];

/** How many of the steps are behind a file in each stage. */
const BEHIND: Readonly<Record<OverstayFileView['stage'], number>> = {
  OPEN: 0,
  MEASURED: 1,
  MINUTED: 2,
  UNPAID: 2,
  PAID: 3,
  SETTLED: 4,
  NOT_SETTLED: 2,
  ENDED: 0,
};

/** Of a file ended before its end: what had been done until then. */
const doneOf = ({ measure, minutes }: OverstayFileView): number => (minutes !== null ? 2 : measure !== null ? 1 : 0);

/** The first step's name: from the tier of the law on the head of unit reviews, below it a supervisor. */
const nameOf = (step: Step, law: Law) => {
  const from = headFrom(law);
  const byHead = from !== null && (law.overstay?.daysOver ?? 0) >= from;
  return step === 'REVIEW' && !byHead ? ('overstay.step.SUPERVISOR' as const) : (`overstay.step.${step}` as const);
};

/** What is done, under way and to come; without a file nothing has begun. */
export function OverstaySteps({ law, file }: { law: Law; file: OverstayFileView | null }) {
  const t = useText();
  const behind = file === null ? 0 : file.stage === 'ENDED' ? doneOf(file) : BEHIND[file.stage];
  return (
    <>
      <Heading title={<Text id="overstay.steps" />} aside={file?.number} />
      <ol className={styles.steps} data-testid="steps">
        {STEPS.map((step, place) => {
          const done = place < behind;
          const now = file !== null && file.closed === null && place === behind;
          return (
            <li key={step} data-done={done} aria-current={now ? 'step' : undefined}>
              <Glyph
                name={done ? 'passed' : now ? 'running' : 'not-performed'}
                tone={done ? 'ok' : now ? 'run' : 'quiet'}
              />
              {t(nameOf(step, law))}
            </li>
          );
        })}
      </ol>
    </>
  );
}
