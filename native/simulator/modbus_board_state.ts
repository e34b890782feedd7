import type { ModbusAnswer, ModbusRequest } from '../codec/modbus_rtu_message.ts';
import type { ModbusGateSettings } from '../driver/modbus_gate/settings.ts';

const NO_SUCH_FUNCTION = 1;
const NO_SUCH_ADDRESS = 2;
const CODES = { coils: 1, inputs: 2, 'holding-registers': 3, 'input-registers': 4 } as const;

/** The relays and contacts of a board, and what it answers to requests. */
export interface BoardState {
  answer(asked: ModbusRequest): ModbusAnswer;
  setContact(name: keyof ModbusGateSettings['inputs'], on: boolean): void;
  /** Every relay falls off. */
  powerCut(): void;
  /** Whether the gate is let go, how many writes came, and how often a relay went on. */
  seen(): Readonly<Record<string, number | boolean>>;
}

/** A board of at least eight relays and eight contacts, wired as the options say; every contact says "no". */
export function boardState(options: ModbusGateSettings): BoardState {
  const wired = Object.values(options.inputs).flatMap((one) => (one.address === null ? [] : [one]));
  const coils = blank(options.coil + 1);
  const contacts = blank(...wired.map((one) => (one.address ?? 0) + 1));
  for (const { address, inverted } of wired) if (address !== null) contacts[address] = inverted;
  const count = { writes: 0, pulses: 0 };

  const switchCoil = (address: number, on: boolean): void => {
    count.writes += 1;
    if (on && coils[address] === false) count.pulses += 1;
    coils[address] = on;
  };
  const read = (asked: Extract<ModbusRequest, { type: 'read' }>): ModbusAnswer => {
    const { unit, table, address } = asked;
    if (table !== 'coils' && table !== 'inputs') return refusal(unit, CODES[table], NO_SUCH_FUNCTION);
    const bits = table === 'coils' ? coils : contacts;
    if (asked.count < 1 || address + asked.count > bits.length) return refusal(unit, CODES[table], NO_SUCH_ADDRESS);
    return { type: 'values', unit, table, data: packed(bits.slice(address, address + asked.count)) };
  };
  const writeCoils = (unit: number, address: number, howMany: number, data: readonly number[]): ModbusAnswer => {
    if (address + howMany > coils.length) return refusal(unit, 15, NO_SUCH_ADDRESS);
    for (let at = 0; at < howMany; at += 1) switchCoil(address + at, (((data[at >> 3] ?? 0) >> (at & 7)) & 1) === 1);
    return { type: 'coils-written', unit, address, count: howMany };
  };

  return {
    answer: (asked) => {
      switch (asked.type) {
        case 'read':
          return read(asked);
        case 'write-coil':
          if (asked.address >= coils.length) return refusal(asked.unit, 5, NO_SUCH_ADDRESS);
          switchCoil(asked.address, asked.on);
          return asked;
        case 'write-coils':
          return writeCoils(asked.unit, asked.address, asked.count, asked.data);
        case 'write-register':
          return refusal(asked.unit, 6, NO_SUCH_FUNCTION);
        case 'write-registers':
          return refusal(asked.unit, 16, NO_SUCH_FUNCTION);
      }
    },
    setContact: (name, on) => {
      const { address, inverted } = options.inputs[name];
      if (address !== null) contacts[address] = on !== inverted;
    },
    powerCut: () => {
      coils.fill(false);
    },
    seen: () => ({ released: coils[options.coil] === true, ...count }),
  };
}

function blank(...least: readonly number[]): boolean[] {
  return Array.from({ length: Math.max(8, ...least) }, () => false);
}

function refusal(unit: number, code: number, why: number): ModbusAnswer {
  return { type: 'exception', unit, function: code, code: why };
}

/** Eight to a byte, the first in bit 0. */
function packed(bits: readonly boolean[]): number[] {
  const bytes: number[] = Array.from({ length: Math.ceil(bits.length / 8) }, () => 0);
  for (const [at, bit] of bits.entries()) if (bit) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
  return bytes;
}
