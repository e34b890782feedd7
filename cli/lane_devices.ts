import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../core/domain/result.ts';
import type { DeviceWorkshop } from '../core/ports/device_workshop.ts';
import type { Dock, LaneDevices } from '../core/ports/lane_devices.ts';
import { systemClock, systemIds } from '../core/system_ports.ts';
import {
  type ChangeableDevices,
  type DeviceSettings,
  deviceWorkshop,
  openDevices,
  parseDeviceSettings,
  recordingsIn,
  type SimulatorFaults,
  wearInFile,
  wiresOf,
} from '../native/index.ts';

/** What the booth is given to hold: its devices, what a technician may do with them and, in training, the hands that play. */
export interface LaneHardware {
  readonly devices: LaneDevices;
  readonly workshop: DeviceWorkshop;
  readonly dock?: Dock;
}

/** What stands at a training lane whose settings name nothing. */
const TRAINING_DEVICES = [
  { driver: 'elyctis-idbox', name: 'mrz-reader', simulated: true },
  { driver: 'access-is', name: 'scanner', simulated: true },
  { driver: 'modbus-gate', name: 'gate', simulated: true },
  { driver: 'blink1', name: 'lamp', simulated: true },
];

const FAULTS: Readonly<Record<Parameters<Dock['fault']>[0], SimulatorFaults>> = {
  'no-read': { noRead: true },
  // Noise that holds the letter of a real frame, so that the decoder has to find its feet again.
  garbage: { garbageBefore: [0x49, 0xff, 0x00, 0x13, 0x49] },
  'half-frame': { truncate: true },
};

/** The devices in `settings.json`; null where there is no such file. */
function settingsOf(dataDirectory: string): Result<DeviceSettings | null, string> {
  let settings: { readonly devices?: unknown };
  try {
    settings = JSON.parse(readFileSync(join(dataDirectory, 'settings.json'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(null);
    return err('settings.json cannot be read');
  }
  const parsed = parseDeviceSettings(settings.devices ?? []);
  return parsed.ok ? parsed : err(`settings.json: ${parsed.error}`);
}

interface OpenLane {
  readonly devices: ChangeableDevices;
  readonly workshop: DeviceWorkshop;
}

async function openLane(dataDirectory: string, settings: DeviceSettings, worn: boolean): Promise<OpenLane> {
  const clock = systemClock;
  const wires = wiresOf(clock);
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const wear = worn ? { wear: await wearInFile(join(dataDirectory, 'device-wear.json'), clock) } : {};
  const devices = await openDevices(
    settings,
    { clock, ids: systemIds, wires, ...wear },
    { directory: join(dataDirectory, 'simulated') },
  );
  const recordings = await recordingsIn(join(dataDirectory, 'recordings'), { clock, ids: systemIds });
  return { devices, workshop: deviceWorkshop({ devices, wires, recordings, clock }) };
}

/** The simulated lane of training, as the settings name its devices. An ordered fault befalls the next document only. */
export async function openTrainingLane(dataDirectory: string): Promise<Result<LaneHardware, string>> {
  const settings = settingsOf(dataDirectory);
  if (!settings.ok) return settings;
  const named = (settings.value ?? []).filter(({ simulated }) => simulated === true);
  const usual = parseDeviceSettings(TRAINING_DEVICES);
  if (!usual.ok) return usual;
  const lane = await openLane(dataDirectory, named.length > 0 ? named : usual.value, false);
  return ok({ ...lane, workshop: simulatedOnly(lane.workshop), dock: dockOf(lane.devices) });
}

/** Training never opens a real device: nobody would look at what the lane decides of it. */
function simulatedOnly(workshop: DeviceWorkshop): DeviceWorkshop {
  const check: DeviceWorkshop['check'] = (settings) => {
    const checked = workshop.check(settings);
    const real = checked.ok ? checked.value.find(({ simulated }) => simulated !== true) : undefined;
    if (real === undefined) return checked;
    return err({ device: real.name, path: 'simulated', detail: 'training has simulated devices only' });
  };
  return { ...workshop, check };
}

/** The hands on the first simulated MRZ reader and code scanner that stand there now. */
function dockOf(devices: ChangeableDevices): Dock {
  let ordered: SimulatorFaults = {};
  const reader = () => devices.hands(devices.mrzReader?.name ?? '');
  return {
    async lay(lines) {
      const hands = reader();
      hands?.order(ordered);
      ordered = {};
      hands?.act({ act: 'remove' });
      hands?.act({ act: 'lay', lines: [...lines] });
    },
    async scan(text) {
      const scanner = devices.hands(devices.codeScanner?.name ?? '');
      scanner?.act({ act: 'scan', text });
      return scanner !== null && scanner !== undefined;
    },
    async fault(fault) {
      ordered = FAULTS[fault];
    },
    async plug(plugged) {
      await (plugged ? reader()?.replug() : reader()?.unplug());
    },
  };
}

/** The devices that `settings.json` names. @returns one line for the technician when they are named wrongly. */
export async function openConfiguredLane(dataDirectory: string): Promise<Result<LaneHardware, string>> {
  const settings = settingsOf(dataDirectory);
  if (!settings.ok) return settings;
  return ok(await openLane(dataDirectory, settings.value ?? [], true));
}
