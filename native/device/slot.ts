import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceHealth, DeviceKind } from '../../core/ports/device.ts';
import { blankHealth } from '../supervision/health_record.ts';
import type { DeviceEvent, SupervisedDevice } from '../supervision/supervisor.ts';

/** The place of one kind of device in a lane: who listens to it goes on listening when other settings put another device there. */
export interface DeviceSlot extends SupervisedDevice {
  readonly filled: boolean;
  /** Puts a device there, or nothing; its listeners are told of the new one's health. */
  put(device: SupervisedDevice | null): void;
}

export function deviceSlot(kind: DeviceKind, clock: Clock): DeviceSlot {
  const empty = blankHealth({ name: '', kind, driver: '', simulated: false }, clock);
  const healthListeners = new Set<(health: DeviceHealth) => void>();
  const eventListeners = new Set<(event: DeviceEvent) => void>();
  let device: SupervisedDevice | null = null;
  let unlisten = () => {};
  const health = (): DeviceHealth => device?.health() ?? empty;
  const tellHealth = (now: DeviceHealth): void => {
    for (const listener of [...healthListeners]) listener(now);
  };
  return {
    get filled() {
      return device !== null;
    },
    put: (next) => {
      if (next === device) return;
      unlisten();
      device = next;
      const ends = [
        next?.onHealth(tellHealth),
        next?.onEvent((event) => {
          for (const listener of [...eventListeners]) listener(event);
        }),
      ];
      unlisten = () => {
        for (const end of ends) end?.();
      };
      tellHealth(health());
    },
    health,
    onHealth: (listener) => {
      healthListeners.add(listener);
      return () => healthListeners.delete(listener);
    },
    onEvent: (listener) => {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    session: () => device?.session() ?? null,
    renew: () => device?.renew(),
    close: async () => device?.close(),
  };
}
