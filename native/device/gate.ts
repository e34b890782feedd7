import { err } from '../../core/domain/result.ts';
import type { Gate, GateEvent } from '../../core/ports/gate.ts';
import type { SupervisedDevice } from '../supervision/supervisor.ts';
import { listening, notReady, sessionOf } from './port.ts';

/** A gate of any model, seen through the booth's port. */
export function gate(device: SupervisedDevice): Gate {
  const { onEvent } = listening<GateEvent>(device, (event) => (event.kind === 'inputs' ? event : null));
  return {
    get name() {
      return device.health().name;
    },
    health: device.health,
    inputs: () => sessionOf(device, 'GATE')?.inputs() ?? null,
    onEvent,
    release: async () => sessionOf(device, 'GATE')?.release() ?? err(notReady(device)),
    close: device.close,
  };
}
