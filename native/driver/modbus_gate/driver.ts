import type { Driver } from '../driver.ts';
import { probeModbus } from './probe.ts';
import { modbusGateSession } from './session.ts';
import { type ModbusGateSettings, modbusGateSettings, modbusLine } from './settings.ts';

/** A gate of any make behind a board of relays and inputs that speaks Modbus RTU. */
export const modbusGateDriver: Driver<ModbusGateSettings> = {
  id: 'modbus-gate',
  displayName: 'Gate behind Modbus RTU relays and inputs',
  kind: 'GATE',
  link: 'serial',
  maturity: 'EXPERIMENTAL',
  source: 'Modbus Application Protocol V1.1b3; Modbus over Serial Line V1.02',
  // Boards sit behind converters that any device may have: never matched by their numbers.
  usb: [],
  protocol: () => ({ name: 'modbus-rtu' }),
  safeProbe: probeModbus,
  settings: modbusGateSettings,
  lines: (options) => [
    modbusLine(options),
    { ...modbusLine(options), baudRate: options.baudRate === 9600 ? 19_200 : 9600 },
    { ...modbusLine(options), parity: options.parity === 'even' ? 'none' : 'even' },
  ],
  connect: modbusGateSession,
};
