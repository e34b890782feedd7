import type { Result } from '../../core/domain/result.ts';
import type { DeviceHealth, DeviceProblem } from '../../core/ports/device.ts';
import { DRIVERS } from '../driver/catalogue.ts';
import { type MatchStrength, matchingDrivers, type Plugged } from '../driver/match.ts';
import { sharedChip } from '../driver/shared_numbers.ts';
import type { HidDeviceFound } from '../transport/hid_devices.ts';
import type { SerialPortInfo } from '../transport/serial_ports.ts';

/** One thing that is plugged in and might be a device of the lane. */
export interface Discovered extends Plugged {
  /** What a device's `path` would be. */
  readonly port: string;
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  /** The chip in the cable, where the numbers say no more than that. */
  readonly chip: string | null;
  readonly matches: readonly { readonly driver: string; readonly strength: MatchStrength }[];
  /** The name of the device of this lane that is there now. */
  readonly usedBy: string | null;
}

/** Everything found, and for each kind of link that could not be asked, why. */
export interface Discovery {
  readonly found: readonly Discovered[];
  readonly problems: readonly { readonly link: Plugged['link']; readonly problem: DeviceProblem }[];
}

type List<T> = () => Promise<Result<readonly T[], DeviceProblem>>;

/** How the machine is asked what is plugged in: in processes whose crash leaves the booth alone (`transport/host`). */
export interface Lists {
  readonly serial: List<SerialPortInfo>;
  readonly hid: List<HidDeviceFound>;
  /** The names of PC/SC readers; left out where there is no PC/SC. */
  readonly pcsc?: List<string>;
}

const NO_NUMBERS = { vendorId: null, productId: null, serialNumber: null, manufacturer: null, product: null } as const;

/** What is plugged into this machine, with the drivers that fit. Nothing is opened and nothing is sent. */
export async function discover(health: readonly DeviceHealth[], lists: Lists): Promise<Discovery> {
  const [serial, hid, pcsc] = await Promise.all([lists.serial(), lists.hid(), lists.pcsc?.()]);
  const problems: Discovery['problems'][number][] = [];
  const told = <T>(link: Plugged['link'], list: Result<readonly T[], DeviceProblem> | undefined): readonly T[] => {
    if (list?.ok === false) problems.push({ link, problem: list.error });
    return list?.ok === true ? list.value : [];
  };
  const ports = told('serial', serial).map(({ path, ...port }) => {
    return { ...port, link: 'serial' as const, port: path, product: null };
  });
  const hidDevices = told('hid', hid).map(({ path, ...device }) => {
    return { ...device, link: 'hid' as const, port: path, manufacturer: null };
  });
  const readers = told('pcsc', pcsc).map((name) => ({ ...NO_NUMBERS, link: 'pcsc' as const, port: name }));
  const found = [...ports, ...onePerPort(hidDevices), ...readers].map((one): Discovered => {
    return {
      ...one,
      chip: sharedChip(one.vendorId, one.productId),
      matches: fits(one),
      usedBy: userOf(one.port, health),
    };
  });
  return { found, problems };
}

/** Every reader of chips is spoken to in the same way; other devices go by their numbers. */
function fits(plugged: Plugged): Discovered['matches'] {
  if (plugged.link === 'pcsc')
    return DRIVERS.filter(({ link }) => link === 'pcsc').map(({ id }) => ({ driver: id, strength: 'EXACT' }));
  return matchingDrivers(plugged).map(({ driver, strength }) => ({ driver: driver.id, strength }));
}

/** A HID device is found once for each of its collections, often under one path; the one that a driver knows stands for it. */
function onePerPort<T extends Plugged & { readonly port: string }>(all: readonly T[]): readonly T[] {
  const known = (one: T): number => (matchingDrivers(one).length > 0 ? 0 : 1);
  const byPort = new Map<string, T>();
  for (const one of all) {
    const other = byPort.get(one.port);
    if (other === undefined || known(one) < known(other)) byPort.set(one.port, one);
  }
  return [...byPort.values()];
}

function userOf(port: string, health: readonly DeviceHealth[]): string | null {
  const holding = health.find((one) => one.port === port && ['opening', 'ready', 'busy'].includes(one.state));
  return holding?.name ?? null;
}
