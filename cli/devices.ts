import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import {
  type DeviceSettings,
  DRIVERS,
  driversFor,
  findDriver,
  listSerialPorts,
  openDevices,
  parseDeviceSettings,
  probePort,
  protocolFor,
  simulateDevice,
  simulatorCommand,
  systemClock,
  systemIds,
  watchPort,
} from '../native/index.ts';

/** Where a command reads and writes. `stop` ends what runs for ever; without it the signals INT and TERM do. */
export interface CommandIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly stop?: AbortSignal;
}

const READY_LIMIT_MS = 6000;

const OPTIONS = {
  driver: { type: 'string' },
  options: { type: 'string' },
  settings: { type: 'string' },
  direction: { type: 'string' },
  pty: { type: 'string' },
  arm: { type: 'boolean' },
} as const;

interface Call {
  readonly words: readonly string[];
  readonly values: { readonly [name in keyof typeof OPTIONS]?: string | boolean | undefined };
  readonly io: CommandIo;
}

/** Wrong use or unreadable input: one line for people, exit code 2. */
class WrongUse extends Error {}

const COMMANDS: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  list,
  drivers,
  probe,
  watch,
  test,
  simulate,
  decode,
};

/**
 * `booth devices <command>`: `args` are the words behind `devices`. JSON goes to stdout, one line for people to stderr.
 * Resolves with the exit code: 0 done, 1 the answer is no, 2 wrong use or unreadable input.
 */
export async function devicesCommand(args: readonly string[], io: CommandIo): Promise<number> {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [name = '', ...words] = positionals;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) throw new WrongUse(`devices: one of ${Object.keys(COMMANDS).join(', ')}`);
    return await command({ words, values, io });
  } catch (error) {
    const isUse = error instanceof WrongUse || (error instanceof TypeError && 'code' in error);
    if (!isUse) throw error;
    io.stderr.write(`${error.message.split('\n')[0]}\n`);
    return 2;
  }
}

function print(io: CommandIo, value: object): void {
  io.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Ends with "the answer is no" and the reason. */
function no(io: CommandIo, why: string): number {
  io.stderr.write(`${why}\n`);
  return 1;
}

function word({ words }: Call, what: string): string {
  const [first] = words;
  if (first === undefined || words.length > 1) throw new WrongUse(`devices: exactly one ${what} is wanted`);
  return first;
}

function option({ values }: Call, name: keyof typeof OPTIONS): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

function json(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongUse(`${what} is not JSON`);
  }
}

function driverOptions(call: Call): unknown {
  return json(option(call, 'options') ?? '{}', '--options');
}

/** Waits for the end of a command that runs for ever. */
function stopped({ stop }: CommandIo): Promise<void> {
  return new Promise((resolve) => {
    if (stop !== undefined) {
      stop.addEventListener('abort', () => resolve(), { once: true });
      if (stop.aborted) resolve();
      return;
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

async function list({ io }: Call): Promise<number> {
  const ports = await listSerialPorts();
  if (!ports.ok) return no(io, `${ports.error.code}: ${ports.error.detail}`);
  const known = ports.value.map((port) => ({
    ...port,
    drivers: driversFor(port.vendorId, port.productId).map(({ id }) => id),
  }));
  print(io, { ports: known });
  return 0;
}

async function drivers({ io }: Call): Promise<number> {
  const all = DRIVERS.map(({ id, displayName, kind, maturity, source, usb, safeProbe }) => {
    return { id, displayName, kind, maturity, source, usb, probes: safeProbe !== null };
  });
  print(io, { drivers: all });
  return 0;
}

async function probe(call: Call): Promise<number> {
  const report = await probePort(word(call, 'PORT'), systemClock);
  print(call.io, report);
  if (report.problem === null) return 0;
  return no(call.io, `${report.problem.code}: ${report.problem.detail}`);
}

async function watch(call: Call): Promise<number> {
  const port = word(call, 'PORT');
  const name = option(call, 'driver') ?? 'elyctis-idbox';
  const options = driverOptions(call);
  const protocol = protocolFor(name, options);
  if (!protocol.ok) throw new WrongUse(protocol.error);
  const driver = findDriver(name)?.bind(options);
  if (driver?.ok !== true) throw new WrongUse(`${name}: ${driver?.error ?? 'no such driver'}`);
  const arm = call.values.arm === true;
  let ended = () => {};
  const lost = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const task = { port, driver: driver.value, protocol: protocol.value, arm };
  const watching = await watchPort(task, systemClock, (entry) => {
    print(call.io, entry);
    if ('lost' in entry) ended();
  });
  if (!watching.ok) return no(call.io, `${watching.error.code}: ${watching.error.detail}`);
  const gone = await Promise.race([stopped(call.io).then(() => false), lost.then(() => true)]);
  await watching.value();
  return gone ? no(call.io, 'DEVICE_UNPLUGGED: the port went away') : 0;
}

/** The device of this name in `--settings FILE`, or the port of this path. */
async function chosen(call: Call): Promise<DeviceSettings> {
  const name = word(call, 'NAME');
  const file = option(call, 'settings');
  const one = { driver: option(call, 'driver') ?? 'elyctis-idbox', name, path: name, options: driverOptions(call) };
  const text = file === undefined ? null : await readFile(file, 'utf8').catch(() => null);
  if (file !== undefined && text === null) throw new WrongUse(`${file} cannot be read`);
  const settings = parseDeviceSettings(text === null ? [one] : json(text, file ?? ''));
  if (!settings.ok) throw new WrongUse(settings.error);
  const found = settings.value.filter((device) => device.name === name);
  if (found.length === 0) throw new WrongUse(`no device ${name} in ${file}`);
  return found;
}

async function test(call: Call): Promise<number> {
  const settings = await chosen(call);
  const devices = await openDevices(settings, { clock: systemClock, ids: systemIds });
  const decided = (): boolean => !['opening', 'absent'].includes(devices.mrzReader.health().state);
  await new Promise<void>((resolve) => {
    const cancel = systemClock.after(READY_LIMIT_MS, resolve);
    devices.onHealth(([health]) => {
      if (!decided() && health?.problem === null) return;
      cancel();
      resolve();
    });
  });
  const steps = (await devices.selfTest(devices.mrzReader.name)) ?? [];
  const health = devices.mrzReader.health();
  await devices.close();
  const ok = health.state === 'ready' && steps.every((step) => step.ok);
  print(call.io, { name: health.name, ok, health, steps });
  if (ok) return 0;
  return no(
    call.io,
    health.problem === null ? 'the self test failed' : `${health.problem.code}: ${health.problem.detail}`,
  );
}

async function simulate(call: Call): Promise<number> {
  const driver = word(call, 'DRIVER');
  const path = option(call, 'pty');
  if (path === undefined) throw new WrongUse('devices simulate: --pty PATH is wanted');
  const made = await simulateDevice(driver, driverOptions(call), path, systemClock);
  if (!made.ok) {
    if (made.error.code === 'NO_SIMULATOR') throw new WrongUse(made.error.detail);
    return no(call.io, `${made.error.code}: ${made.error.detail}`);
  }
  print(call.io, { event: 'ready', driver, path });
  const lines = createInterface({ input: call.io.stdin });
  lines.on('line', (line) => void obeyLine(call.io, made.value, line));
  await stopped(call.io);
  lines.close();
  await made.value.close();
  return 0;
}

async function obeyLine(
  io: CommandIo,
  simulator: Extract<Awaited<ReturnType<typeof simulateDevice>>, { ok: true }>['value'],
  line: string,
): Promise<void> {
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

async function decode(call: Call): Promise<number> {
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
