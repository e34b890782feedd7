import type { SelfTestStepView } from '../../contract/technician_view.ts';
import type { MessageId } from '../i18n/preferences.tsx';
import { type Translate, useText } from '../i18n/text.tsx';
import { useDriverText } from './driver_texts.ts';

type Step = Pick<SelfTestStepView, 'step' | 'driver' | 'act'>;

const SIGNALS = ['READY', 'BUSY', 'PASS', 'CALL_OFFICER', 'CLOSED'] as const;

/** The signal that a step shows on the lamp, in words; null for any other step. */
export function signalOf({ step }: Pick<Step, 'step'>, t: Translate): string | null {
  const signal = SIGNALS.find((one) => step === `guide.light.${one}`);
  return signal === undefined ? null : t(`tech.signal.${signal}`);
}

/** Steps of the lane itself. */
const LANE_STEPS: Readonly<Record<string, MessageId>> = {
  'lane.devices': 'tech.step.devices',
  'lane.clock': 'tech.step.clock',
  'device.questions': 'tech.step.questions',
};

function titleOf(step: Step, t: Translate, textOf: (driver: string, key: string) => string | null): string {
  const lane = LANE_STEPS[step.step];
  if (lane !== undefined) return t(lane);
  const own = step.driver === null ? null : textOf(step.driver, `step.${step.step}`);
  if (own !== null) return own;
  const signal = signalOf(step, t);
  if (signal !== null) return t('tech.step.light', { signal });
  return step.act === 'NONE' ? step.step : t(`tech.act.${step.act}.title`);
}

/** What a step is called: by the lane, by its driver, or by what a person does for it. */
export function useStepTitle(): (step: Step) => string {
  const t = useText();
  const textOf = useDriverText();
  return (step) => titleOf(step, t, textOf);
}
