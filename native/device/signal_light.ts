import { err } from '../../core/domain/result.ts';
import type { Signal, SignalLight } from '../../core/ports/signal_light.ts';
import type { SupervisedDevice } from '../supervision/supervisor.ts';
import { notReady, sessionOf } from './port.ts';

/** A lamp of any model, seen through the booth's port; it shows the last ordered signal again after each connection. */
export function signalLight(device: SupervisedDevice): SignalLight {
  let wanted: Signal | null = null;
  device.onHealth(({ state }) => {
    if (state === 'ready' && wanted !== null) void sessionOf(device, 'SIGNAL_LIGHT')?.show(wanted);
  });
  return {
    get name() {
      return device.health().name;
    },
    health: device.health,
    onHealth: device.onHealth,
    show: async (signal) => {
      wanted = signal;
      return sessionOf(device, 'SIGNAL_LIGHT')?.show(signal) ?? err(notReady(device));
    },
    close: device.close,
  };
}
