import type { IlvMessage } from '../../codec/morphosmart_ilv.ts';
import type { SelfTestStep } from '../session.ts';
import { type Commands, GET_BASE_CONFIG, GET_DESCRIPTOR, STATUS } from './commands.ts';
import { readDescriptor } from './descriptor.ts';

/** Asks what can be asked without a finger. The number of records tells that templates of others are in the device. */
export async function morphosmartSelfTest(
  asked: Commands,
  timeoutMs: number,
  capturing: () => boolean,
): Promise<readonly SelfTestStep[]> {
  if (capturing()) return [{ step: 'descriptor', ok: false, detail: 'a capture is under way' }];
  const answer = await asked.ask(GET_DESCRIPTOR, timeoutMs);
  const descriptor = answer === null ? null : readDescriptor(answer);
  const { product = '', sensor = '', software = '' } = descriptor ?? {};
  const said = [software, product, sensor].map((text) => text.replaceAll(/\s+/g, ' ')).filter((text) => text !== '');
  const base = await asked.ask(GET_BASE_CONFIG, timeoutMs);
  return [
    { step: 'descriptor', ok: descriptor !== null, detail: descriptor === null ? 'no answer' : said.join(' | ') },
    { step: 'base', ...baseIn(base) },
  ];
}

function baseIn(answer: IlvMessage | null): { readonly ok: boolean; readonly detail: string } {
  if (answer === null) return { ok: false, detail: 'no answer' };
  const { value } = answer;
  if (value[0] === STATUS.baseNotFound) return { ok: true, detail: 'no base' };
  if (value[0] !== STATUS.ok || value.length < 10) return { ok: false, detail: `status ${value[0]}` };
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  return { ok: true, detail: `${view.getUint32(6, true)} records, room for ${view.getUint32(2, true)}` };
}
