import { readdirSync, readlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { waitingClock } from '../../../core/system_ports.ts';
import type { HidDeviceEnd, HidPlug } from '../../../native/simulator/hid_cable.ts';
import { hasReportId } from '../../../native/transport/hid_presence.ts';
import { type DeviceHosts, deviceHosts } from '../../../native/transport/host/hosts.ts';
import { type HidDescription, umockdevDescription } from './description.ts';
import { type BedDevice, bedMachine } from './machine.ts';

/** A plug of the test bed: its bytes go through the real node-hid and hidraw, in a process of its own. */
export interface UmockdevPlug extends HidPlug {
  readonly via: 'umockdev';
  /** `quietly`: whoever holds the device open is told nothing. */
  unplug(how?: { readonly quietly: boolean }): Promise<void>;
  /** Puts it in again; under the same hidraw name unless another number is given. */
  replug(node?: number): Promise<void>;
}

/** A machine whose HID devices are software. */
export interface HidBed {
  /** The ways to its devices; the process behind them is the only one that lives on the machine. */
  readonly hosts: DeviceHosts;
  plug(device: HidDescription, node?: number): Promise<UmockdevPlug>;
  /** How many handles its process has open on devices of the bed. */
  held(): number;
  close(): Promise<void>;
}

/** Starts a machine without devices. */
export async function hidBed(): Promise<HidBed> {
  const machine = await bedMachine();
  const hosts = deviceHosts(waitingClock, machine.environment);
  const plugs: UmockdevPlug[] = [];
  let instances = 0;

  const plug = async (device: HidDescription, first = plugs.length): Promise<UmockdevPlug> => {
    const numbered = hasReportId(Buffer.from(device.reportDescriptor, 'hex'));
    let node = first;
    let inside: BedDevice | null = null;
    let plugged: (end: HidDeviceEnd | null) => void = () => {};
    let end: HidDeviceEnd | null = null;

    const replug = async (next = node): Promise<void> => {
      if (inside !== null) return;
      node = next;
      instances += 1;
      const made = deviceEnd(device, numbered, () => inside);
      inside = await machine.add(umockdevDescription(device, { node, instance: instances }), made.listener);
      end = made.end;
      plugged(end);
    };
    const unplug = async (how = { quietly: false }): Promise<void> => {
      const out = inside;
      if (out === null) return;
      inside = null;
      end = null;
      plugged(null);
      await out.remove(how.quietly);
    };
    await replug();
    const made: UmockdevPlug = {
      via: 'umockdev',
      get path() {
        return `/dev/hidraw${node}`;
      },
      openHost: () => hosts.openHid(`/dev/hidraw${node}`),
      onDeviceEnd: (listener) => {
        plugged = listener;
        listener(end);
      },
      unplug,
      replug,
      close: unplug,
    };
    plugs.push(made);
    return made;
  };

  return {
    hosts,
    plug,
    held: () => terminalsOf(hosts.pid('hid')),
    close: async () => {
      await hosts.close();
      for (const one of plugs) await one.close();
      await machine.close();
      await rm(machine.environment.UMOCKDEV_DIR, { recursive: true, force: true });
    },
  };
}

/** A plug on a machine of its own; `close` ends both. */
export async function umockdevPlug(device: HidDescription): Promise<UmockdevPlug> {
  const bed = await hidBed();
  const plug = await bed.plug(device);
  return Object.assign(Object.create(plug) as UmockdevPlug, { close: bed.close });
}

/** A hidraw node of the bed is a pseudo-terminal below. */
function terminalsOf(pid: number | null): number {
  if (pid === null) return 0;
  const handles = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
  return handles.filter((behind) => behind.startsWith('/dev/pts/')).length;
}

function deviceEnd(device: HidDescription, numbered: boolean, inside: () => BedDevice | null) {
  let output: ((report: Uint8Array) => void) | null = null;
  let feature: Parameters<HidDeviceEnd['onFeature']>[0] | null = null;
  const end: HidDeviceEnd = {
    // On the wire a report has a number in front only where the device numbers its reports.
    sendInput: async (report) => inside()?.input(numbered ? report : report.subarray(1)),
    onOutput: (listener) => {
      output = listener;
      return () => {
        if (output === listener) output = null;
      };
    },
    onFeature: (answer) => {
      feature = answer;
      return () => {
        if (feature === answer) feature = null;
      };
    },
  };
  const listener = {
    output: (report: Uint8Array) => output?.(report),
    set: (report: Uint8Array) => feature?.set(report) ?? false,
    get: (id: number) => {
      const report = feature?.get(id) ?? null;
      return device.featureWithoutId === true ? (report?.subarray(1) ?? null) : report;
    },
  };
  return { end, listener };
}
