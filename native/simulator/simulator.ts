import type { Transport } from '../transport/transport.ts';
import type { SimulatorAct, SimulatorFaults } from './faults.ts';
import type { HidDeviceEnd } from './hid_cable.ts';

/** The device's end of each kind of cable. PC/SC has none here: a virtual reader stands for it. */
export interface DeviceEnds {
  readonly serial: Transport;
  readonly hid: HidDeviceEnd;
}

/** A device made of software, which speaks bytes over whatever stands for its plug. */
export interface Simulator<L extends keyof DeviceEnds = 'serial'> {
  readonly link: L;
  /** The plug is in: bytes go over this end until the next `attach` or `detach`. */
  attach(end: DeviceEnds[L]): void;
  /** The plug is out: what was half said is lost, the device forgets its volatile state. */
  detach(): void;
  act(act: SimulatorAct): void;
  order(faults: SimulatorFaults): void;
  /** What can be seen of it from outside, for tests and screens: lamps, relays, how often it was moved. No traveller data. */
  seen(): Readonly<Record<string, string | number | boolean>>;
}

/** A simulator of either link. */
export type AnySimulator = Simulator<'serial'> | Simulator<'hid'>;
