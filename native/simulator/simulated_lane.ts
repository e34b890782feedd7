import type { MrzReader } from '../../core/ports/mrz_reader.ts';
import { type DevicePorts, type Devices, devicesOf } from '../devices.ts';
import type { SimulatorFaults } from './faults.ts';
import { type SimulatedChoice, type SimulatedDevice, type StandingDevice, standDevice } from './simulated_device.ts';

/** A demonstration lane: simulators, wires, drivers and supervisors as in earnest, only the devices are software. */
export interface SimulatedLane {
  readonly devices: Devices;
  /** The hands on each device, in the order of the choice. */
  readonly simulated: readonly SimulatedDevice[];
  /** The hands on the device of this name; null when there is none. */
  simulatedDevice(name: string): SimulatedDevice | null;
  close(): Promise<void>;

  /** The first MRZ reader; what follows is about this one. */
  readonly mrzReader: MrzReader;
  readonly via: SimulatedDevice['via'];
  readonly path: string;
  /** Lays a document of these lines (1 to 3) on the reader. */
  layDocument(lines: readonly string[]): void;
  removeDocument(): void;
  order(faults: SimulatorFaults): void;
  unplug(): Promise<void>;
  replug(): Promise<void>;
}

/** One ID BOX. */
const ONE_READER: readonly SimulatedChoice[] = [{ driver: 'elyctis-idbox', name: 'mrz-reader' }];

/**
 * Starts simulated devices and their drivers; their wires lie in `directory`. A lane without an MRZ reader is a bug of the
 * caller and throws. `pty: false` keeps the wires within the process even where the machine has pseudo-terminals.
 */
export async function openSimulatedLane(
  ports: DevicePorts,
  directory: string,
  choice: readonly SimulatedChoice[] = ONE_READER,
  { pty = true }: { readonly pty?: boolean } = {},
): Promise<SimulatedLane> {
  const standing = await Promise.all(choice.map((one) => standDevice(ports, directory, one, pty)));
  const devices = devicesOf(standing.map(({ supervised }) => supervised));
  const { mrzReader } = devices;
  const reader = standing.find(({ supervised }) => supervised.health().kind === 'MRZ_READER')?.hands;
  if (mrzReader === null || reader === undefined) throw new Error('no MRZ reader in this lane');
  const hands = standing.map((one: StandingDevice) => one.hands);
  return {
    devices,
    simulated: hands,
    simulatedDevice: (name) => hands.find((one) => one.name === name) ?? null,
    close: async () => {
      await Promise.all(standing.map((one) => one.close()));
    },
    mrzReader,
    via: reader.via,
    path: reader.path,
    layDocument: (lines) => reader.act({ act: 'lay', lines: [...lines] }),
    removeDocument: () => reader.act({ act: 'remove' }),
    order: reader.order,
    unplug: reader.unplug,
    replug: reader.replug,
  };
}
