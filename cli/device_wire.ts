import { createInterface } from 'node:readline';
import { waitingClock } from '../core/system_ports.ts';
import {
  protocolFor,
  type SimulatorPlace,
  type StandingSimulator,
  simulateDevice,
  simulatorCommand,
} from '../native/index.ts';
import { type Call, type DeviceIo, driverOptions, no, option, print, stopped, WrongUse, word } from './device_call.ts';

export async function simulate(call: Call): Promise<number> {
  const driver = word(call, 'DRIVER');
  const made = await simulateDevice(driver, driverOptions(call), place(call), waitingClock);
  if (!made.ok) {
    if (made.error.code === 'NO_SIMULATOR') throw new WrongUse(made.error.detail);
    return no(call.io, `${made.error.code}: ${made.error.detail}`);
  }
  print(call.io, { event: 'ready', driver, path: made.value.path });
  const lines = createInterface({ input: call.io.stdin });
  lines.on('line', (line) => void obeyLine(call.io, made.value, line));
  await stopped(call.io);
  lines.close();
  await made.value.close();
  return 0;
}

function place(call: Call): SimulatorPlace {
  const pty = option(call, 'pty');
  const tcp = option(call, 'tcp');
  if (pty !== undefined && tcp === undefined) return { pty };
  // 0 takes a free port; which one is in the line that says ready.
  if (pty === undefined && tcp !== undefined && /^\d{1,5}$/.test(tcp) && Number(tcp) < 65_536)
    return { tcp: Number(tcp) };
  throw new WrongUse('devices simulate: either --pty PATH or --tcp PORT is wanted');
}

async function obeyLine(io: DeviceIo, simulator: StandingSimulator, line: string): Promise<void> {
  if (line.trim() === '') return;
  let raw: unknown = null;
  try {
    raw = JSON.parse(line);
  } catch {
    // Falls through as no command; what was typed is not repeated, it may be a traveller's MRZ.
  }
  const command = simulatorCommand.safeParse(raw);
  if (!command.success) {
    io.stderr.write('not a command: lay, remove, order, unplug or replug\n');
    return;
  }
  await simulator.obey(command.data);
  print(io, { event: Object.keys(command.data)[0] });
}

export async function decode(call: Call): Promise<number> {
  const protocol = protocolFor(word(call, 'PROTOCOL'), driverOptions(call));
  if (!protocol.ok) throw new WrongUse(protocol.error);
  const direction = option(call, 'direction');
  if (direction !== 'host-to-device' && direction !== 'device-to-host') {
    throw new WrongUse('devices decode: --direction is host-to-device or device-to-host');
  }
  let code = 0;
  for await (const line of createInterface({ input: call.io.stdin })) {
    const hex = line.replaceAll(/[\s:]/g, '');
    if (hex === '') continue;
    if (!/^(?:[0-9A-Fa-f]{2})+$/.test(hex)) {
      print(call.io, { ok: false, error: 'NOT_HEX' });
      call.io.stderr.write('devices decode: a line is not hexadecimal bytes\n');
      code = 2;
      continue;
    }
    const read = protocol.value.decode(direction, Uint8Array.from(Buffer.from(hex, 'hex')));
    print(call.io, read.ok ? { ok: true, message: read.value } : read);
    if (!read.ok) code = Math.max(code, 1);
  }
  return code;
}
