import { waitingClock } from '../core/system_ports.ts';
import {
  DRIVER_FACTS,
  DRIVERS,
  discover,
  findDriver,
  listHidDevices,
  listPcscReaders,
  listSerialPorts,
  matchingDrivers,
  type Protocol,
  probePort,
  protocolFor,
  sharedChip,
  type WireMessage,
  watchPort,
} from '../native/index.ts';
import { type Call, driverOptions, no, option, print, stopped, WrongUse, word } from './device_call.ts';

/**
 * Prints `{ ports, hidDevices, chipReaders }`. They stay apart because `ports` are what the other commands take as PORT; each
 * entry names its `transport`.
 */
export async function list({ io }: Call): Promise<number> {
  const ports = await listSerialPorts();
  if (!ports.ok) return no(io, `${ports.error.code}: ${ports.error.detail}`);
  const known = ports.value.map((port) => ({
    ...port,
    transport: 'serial',
    chip: sharedChip(port.vendorId, port.productId),
    drivers: matchingDrivers({ ...port, link: 'serial', product: null }).map(({ driver, strength }) => {
      return { id: driver.id, strength };
    }),
  }));
  const hid = await listHidDevices();
  // A machine that cannot ask for HID devices still has its ports: null, and the reason for people.
  const hidDevices = hid.ok ? hid.value.map((device) => ({ ...device, transport: 'hid' })) : null;
  if (!hid.ok) io.stderr.write(`${hid.error.code}: ${hid.error.detail}\n`);
  const readers = await listPcscReaders();
  // Null where PC/SC is not installed or does not run, which most lanes do not need: `booth doctor` tells.
  const chipReaders = readers.ok ? readers.value.map((name) => ({ path: name, transport: 'pcsc' })) : null;
  print(io, { ports: known, hidDevices, chipReaders });
  return 0;
}

/** Prints `{ found, problems }`: everything plugged in on any kind of link, with the drivers that fit. Nothing is sent. */
export async function discoverAll({ io }: Call): Promise<number> {
  const { found, problems } = await discover([], { serial: listSerialPorts, hid: listHidDevices });
  print(io, { found, problems });
  return 0;
}

export async function drivers({ io }: Call): Promise<number> {
  const all = DRIVERS.map(({ id, displayName, kind, link, maturity, source, usb, safeProbe }) => {
    const { options = [], hasSimulator = false } = DRIVER_FACTS.find((facts) => facts.id === id) ?? {};
    const about = { id, displayName, kind, link, maturity, source, usb };
    return { ...about, probes: safeProbe !== null, simulates: hasSimulator, options };
  });
  print(io, { drivers: all });
  return 0;
}

export async function probe(call: Call): Promise<number> {
  const report = await probePort(word(call, 'PORT'), waitingClock);
  print(call.io, report);
  if (report.problem === null) return 0;
  return no(call.io, `${report.problem.code}: ${report.problem.detail}`);
}

/** What makes a device of this model look for documents; null where nothing needs to be said. */
function armingBytes(name: string, protocol: Protocol): Uint8Array | null {
  if (name !== 'elyctis-idbox') return null;
  return protocol.encode('host-to-device', { type: 'continuous', on: true } as WireMessage);
}

export async function watch(call: Call): Promise<number> {
  const port = word(call, 'PORT');
  const name = option(call, 'driver') ?? 'elyctis-idbox';
  const options = driverOptions(call);
  const protocol = protocolFor(name, options);
  if (!protocol.ok) throw new WrongUse(protocol.error);
  const driver = findDriver(name)?.bind(options);
  if (driver?.ok !== true) throw new WrongUse(`${name}: ${driver?.error ?? 'no such driver'}`);
  const arm = call.values.arm === true ? armingBytes(name, protocol.value) : null;
  let ended = () => {};
  const lost = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const task = { port, driver: driver.value, protocol: protocol.value, arm };
  const watching = await watchPort(task, waitingClock, (entry) => {
    print(call.io, entry);
    if ('lost' in entry) ended();
  });
  if (!watching.ok) return no(call.io, `${watching.error.code}: ${watching.error.detail}`);
  const gone = await Promise.race([stopped(call.io).then(() => false), lost.then(() => true)]);
  await watching.value();
  return gone ? no(call.io, 'DEVICE_UNPLUGGED: the port went away') : 0;
}
