import { isDeepStrictEqual } from 'node:util';
import { err, ok, type Result } from '../core/domain/result.ts';
import type { DeviceHealth, DeviceKind } from '../core/ports/device.ts';
import type { SettingsFault } from '../core/ports/device_workshop.ts';
import { chipReader } from './device/chip_reader.ts';
import { codeScanner } from './device/code_scanner.ts';
import { fingerprintReader } from './device/fingerprint_reader.ts';
import { gate } from './device/gate.ts';
import { mrzReader } from './device/mrz_reader.ts';
import { refusedDevice } from './device/refused.ts';
import { signalLight } from './device/signal_light.ts';
import { type DeviceSlot, deviceSlot } from './device/slot.ts';
import { type DevicePorts, type Devices, openOne } from './devices.ts';
import { findDriver } from './driver/catalogue.ts';
import { checkDeviceSettings, type DeviceSettings, type OneDeviceSettings } from './settings.ts';
import { type SimulatedDevice, standDevice } from './simulator/simulated_device.ts';
import type { SupervisedDevice } from './supervision/supervisor.ts';

/** Where simulated devices lay their wires; `pty: false` keeps them within the process. */
export interface SimulatedWires {
  readonly directory: string;
  readonly pty?: boolean;
}

/** The devices of a lane, whose settings may be changed while it runs. */
export interface ChangeableDevices extends Devices {
  settings(): DeviceSettings;
  /**
   * Puts other settings in service. Devices whose settings did not change keep running; the others are closed, then the new
   * ones opened. The ports handed to the lane stay valid. Wrong settings change nothing.
   */
  apply(settings: unknown): Promise<Result<void, SettingsFault>>;
  /** The hands on a simulated device; null where there is none of this name, or it is a real one. */
  hands(name: string): SimulatedDevice | null;
  /** Connects the device of this name anew, at once. */
  renew(name: string): void;
}

/** A device in service, with what its settings were. */
interface Standing {
  readonly settings: OneDeviceSettings;
  readonly device: SupervisedDevice;
  readonly hands: SimulatedDevice | null;
  close(): Promise<void>;
}

const KINDS = ['MRZ_READER', 'CODE_SCANNER', 'FINGERPRINT_READER', 'GATE', 'SIGNAL_LIGHT', 'CHIP_READER'] as const;

/** Starts the supervision of every device in the settings; returns once they stand, devices become ready by themselves. */
export async function openDevices(
  settings: DeviceSettings,
  ports: DevicePorts,
  wires: SimulatedWires | null = null,
): Promise<ChangeableDevices> {
  const slots = Object.fromEntries(KINDS.map((kind) => [kind, deviceSlot(kind, ports.clock)])) as unknown as Readonly<
    Record<(typeof KINDS)[number], DeviceSlot>
  >;
  const facades = {
    mrzReader: mrzReader(slots.MRZ_READER),
    codeScanner: codeScanner(slots.CODE_SCANNER),
    fingerprintReader: fingerprintReader(slots.FINGERPRINT_READER),
    gate: gate(slots.GATE),
    signalLight: signalLight(slots.SIGNAL_LIGHT),
    chipReader: chipReader(slots.CHIP_READER),
  };
  const listeners = new Set<(health: readonly DeviceHealth[]) => void>();
  let standing: readonly Standing[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  const health = (): DeviceHealth[] => standing.map(({ device }) => device.health());
  const tell = (): void => {
    for (const listener of [...listeners]) listener(health());
  };
  const open = async (one: OneDeviceSettings): Promise<Standing> => {
    // One that cannot be stood up says so in its place: the others must not be lost by it, nor the way back.
    const made = await stand(one, ports, wires).catch((error: unknown) => notStanding(one, ports, error));
    made.device.onHealth(tell);
    return made;
  };
  const change = async (wanted: DeviceSettings): Promise<void> => {
    const stays = (one: OneDeviceSettings): Standing | undefined =>
      standing.find((old) => isDeepStrictEqual(old.settings, one));
    const kept = wanted.map(stays);
    const going = standing.filter((old) => !kept.includes(old));
    // Nobody must use a port that is being given back.
    standing = standing.filter((old) => !going.includes(old));
    fill(slots, standing);
    await Promise.allSettled(going.map((old) => old.close()));
    standing = await Promise.all(wanted.map((one, place) => kept[place] ?? open(one)));
    fill(slots, standing);
    tell();
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => {});
    return result;
  };
  await inTurn(() => change(settings));

  return {
    get mrzReader() {
      return slots.MRZ_READER.filled ? facades.mrzReader : null;
    },
    get codeScanner() {
      return slots.CODE_SCANNER.filled ? facades.codeScanner : null;
    },
    get fingerprintReader() {
      return slots.FINGERPRINT_READER.filled ? facades.fingerprintReader : null;
    },
    get gate() {
      return slots.GATE.filled ? facades.gate : null;
    },
    get signalLight() {
      return slots.SIGNAL_LIGHT.filled ? facades.signalLight : null;
    },
    get chipReader() {
      return slots.CHIP_READER.filled ? facades.chipReader : null;
    },
    health,
    onHealth: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    selfTest: async (name) => {
      const session = standing.find(({ settings: { name: known } }) => known === name)?.device.session();
      return session?.selfTest() ?? null;
    },
    settings: () => standing.map(({ settings: one }) => one),
    renew: (name) => standing.find(({ settings: { name: known } }) => known === name)?.device.renew(),
    hands: (name) => standing.find(({ settings: { name: known } }) => known === name)?.hands ?? null,
    apply: (raw) =>
      inTurn(async () => {
        const checked = checkDeviceSettings(raw);
        if (!checked.ok) return checked;
        if (closed) return err({ device: null, path: '', detail: 'the devices are closed' });
        const homeless = checked.value.find(({ simulated }) => simulated === true && wires === null);
        if (homeless !== undefined)
          return err({ device: homeless.name, path: 'simulated', detail: 'no simulated devices here' });
        await change(checked.value);
        return ok(undefined);
      }),
    close: () =>
      inTurn(async () => {
        closed = true;
        await Promise.all(standing.map((one) => one.close()));
        await ports.wear?.close();
      }),
  };
}

/** The lane uses the first device of each kind. */
function fill(slots: Readonly<Record<(typeof KINDS)[number], DeviceSlot>>, standing: readonly Standing[]): void {
  for (const kind of KINDS) {
    const first = standing.find(({ device }) => device.health().kind === (kind satisfies DeviceKind));
    slots[kind].put(first?.device ?? null);
  }
}

function notStanding(one: OneDeviceSettings, { clock }: DevicePorts, error: unknown): Standing {
  const detail = error instanceof Error ? error.message : 'it cannot be stood up';
  const kind = findDriver(one.driver)?.kind ?? 'MRZ_READER';
  const device = refusedDevice(one, kind, { code: 'DEVICE_IO', detail }, clock);
  return { settings: one, device, hands: null, close: device.close };
}

async function stand(one: OneDeviceSettings, ports: DevicePorts, wires: SimulatedWires | null): Promise<Standing> {
  if (one.simulated !== true || wires === null) {
    const device = openOne(one, ports, null);
    return { settings: one, device, hands: null, close: device.close };
  }
  const { driver, name, options } = one;
  const made = await standDevice(ports, wires.directory, { driver, name, options }, wires.pty);
  return { settings: one, device: made.supervised, hands: made.hands, close: made.close };
}
