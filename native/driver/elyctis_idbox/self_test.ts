import type { DeviceMessage, HostMessage } from '../../codec/elyctis_idbox_message.ts';
import type { SelfTestStep } from '../session.ts';
import type { Requests } from './requests.ts';

const QUESTIONS: readonly (readonly [string, HostMessage, DeviceMessage['type']])[] = [
  ['firmware-version', { type: 'get-firmware-version' }, 'firmware-version'],
  ['ocr-version', { type: 'get-ocr-version' }, 'ocr-version'],
  ['serial-number', { type: 'get-serial-number' }, 'serial-number'],
  ['product-info', { type: 'get-product-info' }, 'product-info'],
  ['comm-mode', { type: 'get-comm-mode' }, 'comm-mode'],
  ['continuous', { type: 'continuous', on: true }, 'continuous'],
];

/** Asks everything that can be asked without changing a setting. No traveller data appears in the answers. */
export async function elyctisSelfTest(asked: Requests): Promise<readonly SelfTestStep[]> {
  const steps: SelfTestStep[] = [];
  for (const [step, command, type] of QUESTIONS) {
    const answer = await asked.ask(command, type);
    steps.push({ step, ok: answer !== null, detail: answer === null ? 'no answer' : said(answer) });
  }
  return steps;
}

function said(answer: DeviceMessage): string {
  if ('text' in answer) return answer.text.trim();
  if ('mode' in answer) return answer.mode;
  return 'on' in answer ? (answer.on ? 'on' : 'off') : '';
}
