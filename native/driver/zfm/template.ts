import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { CaptureFailure } from '../../../core/ports/fingerprint_reader.ts';
import { ZFM_COMMAND, ZFM_CONFIRMATION } from '../../codec/zfm_message.ts';
import { captureFailure } from './capture_failure.ts';
import type { ZfmLine } from './line.ts';

/** The module's two buffers for features. */
export type ZfmBuffer = 1 | 2;

/** How a comparison on the module ended; the score is on the module's own scale. */
export interface MatchOnDevice {
  readonly match: boolean;
  readonly score: number;
}

const LIVE: ZfmBuffer = 1;
const GIVEN: ZfmBuffer = 2;

/** Makes features of the image that was captured last, in this buffer, and fetches them. The form is the maker's own. */
export async function fetchTemplate(line: ZfmLine, buffer: ZfmBuffer): Promise<Result<Uint8Array, CaptureFailure>> {
  const made = await makeFeatures(line, buffer);
  if (made !== null) return err(made);
  const { ack, data } = await line.receive(ZFM_COMMAND.UP_CHAR, Uint8Array.of(buffer), null);
  const failure = failureOf(line, ZFM_COMMAND.UP_CHAR, ack);
  if (failure !== null) return err(failure);
  // How long a template is depends on the module: only an undisturbed one with its end is whole.
  if (data === null || !data.ended || data.disturbed || data.bytes.length === 0) {
    return err({ code: 'IMAGE_BROKEN', detail: `the template stopped after ${data?.bytes.length ?? 0} bytes` });
  }
  return ok(data.bytes);
}

/** Compares the image that was captured last with a template of the same kind of module; both stay in volatile buffers. */
export async function matchTemplate(
  line: ZfmLine,
  template: Uint8Array,
  packetBytes: number,
): Promise<Result<MatchOnDevice, CaptureFailure>> {
  const made = await makeFeatures(line, LIVE);
  if (made !== null) return err(made);
  const taken = await line.deliver(ZFM_COMMAND.DOWN_CHAR, Uint8Array.of(GIVEN), template, packetBytes);
  const refused = failureOf(line, ZFM_COMMAND.DOWN_CHAR, taken);
  if (refused !== null) return err(refused);
  // The score stands behind either verdict; some modules leave it out where there is no match.
  const verdict = await line.ask(ZFM_COMMAND.MATCH, undefined, { dataBytes: 2 });
  const score = (verdict?.data[0] ?? 0) * 256 + (verdict?.data[1] ?? 0);
  if (verdict?.code === ZFM_CONFIRMATION.NO_MATCH) return ok({ match: false, score });
  const failure = failureOf(line, ZFM_COMMAND.MATCH, verdict);
  return failure === null ? ok({ match: true, score }) : err(failure);
}

async function makeFeatures(line: ZfmLine, buffer: ZfmBuffer): Promise<CaptureFailure | null> {
  return failureOf(line, ZFM_COMMAND.IMG_2_TZ, await line.ask(ZFM_COMMAND.IMG_2_TZ, Uint8Array.of(buffer)));
}

function failureOf(line: ZfmLine, command: number, ack: { readonly code: number } | null): CaptureFailure | null {
  if (ack === null) return line.noAnswer(command);
  return ack.code === ZFM_CONFIRMATION.OK ? null : captureFailure(command, ack.code);
}
