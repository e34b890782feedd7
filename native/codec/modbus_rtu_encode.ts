import { modbusCrc } from './modbus_crc.ts';
import {
  EXCEPTION,
  type ModbusMessage,
  type ModbusTable,
  READS,
  WRITE_COIL,
  WRITE_COILS,
  WRITE_REGISTER,
  WRITE_REGISTERS,
} from './modbus_rtu_message.ts';

/** The bytes of one request or answer, its CRC included. */
export function encodeModbus(message: ModbusMessage): Uint8Array {
  const body = bodyOf(message);
  const frame = new Uint8Array(body.length + 2);
  frame.set(body);
  const crc = modbusCrc(frame, body.length);
  frame[body.length] = crc & 0xff;
  frame[body.length + 1] = crc >>> 8;
  return frame;
}

function bodyOf(message: ModbusMessage): number[] {
  const { unit } = message;
  switch (message.type) {
    case 'read':
      return [unit, readFunction(message.table), ...word(message.address), ...word(message.count)];
    case 'values':
      return [unit, readFunction(message.table), message.data.length, ...message.data];
    case 'write-coil':
      return [unit, WRITE_COIL, ...word(message.address), message.on ? 0xff : 0, 0];
    case 'write-register':
      return [unit, WRITE_REGISTER, ...word(message.address), ...word(message.value)];
    case 'write-coils':
    case 'write-registers': {
      const code = message.type === 'write-coils' ? WRITE_COILS : WRITE_REGISTERS;
      return [unit, code, ...word(message.address), ...word(message.count), message.data.length, ...message.data];
    }
    case 'coils-written':
    case 'registers-written': {
      const code = message.type === 'coils-written' ? WRITE_COILS : WRITE_REGISTERS;
      return [unit, code, ...word(message.address), ...word(message.count)];
    }
    case 'exception':
      return [unit, message.function | EXCEPTION, message.code];
  }
}

function word(value: number): [number, number] {
  return [(value >>> 8) & 0xff, value & 0xff];
}

function readFunction(table: ModbusTable): number {
  return Number(Object.entries(READS).find(([, name]) => name === table)?.[0]);
}
