import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { type Devices, devicesOf, openOne } from '../../native/devices.ts';
import { locateHid } from '../../native/discovery/locate_hid.ts';
import type { OneDeviceSettings } from '../../native/settings.ts';
import { simulatorFor } from '../../native/simulator/catalogue.ts';
import { connectHidSimulator } from '../../native/simulator/connect.ts';
import type { DeviceEvent, SupervisedDevice } from '../../native/supervision/supervisor.ts';
import type { HidBed, UmockdevPlug } from './hid_bed/plug.ts';
import type { HidModel } from './hid_models.ts';
import type { Proof } from './proof.ts';
import { type Rig, until } from './rig.ts';

let nodes = 20;

/** A hidraw number that was never used: the test bed cannot give one out twice. */
export function freshNode(): number {
  nodes += 1;
  return nodes;
}

/** One HID device on a machine made of software: simulator, hidraw, node-hid, driver, supervisor, and all it said. */
export interface HidRig extends Omit<Rig, 'plug' | 'device' | 'lane'> {
  readonly plug: UmockdevPlug;
  readonly device: SupervisedDevice;
  readonly lane: Devices;
}

/** Plugs the device in and puts it under supervision. It is found by what its driver knows of it, wherever it is. */
export async function startHidRig(bed: HidBed, model: HidModel, node?: number): Promise<HidRig> {
  const simulator = simulatorFor(model.driver, waitingClock, model.options);
  if (simulator?.link !== 'hid') throw new Error(`no HID simulator for ${model.driver}`);
  const plug = await bed.plug(model.description, node);
  connectHidSimulator(simulator, plug);
  const device = openAgain(bed, model, model.driver);
  const events: DeviceEvent[] = [];
  device.onEvent((event) => events.push(event));
  return {
    driver: model.driver,
    device,
    lane: devicesOf([device]),
    plug,
    events,
    act: simulator.act,
    order: simulator.order,
    seen: simulator.seen,
    health: device.health,
    reads: () => events.flatMap((event) => (event.kind === 'scan' ? [[event.text]] : [])),
    garbage: () => events.reduce((sum, event) => sum + (event.kind === 'garbage' ? event.bytes : 0), 0),
    close: async () => {
      await device.close();
      await plug.close();
      simulator.detach();
    },
  };
}

/** Another user of the same device. */
export function openAgain(bed: HidBed, model: HidModel, name: string): SupervisedDevice {
  const settings: OneDeviceSettings = { driver: model.driver, name, options: model.options };
  return openOne(
    settings,
    { clock: waitingClock, ids: systemIds },
    {
      folders: [],
      open: async (bound) => {
        const path = await locateHid(settings, bound.usb, bed.hosts.listHidDevices);
        return path.ok ? bed.hosts.openHid(path.value) : path;
      },
    },
  );
}

export async function startReadyHidRig(bed: HidBed, model: HidModel, node?: number): Promise<HidRig> {
  const rig = await startHidRig(bed, model, node);
  await until(`${model.driver} is ready`, () => rig.health().state === 'ready');
  return rig;
}

/** The proof of a kind, which asks nothing of the plug. */
export function proved(proof: Proof, rig: HidRig, limitMs: number): Promise<boolean> {
  return proof(rig as unknown as Rig, limitMs);
}
