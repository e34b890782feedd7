import type { SelfTestStep } from '../session.ts';
import type { ModbusClient } from './client.ts';
import { inputSpan } from './contacts.ts';
import type { ModbusGateSettings } from './settings.ts';

/** Reads the coil and the contacts; moves nothing. */
export async function modbusSelfTest(
  client: ModbusClient,
  options: ModbusGateSettings,
): Promise<readonly SelfTestStep[]> {
  const coil = await client.readCoil(options.coil);
  const steps: SelfTestStep[] = [
    { step: 'coil', ok: coil.ok && !coil.value, detail: coil.ok ? (coil.value ? 'on' : 'off') : coil.error.detail },
  ];
  const span = inputSpan(options.inputs);
  if (span === null) return steps;
  const read = await client.readInputs(span.address, span.count);
  const detail = read.ok ? read.value.map((bit) => (bit ? '1' : '0')).join('') : read.error.detail;
  return [...steps, { step: 'inputs', ok: read.ok, detail }];
}
