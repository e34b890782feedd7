import type { MrzReader } from '../core/ports/mrz_reader.ts';
import { type DevicePorts, type Devices, devicesOf, openOne } from './devices.ts';
import type { OneDeviceSettings } from './settings.ts';
import { simulatorFor } from './simulator/catalogue.ts';
import { bestPlug, connectSimulator } from './simulator/connect.ts';
import type { SimulatorFaults } from './simulator/faults.ts';
import { LINE_9600_8N1 } from './transport/transport.ts';

/** A demonstration lane: simulator, wire, driver and supervisor as in earnest, only the device is software. */
export interface SimulatedLane {
  readonly devices: Devices;
  readonly mrzReader: MrzReader;
  /** How the bytes travel: over a real pseudo-terminal, or within the process where the machine has no `socat`. */
  readonly via: 'pty' | 'loopback';
  /** The host's end of the wire; a pseudo-terminal's path where `via` is pty. */
  readonly path: string;
  /** Lays a document of these lines (1 to 3) on the reader. */
  layDocument(lines: readonly string[]): void;
  removeDocument(): void;
  /** Replaces all orders to fail; `{}` makes the device sound again. */
  order(faults: SimulatorFaults): void;
  unplug(): Promise<void>;
  replug(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a simulated MRZ reader (an ID BOX unless said otherwise) and its driver; its wire lies in `directory`. */
export async function openSimulatedLane(
  ports: DevicePorts,
  directory: string,
  choice: { readonly driver?: string; readonly options?: Record<string, unknown>; readonly pty?: boolean } = {},
): Promise<SimulatedLane> {
  const driver = choice.driver ?? 'elyctis-idbox';
  const options = choice.options ?? {};
  const simulator = simulatorFor(driver, ports.clock, options);
  if (simulator?.link !== 'serial') throw new Error(`no simulator for driver ${driver}`);
  const plug = await bestPlug(directory, 'mrz-reader', ports.clock, choice.pty);
  connectSimulator(simulator, plug);
  const settings: OneDeviceSettings = { driver, name: 'mrz-reader', path: plug.path, options };
  const devices = devicesOf([openOne(settings, ports, (bound) => plug.openHost(bound.lines?.[0] ?? LINE_9600_8N1))]);
  const { mrzReader } = devices;
  if (mrzReader === null) throw new Error(`${driver} is no MRZ reader`);
  return {
    devices,
    mrzReader,
    via: plug.via,
    path: plug.path,
    layDocument: (lines) => simulator.act({ act: 'lay', lines: [...lines] }),
    removeDocument: () => simulator.act({ act: 'remove' }),
    order: simulator.order,
    unplug: plug.unplug,
    replug: async () => {
      await plug.replug();
    },
    close: async () => {
      await devices.close();
      await plug.close();
      simulator.detach();
    },
  };
}
