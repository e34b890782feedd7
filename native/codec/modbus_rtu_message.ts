/** Reading functions by their number. Coils can be switched, inputs only be read; the other two hold 16-bit words. */
export const READS = { 1: 'coils', 2: 'inputs', 3: 'holding-registers', 4: 'input-registers' } as const;
export type ModbusTable = (typeof READS)[keyof typeof READS];

/** What the host may ask of the unit of this address (0 = all of them, who then do not answer). */
export type ModbusRequest =
  | {
      readonly type: 'read';
      readonly unit: number;
      readonly table: ModbusTable;
      readonly address: number;
      readonly count: number;
    }
  | { readonly type: 'write-coil'; readonly unit: number; readonly address: number; readonly on: boolean }
  | { readonly type: 'write-register'; readonly unit: number; readonly address: number; readonly value: number }
  | {
      readonly type: 'write-coils' | 'write-registers';
      readonly unit: number;
      readonly address: number;
      readonly count: number;
      readonly data: readonly number[];
    };

/** What a unit may answer. `data` are the bytes as sent: eight coils or inputs a byte, the first in bit 0. */
export type ModbusAnswer =
  | { readonly type: 'values'; readonly unit: number; readonly table: ModbusTable; readonly data: readonly number[] }
  | Extract<ModbusRequest, { type: 'write-coil' | 'write-register' }>
  | {
      readonly type: 'coils-written' | 'registers-written';
      readonly unit: number;
      readonly address: number;
      readonly count: number;
    }
  /** 2 = no such address, 6 = busy. */
  | { readonly type: 'exception'; readonly unit: number; readonly function: number; readonly code: number };

export type ModbusMessage = ModbusRequest | ModbusAnswer;

export const WRITE_COIL = 0x05;
export const WRITE_REGISTER = 0x06;
export const WRITE_COILS = 0x0f;
export const WRITE_REGISTERS = 0x10;
/** Added to the function's number in an exception. */
export const EXCEPTION = 0x80;
/** Unit addresses above are reserved (Modbus over Serial Line V1.02, 2.2). */
export const LAST_UNIT = 247;
/** The most bytes that one answer or write carries: 2000 bits or 125 words. */
export const MAX_DATA_BYTES = 250;
