import type { Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import { emrtdApduProtocol } from '../../codec/emrtd_apdu.ts';
import type { ChipWay } from '../../transport/transport.ts';
import type { SelfTestStep } from '../session.ts';

/** Selects the travel document's application (Doc 9303-10 3.11.1). Nothing is read by it, and the reset afterwards undoes it. */
const SELECT_APPLICATION = emrtdApduProtocol.encode('host-to-device', {
  type: 'select',
  cla: 0x00,
  ins: 0xa4,
  p1: 0x04,
  p2: 0x0c,
  data: Uint8Array.of(0xa0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01),
  le: null,
  extended: false,
});
const DONE = 0x9000;

/**
 * The reader, the chip on it and the application of a travel document; each step needs the one before it. Of the chip only
 * the length of its answer to reset is told: the bytes tell issuing States apart, and a traveller's document may lie there.
 */
export async function pcscSelfTest(
  reader: string,
  atr: Uint8Array | null,
  open: () => Promise<Result<ChipWay, DeviceProblem>>,
): Promise<readonly SelfTestStep[]> {
  const found: SelfTestStep = { step: 'reader', ok: true, detail: reader };
  if (atr === null) return [found, { step: 'chip', ok: false, detail: 'no chip lies there' }];
  const chip: SelfTestStep = { step: 'chip', ok: true, detail: `answers with ${atr.length} bytes` };
  const way = await open();
  if (!way.ok) return [found, chip, { step: 'application', ok: false, detail: way.error.detail }];
  const answer = await way.value.transmit(SELECT_APPLICATION);
  await way.value.end();
  return [
    found,
    chip,
    answer.ok ? judged(answer.value) : { step: 'application', ok: false, detail: answer.error.detail },
  ];
}

function judged(answer: Uint8Array): SelfTestStep {
  const decoded = emrtdApduProtocol.decode('device-to-host', answer);
  const status =
    decoded.ok && decoded.value.type === 'response' && 'status' in decoded.value ? decoded.value.status : 0;
  return { step: 'application', ok: status === DONE, detail: status.toString(16).toUpperCase().padStart(4, '0') };
}
