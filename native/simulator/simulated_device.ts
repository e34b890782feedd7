import type { Clock } from '../../core/ports/clock.ts';
import { type DevicePorts, openOne } from '../devices.ts';
import type { SupervisedDevice, Supervision } from '../supervision/supervisor.ts';
import { foldersOf } from '../transport/serial_presence.ts';
import { LINE_9600_8N1, type SerialLine } from '../transport/transport.ts';
import { simulatorFor } from './catalogue.ts';
import { bestPlug, connectHidSimulator, connectSimulator } from './connect.ts';
import type { SimulatorAct, SimulatorFaults } from './faults.ts';
import { type HidPlug, hidLoopback } from './hid_cable.ts';
import type { Plug } from './plug.ts';
import type { AnySimulator } from './simulator.ts';

/** Which device shall stand there in software. */
export interface SimulatedChoice {
  /** An id of the driver catalogue that has a simulator. */
  readonly driver: string;
  /** Unique in the lane; the name of its wire as well. */
  readonly name: string;
  /** Of the driver and its simulator alike. */
  readonly options?: Record<string, unknown>;
}

/** The hands on one simulated device, and its cable. */
export interface SimulatedDevice {
  readonly name: string;
  readonly driver: string;
  /** How its bytes travel: over a real device file where the machine can make one, else within the process. */
  readonly via: Plug['via'] | HidPlug['via'];
  /** The host's end of the wire as it is called now. */
  readonly path: string;
  act(act: SimulatorAct): void;
  /** Replaces all orders to fail; `{}` makes the device sound again. */
  order(faults: SimulatorFaults): void;
  /** What can be seen of it from outside: lamps, relays, counters. */
  seen(): Readonly<Record<string, string | number | boolean>>;
  unplug(): Promise<void>;
  replug(): Promise<void>;
}

/** The two ends of a simulated device: the hands on it, and the supervised device at the other end of its wire. */
export interface StandingDevice {
  readonly hands: SimulatedDevice;
  readonly supervised: SupervisedDevice;
  close(): Promise<void>;
}

/**
 * Stands up one simulator with its wire, driver and supervisor, as in earnest. A driver without a simulator is a bug of the
 * caller and throws.
 */
export async function standDevice(
  ports: DevicePorts,
  directory: string,
  { driver, name, options = {} }: SimulatedChoice,
  pty = true,
): Promise<StandingDevice> {
  const simulator = simulatorFor(driver, ports.clock, options);
  if (simulator === null) throw new Error(`no simulator for driver ${driver} with these options`);
  const { plug, open } = await layWire(simulator, directory, name, ports.clock, pty);
  const supervised = openOne({ driver, name, path: plug.path, options }, ports, {
    open: (bound) => open(bound.lines?.[0] ?? LINE_9600_8N1),
    folders: foldersOf(plug.path),
  });
  const hands: SimulatedDevice = {
    name,
    driver,
    via: plug.via,
    get path() {
      return plug.path;
    },
    act: simulator.act,
    order: simulator.order,
    seen: simulator.seen,
    unplug: plug.unplug,
    replug: async () => {
      await plug.replug();
    },
  };
  return {
    hands,
    supervised,
    close: async () => {
      await supervised.close();
      await plug.close();
      simulator.detach();
    },
  };
}

/** The cable of a simulator, laid by the kind of its link, and how its host end is opened. */
interface Wire {
  readonly plug: Pick<SimulatedDevice, 'via' | 'path' | 'unplug'> & {
    replug(): Promise<unknown>;
    close(): Promise<void>;
  };
  readonly open: (line: SerialLine) => ReturnType<Supervision['open']>;
}

async function layWire(
  simulator: AnySimulator,
  directory: string,
  name: string,
  clock: Clock,
  pty: boolean,
): Promise<Wire> {
  if (simulator.link === 'hid') {
    const plug = hidLoopback(name);
    connectHidSimulator(simulator, plug);
    return { plug, open: () => plug.openHost() };
  }
  // Names are people's words; a file has plainer ones.
  const plug = await bestPlug(directory, name.replaceAll(/[^A-Za-z0-9_-]/g, '_'), clock, pty);
  connectSimulator(simulator, plug);
  return { plug, open: (line) => plug.openHost(line) };
}
