import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../core/domain/result.ts';
import type { Dock, LaneDevices } from '../core/ports/lane_devices.ts';
import { systemClock, systemIds } from '../core/system_ports.ts';
import {
  openDevices,
  openSimulatedLane,
  parseDeviceSettings,
  type SimulatorFaults,
  wearInFile,
} from '../native/index.ts';

const ports = { clock: systemClock, ids: systemIds };

/** What the booth is given to hold: its devices and, in training, the hands that play with them. */
export interface LaneHardware {
  readonly devices: LaneDevices;
  readonly dock?: Dock;
}

const FAULTS: Readonly<Record<Parameters<Dock['fault']>[0], SimulatorFaults>> = {
  'no-read': { noRead: true },
  // Noise that holds the letter of a real frame, so that the decoder has to find its feet again.
  garbage: { garbageBefore: [0x49, 0xff, 0x00, 0x13, 0x49] },
  'half-frame': { truncate: true },
};

/** The simulated lane of training. An ordered fault befalls the next document only. */
export async function openTrainingLane(dataDirectory: string): Promise<LaneHardware> {
  const lane = await openSimulatedLane(ports, join(dataDirectory, 'simulated'));
  let ordered: SimulatorFaults = {};
  const dock: Dock = {
    async lay(lines) {
      lane.order(ordered);
      ordered = {};
      lane.removeDocument();
      lane.layDocument(lines);
    },
    async fault(fault) {
      ordered = FAULTS[fault];
    },
    plug: (plugged) => (plugged ? lane.replug() : lane.unplug()),
  };
  return {
    devices: { ...lane.devices, close: () => lane.close() },
    dock,
  };
}

/** The devices that `settings.json` names. @returns one line for the technician when they are named wrongly. */
export async function openConfiguredLane(dataDirectory: string): Promise<Result<LaneHardware, string>> {
  let settings: { readonly devices?: unknown };
  try {
    settings = JSON.parse(readFileSync(join(dataDirectory, 'settings.json'), 'utf8'));
  } catch {
    return err('settings.json cannot be read');
  }
  const parsed = parseDeviceSettings(settings.devices);
  if (!parsed.ok) return err(`settings.json: ${parsed.error}`);
  const wear = await wearInFile(join(dataDirectory, 'device-wear.json'), systemClock);
  return ok({ devices: await openDevices(parsed.value, { ...ports, wear }) });
}
