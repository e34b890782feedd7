import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import {
  SFM_ALIVE,
  SFM_COMMAND,
  SFM_FLAG,
  SFM_IMAGE_FORMAT,
  SFM_PARAMETER,
  sfmFlagName,
} from '../../codec/suprema_sfm_message.ts';
import type { SfmRequests } from './requests.ts';

const FAKE_FINGER_OFF = 0x30;

/** Who answered, and what it watches for. */
export interface SfmIdentity {
  readonly firmware: string | null;
  readonly serialNumber: string | null;
  readonly livenessCheck: boolean | null;
}

/** Asks for what the module tells of itself; null for what it does not support. */
export async function sfmIdentity(asked: SfmRequests): Promise<SfmIdentity> {
  const firmware = await readParameter(asked, SFM_PARAMETER.FIRMWARE);
  const serial = await readParameter(asked, SFM_PARAMETER.SERIAL_NUMBER);
  const fake = await readParameter(asked, SFM_PARAMETER.FAKE_FINGER);
  return {
    firmware: firmware === null ? null : characters(firmware),
    serialNumber: serial === null || serial === 0 ? null : String(serial),
    livenessCheck: fake === null ? null : fake !== FAKE_FINGER_OFF,
  };
}

/** Whether the module is well. One that is still scanning for a host that died is told to stop first. */
export async function sfmIsAlive(asked: SfmRequests, tries: number): Promise<Result<void, DeviceProblem> | null> {
  for (let turn = 0; turn < tries; turn += 1) {
    const answer = await asked.ask(SFM_COMMAND.SS);
    if (answer === null) continue;
    if (answer.flag === SFM_FLAG.BUSY) await asked.ask(SFM_COMMAND.CA);
    else if (answer.flag !== SFM_FLAG.SUCCESS) return refused(`system status: ${sfmFlagName(answer.flag)}`);
    else if (answer.param !== SFM_ALIVE) return refused(`system status 0x${answer.param.toString(16)}`);
    else return ok(undefined);
  }
  return null;
}

/** Sets grey pictures in the module's RAM; the factory's are of two colours. Nothing is saved: it forgets when it restarts. */
export async function setGrey(asked: SfmRequests): Promise<Result<void, DeviceProblem>> {
  const values = { size: SFM_IMAGE_FORMAT.GREY, flag: SFM_PARAMETER.IMAGE_FORMAT };
  const answer = (await asked.ask(SFM_COMMAND.SW, values)) ?? (await asked.ask(SFM_COMMAND.SW, values));
  if (answer === null) return err({ code: 'DEVICE_SILENT', detail: 'no answer to setting grey pictures' });
  return answer.flag === SFM_FLAG.SUCCESS ? ok(undefined) : refused(`grey pictures: ${sfmFlagName(answer.flag)}`);
}

/** The value of a system parameter; null when the module does not say it. */
export async function readParameter(asked: SfmRequests, parameter: number): Promise<number | null> {
  const answer = await asked.ask(SFM_COMMAND.SR, { flag: parameter });
  return answer?.flag === SFM_FLAG.SUCCESS ? answer.size : null;
}

/** Four characters as they went over the line. */
export function characters(value: number): string | null {
  const bytes = [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24];
  const text = bytes.map((byte) => (byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '')).join('');
  return text === '' ? null : text;
}

function refused(detail: string): Result<void, DeviceProblem> {
  return err({ code: 'DEVICE_REFUSED', detail });
}
