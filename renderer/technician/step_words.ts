import type { SelfTestStepView } from '../../contract/technician_view.ts';
import type { MessageId } from '../i18n/preferences.tsx';
import type { Translate } from '../i18n/text.tsx';
import { signalOf } from './step_titles.ts';

type Step = Pick<SelfTestStepView, 'step' | 'act' | 'expected' | 'measured' | 'reason' | 'result'>;

/** What is expected of the steps that are not a driver's own question. */
const EXPECTED: Readonly<Record<string, MessageId>> = {
  'lane.devices': 'tech.expected.devices',
  'lane.clock': 'tech.expected.clock',
  'device.questions': 'tech.expected.questions',
  'guide.specimen': 'tech.expected.specimen',
  'guide.code': 'tech.expected.code',
  'guide.finger': 'tech.expected.finger',
  'guide.chip': 'tech.expected.chip',
  'guide.gate': 'tech.expected.gate',
};

/** Measurements that are words; all others are numbers and names as the device gave them. */
const MEASURED = [
  'CHIP_LIES_THERE',
  'CHIP_CAME',
  'SEEN_BY_PERSON',
  'NOT_SEEN_BY_PERSON',
  'DOOR_MOVED',
  'RELEASED_UNSEEN',
  'NOTHING_TO_ASK',
] as const;

/** Why a step failed; what a person wrote for skipping one stands as it was written. */
const REASONS = [
  'NO_ANSWER',
  'NO_CHIP',
  'NOT_SEEN',
  'NOT_JUDGED',
  'DOOR_NOT_SEEN',
  'NOTHING_READ',
  'UNREADABLE',
  'NOT_A_SPECIMEN',
  'CHECK_DIGITS',
  'CLOCK_BEHIND',
  'DEVICE_NOT_READY',
] as const;

export function expectedOf(step: Step, t: Translate): string {
  const signal = signalOf(step, t);
  if (signal !== null) return signal;
  const id = EXPECTED[step.step];
  if (id !== undefined) return t(id);
  return step.act === 'NONE' ? t('tech.expected.answer') : step.expected;
}

export function measuredOf({ measured }: Step, t: Translate): string {
  if (measured === null) return '–';
  const word = MEASURED.find((one) => one === measured);
  return word === undefined ? measured : t(`tech.measured.${word}`);
}

export function reasonOf({ reason, result }: Step, t: Translate): string {
  const known = result === 'SKIPPED' ? undefined : REASONS.find((one) => one === reason);
  return known === undefined ? (reason ?? '') : t(`tech.reason.${known}`);
}
