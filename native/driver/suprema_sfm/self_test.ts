import { SFM_COMMAND, SFM_PARAMETER, sfmFlagName } from '../../codec/suprema_sfm_message.ts';
import type { SelfTestStep } from '../session.ts';
import { characters, readParameter } from './identity.ts';
import type { SfmRequests } from './requests.ts';

const hex = (value: number): string => `0x${value.toString(16)}`;

const PARAMETERS: readonly (readonly [string, number, (value: number) => string])[] = [
  ['firmware-version', SFM_PARAMETER.FIRMWARE, (value) => characters(value) ?? hex(value)],
  ['serial-number', SFM_PARAMETER.SERIAL_NUMBER, String],
  ['image-format', SFM_PARAMETER.IMAGE_FORMAT, hex],
  ['scan-timeout', SFM_PARAMETER.TIMEOUT, hex],
  ['fake-finger', SFM_PARAMETER.FAKE_FINGER, hex],
];

/** Asks everything that can be asked without scanning or changing anything. */
export async function sfmSelfTest(asked: SfmRequests): Promise<readonly SelfTestStep[]> {
  const status = await asked.ask(SFM_COMMAND.SS);
  const said = status === null ? 'no answer' : `${hex(status.param)} ${sfmFlagName(status.flag)}`;
  const steps: SelfTestStep[] = [{ step: 'status', ok: status !== null && said === '0x30 SUCCESS', detail: said }];
  for (const [step, parameter, show] of PARAMETERS) {
    const value = await readParameter(asked, parameter);
    // Not every firmware has every parameter; only who it is must be said.
    steps.push({ step, ok: value !== null, detail: value === null ? 'not said' : show(value) });
  }
  return steps;
}
