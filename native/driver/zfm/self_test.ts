import { ZFM_COMMAND, ZFM_CONFIRMATION } from '../../codec/zfm_message.ts';
import type { SelfTestStep } from '../session.ts';
import { productInfo, verifyPassword } from './identity.ts';
import type { ZfmLine } from './line.ts';
import type { ZfmSettings } from './settings.ts';

/** Asks everything that can be asked without looking for a finger, lighting or changing anything. */
export async function zfmSelfTest(line: ZfmLine, options: ZfmSettings): Promise<readonly SelfTestStep[]> {
  const verified = await verifyPassword(line, options.password, 1);
  const said = verified === null ? 'no answer' : verified.ok ? 'taken' : verified.error.detail;
  const steps: SelfTestStep[] = [{ step: 'password', ok: verified?.ok === true, detail: said }];
  const ack = await line.ask(ZFM_COMMAND.READ_SYS_PARA, undefined, { dataBytes: null });
  steps.push({ step: 'system-parameters', ok: ack?.code === ZFM_CONFIRMATION.OK, detail: parameters(ack?.data) });
  if (!options.productInfo) return steps;
  const product = await productInfo(line);
  // Older modules have none: no fault.
  const detail = product === null ? 'not said' : `${product.firmware}, ${product.width} x ${product.height}`;
  return [...steps, { step: 'product-info', ok: true, detail }];
}

function parameters(data: Uint8Array | undefined): string {
  if (data === undefined) return 'no answer';
  if (data.length < 16) return 'not said';
  const view = new DataView(data.buffer, data.byteOffset);
  const packet = 32 << Math.min(3, view.getUint16(12));
  return `room for ${view.getUint16(4)} templates, packets of ${packet}, ${9600 * view.getUint16(14)} baud`;
}
