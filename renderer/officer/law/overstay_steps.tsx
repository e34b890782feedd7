import type { ClearanceView } from '../../../contract/lane_view.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Heading } from '../../ui/panel.tsx';
import { headFrom } from './law_attention.ts';
import type { Law } from './law_words.ts';
import styles from './overstay_panel.module.css';

const STEPS = ['REVIEW', 'MINUTES', 'PAYMENT', 'CLOSE'] as const;
export type OverstayStep = (typeof STEPS)[number];

/** The steps that an overstay of so many days takes: the head of unit reviews from the tier of the law on. */
export function stepsOf(law: Law): readonly OverstayStep[] {
  const from = headFrom(law);
  const reviewed = from !== null && (law.overstay?.daysOver ?? 0) >= from;
  return STEPS.filter((step) => step !== 'REVIEW' || reviewed);
}

/** What is done, under way and to come. */
export function OverstaySteps({
  law,
  overstay,
  done,
}: {
  law: Law;
  overstay: ClearanceView['overstay'];
  done: readonly OverstayStep[];
}) {
  const t = useText();
  const steps = stepsOf(law);
  const settled = overstay?.state === 'SETTLED';
  const next = overstay === null ? undefined : steps.find((step) => !done.includes(step));
  return (
    <>
      <Heading title={<Text id="overstay.steps" />} />
      <ol className={styles.steps} data-testid="steps">
        {steps.map((step) => {
          const passed = settled || done.includes(step);
          const now = !passed && step === next;
          return (
            <li key={step} data-done={passed} aria-current={now ? 'step' : undefined}>
              <Glyph
                name={passed ? 'passed' : now ? 'running' : 'not-performed'}
                tone={passed ? 'ok' : now ? 'run' : 'quiet'}
              />
              {t(`overstay.step.${step}`)}
            </li>
          );
        })}
      </ol>
    </>
  );
}
