import { replyText } from '../../codec/menu_item.ts';
import type { MenuCommand, MenuRequests } from '../menu_requests.ts';
import type { SelfTestStep } from '../session.ts';
import { FIRMWARE, IMAGER_FIRMWARE, INTERFACE, MODE } from './commands.ts';

const QUESTIONS: readonly (readonly [string, MenuCommand])[] = [
  ['firmware-version', FIRMWARE],
  ['imager-version', IMAGER_FIRMWARE],
  ['operating-mode', MODE],
  ['interface', INTERFACE],
];

/** Asks what changes nothing: versions and stored settings. Lights and sounds are left alone. */
export async function accessIsSelfTest(asked: MenuRequests): Promise<readonly SelfTestStep[]> {
  const steps: SelfTestStep[] = [];
  for (const [step, question] of QUESTIONS) {
    const reply = await asked.ask(question);
    const ok = reply?.items.every(({ status }) => status === 'ack') === true;
    const detail = reply === null ? 'no answer' : replyText(reply);
    steps.push({ step, ok, detail: ok || reply === null ? detail : 'not known to this reader' });
  }
  return steps;
}
