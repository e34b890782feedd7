import { err, ok } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceSetting, DeviceWorkshop, FoundDevice } from '../../core/ports/device_workshop.ts';
import type { ChangeableDevices } from '../changeable_devices.ts';
import { type Discovered, discover } from '../discovery/discover.ts';
import { checkDeviceSettings } from '../settings.ts';
import { probePort } from '../tools/probe.ts';
import { sharedHosts } from '../transport/host/hosts.ts';
import type { Wires } from '../wire/wires.ts';
import { DRIVER_FACTS } from './driver_facts.ts';
import type { Recordings } from './recordings.ts';

/** What a workshop is made of. */
export interface WorkshopParts {
  readonly devices: ChangeableDevices;
  readonly wires: Wires;
  readonly recordings: Recordings;
  readonly clock: Clock;
}

/** The device layer as a technician works with it. */
export function deviceWorkshop({ devices, wires, recordings, clock }: WorkshopParts): DeviceWorkshop {
  const hosts = sharedHosts(clock);
  const setting = (name: string): DeviceSetting | undefined => devices.settings().find((one) => one.name === name);
  return {
    drivers: () => DRIVER_FACTS,
    settings: () => devices.settings(),
    signs: (name) => (setting(name) === undefined ? null : wires.log(name).signs()),
    check: checkDeviceSettings,
    apply: (settings) => devices.apply(settings),
    discover: async () => {
      const lists = { serial: hosts.listSerialPorts, hid: hosts.listHidDevices, pcsc: hosts.listPcscReaders };
      const { found, problems } = await discover(devices.health(), lists);
      // A lane without readers of chips needs nothing installed for them.
      const problem = problems.find((one) => one.problem.code !== 'DEVICE_UNSUPPORTED');
      // A machine that cannot be asked for one kind of link still has the others.
      if (found.length === 0 && problem !== undefined) return err(problem.problem);
      return ok(found.map(foundDevice));
    },
    probe: async (port) => {
      // A port that a device of the lane holds is that device's; it is not opened twice.
      const user = devices
        .health()
        .find((one) => one.port === port && ['opening', 'ready', 'busy'].includes(one.state));
      if (user !== undefined) return { driver: user.driver, firmware: user.firmware, problem: null };
      const { driver, firmware, problem } = await probePort(port, clock, hosts);
      return { driver, firmware, problem: problem?.code ?? null };
    },
    ask: (name) => devices.selfTest(name),
    wire: (name) => (setting(name) === undefined ? null : wires.log(name)),
    startRecording: async (name) => {
      const one = setting(name);
      return one === undefined ? null : recordings.start(one, wires.log(name), () => devices.renew(name));
    },
    stopRecording: (id) => recordings.stop(id),
    recordings: () => recordings.list(),
    replay: (id) => recordings.replay(id),
  };
}

function foundDevice({
  link,
  port,
  vendorId,
  productId,
  serialNumber,
  product,
  chip,
  ...rest
}: Discovered): FoundDevice {
  const { matches, usedBy, manufacturer } = rest;
  return {
    link,
    port,
    vendorId,
    productId,
    serialNumber,
    product: product ?? chip ?? manufacturer,
    matches: matches.map(({ driver, strength }) => ({ driver, strength })),
    usedBy,
  };
}
