import type { Dock } from '../../core/ports/lane_devices.ts';
import type { SimulatorFaults } from './faults.ts';

/** The part of a simulated lane that hands can reach. */
interface SimulatedDesk {
  layDocument(lines: readonly string[]): void;
  removeDocument(): void;
  order(faults: SimulatorFaults): void;
  unplug(): Promise<void>;
  replug(): Promise<void>;
}

const FAULTS: Record<Parameters<Dock['fault']>[0], SimulatorFaults> = {
  'no-read': { noRead: true },
  // Bytes of no frame: a plugged-in neighbour talking, a loose connector.
  garbage: { garbageBefore: [0x00, 0xff, 0x7e, 0x13, 0x37] },
  'half-frame': { truncate: true },
};

/** The demo's hands on a simulated desk. A fault holds for the next document only. */
export function dockOf(desk: SimulatedDesk): Dock {
  let fault: 'none' | 'ordered' | 'shown' = 'none';
  return {
    async lay(lines) {
      if (fault === 'shown') desk.order({});
      fault = fault === 'ordered' ? 'shown' : 'none';
      desk.removeDocument();
      desk.layDocument(lines);
    },
    // No code scanner stands at this desk.
    scan: async () => false,
    async fault(kind) {
      desk.order(FAULTS[kind]);
      fault = 'ordered';
    },
    plug: (plugged) => (plugged ? desk.replug() : desk.unplug()),
  };
}
