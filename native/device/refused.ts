import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceKind, DeviceProblem } from '../../core/ports/device.ts';
import { blankHealth } from '../supervision/health_record.ts';
import type { SupervisedDevice } from '../supervision/supervisor.ts';

/** Stands in for a device whose settings are wrong, and says so. */
export function refusedDevice(
  { name, driver }: { readonly name: string; readonly driver: string },
  kind: DeviceKind,
  problem: DeviceProblem,
  clock: Clock,
): SupervisedDevice {
  const first = { name, kind, driver, simulated: false };
  const health = { ...blankHealth(first, clock), state: 'failed', problem } as const;
  return {
    health: () => health,
    onHealth: () => () => {},
    onEvent: () => () => {},
    session: () => null,
    renew: () => {},
    close: async () => {},
  };
}
