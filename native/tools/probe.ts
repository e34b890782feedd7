import { ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import { DRIVERS, type DriverEntry } from '../driver/catalogue.ts';
import { matchingDrivers } from '../driver/match.ts';
import type { DeviceHosts } from '../transport/host/hosts.ts';
import { openPort } from '../transport/open_port.ts';
import { listSerialPorts } from '../transport/serial_ports.ts';
import { LINE_9600_8N1, type SerialLine, type Transport } from '../transport/transport.ts';

/** What a safe probe found: a driver and how to set the line, or the reason why nothing was. */
export interface ProbeReport {
  readonly port: string;
  readonly driver: string | null;
  readonly firmware: string | null;
  readonly line: SerialLine | null;
  readonly problem: DeviceProblem | null;
}

/** How ports are opened and listed: in this process, or in one whose crash leaves the booth alone. */
export type PortWays = Pick<DeviceHosts, 'openPort' | 'listSerialPorts'>;

function inProcess(clock: Clock): PortWays {
  return { openPort: (path, line) => openPort(path, line, clock), listSerialPorts };
}

/** Before anything is sent: what a device says of its own accord tells more than its answers. */
const LISTEN_MS = 200;
/** More than this in that time is no device at rest; questions would drown in it. */
const FLOOD_BYTES = 4096;
/** Each probe has a shorter bound of its own; this one is for a bug in it. */
const PROBE_LIMIT_MS = 3000;

/**
 * Asks an unknown port who is there, with every driver that can ask without changing anything, one after the other, at each
 * of its speeds. Drivers to which the port's USB numbers point come first; gates and lamps come last, so that what could
 * move something is asked only when nothing else answered. Nothing is left open; who uses the port later sets its speed.
 */
export async function probePort(port: string, clock: Clock, ways: PortWays = inProcess(clock)): Promise<ProbeReport> {
  const nothing: ProbeReport = { port, driver: null, firmware: null, line: null, problem: null };
  const noise = await withPort(ways, port, LINE_9600_8N1, (transport) => listen(transport, clock));
  if (!noise.ok) return { ...nothing, problem: noise.error };
  if (noise.value > FLOOD_BYTES)
    return { ...nothing, problem: { code: 'DEVICE_FLOOD', detail: `${noise.value} bytes before anything was asked` } };
  for (const driver of await askingOrder(ways, port)) {
    const bound = driver.bind({});
    for (const line of (bound.ok ? bound.value.lines : null) ?? []) {
      const firmware = await withPort(ways, port, line, (transport) => ask(driver, transport, clock));
      if (!firmware.ok) return { ...nothing, problem: firmware.error };
      if (firmware.value !== null) return { port, driver: driver.id, firmware: firmware.value, line, problem: null };
    }
  }
  return { ...nothing, problem: { code: 'DEVICE_SILENT', detail: 'no driver got an answer it knows' } };
}

async function withPort<T>(
  ways: PortWays,
  port: string,
  line: SerialLine,
  use: (transport: Transport) => Promise<T>,
): Promise<Result<T, DeviceProblem>> {
  const opened = await ways.openPort(port, line);
  if (!opened.ok) return opened;
  const used = await use(opened.value);
  await opened.value.close();
  return ok(used);
}

/** The drivers that can ask on a serial line, in the order of asking. */
async function askingOrder(ways: PortWays, port: string): Promise<readonly DriverEntry[]> {
  const ports = await ways.listSerialPorts();
  const found = ports.ok ? ports.value.find(({ path }) => path === port) : undefined;
  const pointed =
    found === undefined
      ? []
      : matchingDrivers({ ...found, link: 'serial', product: null }).map(({ driver }) => driver.id);
  const rank = ({ id, kind }: DriverEntry): number => {
    if (pointed.includes(id)) return 0;
    return kind === 'GATE' || kind === 'SIGNAL_LIGHT' ? 2 : 1;
  };
  return DRIVERS.filter(({ link, safeProbe }) => link === 'serial' && safeProbe !== null).sort(
    (a, b) => rank(a) - rank(b),
  );
}

async function listen(transport: Transport, clock: Clock): Promise<number> {
  let heard = 0;
  const release = transport.onBytes((bytes) => {
    heard += bytes.length;
  });
  await new Promise<void>((resolve) => clock.after(LISTEN_MS, resolve));
  release();
  return heard;
}

async function ask({ safeProbe }: DriverEntry, transport: Transport, clock: Clock): Promise<string | null> {
  let cancel = () => {};
  const late = new Promise<null>((resolve) => {
    cancel = clock.after(PROBE_LIMIT_MS, () => resolve(null));
  });
  const answer = await Promise.race([safeProbe?.(transport, clock) ?? null, late]);
  cancel();
  return answer;
}
