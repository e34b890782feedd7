import type { DeviceHealth, DeviceProblem } from '../../core/ports/device.ts';
import type { Session } from '../driver/session.ts';
import type { DeviceEvent, SupervisedDevice } from '../supervision/supervisor.ts';

/** The session of a device of this kind; null while it is not ready. */
export function sessionOf<K extends Session['kind']>(
  device: SupervisedDevice,
  kind: K,
): Extract<Session, { kind: K }> | null {
  const session = device.session();
  return session?.kind === kind ? (session as Extract<Session, { kind: K }>) : null;
}

/** Why a device cannot do what it was asked to now. */
export function notReady(device: SupervisedDevice): DeviceProblem {
  return device.health().problem ?? { code: 'DEVICE_ABSENT', detail: 'not connected' };
}

/** Turns what a device says into what its port promises; `translate` gives null for what the port does not tell. */
export function listening<E>(
  device: SupervisedDevice,
  translate: (event: DeviceEvent) => E | null,
): { onEvent(listener: (event: E | { kind: 'health'; health: DeviceHealth }) => void): () => void } {
  const listeners = new Set<(event: E | { kind: 'health'; health: DeviceHealth }) => void>();
  const tell = (event: E | { kind: 'health'; health: DeviceHealth }): void => {
    for (const listener of [...listeners]) listener(event);
  };
  device.onEvent((event) => {
    const translated = translate(event);
    if (translated !== null) tell(translated);
  });
  device.onHealth((health) => tell({ kind: 'health', health }));
  return {
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
