import { err } from '../core/domain/result.ts';
import type { DeviceHealth } from '../core/ports/device.ts';
import type { MrzReader, MrzReaderEvent } from '../core/ports/mrz_reader.ts';
import { type SupervisedDevice, type Supervision, supervise } from './supervisor.ts';

/** An MRZ reader of any model, seen through the booth's port. `supervised` is the technician's way to the self test. */
export function supervisedMrzReader(task: Supervision): { reader: MrzReader; supervised: SupervisedDevice } {
  const supervised = supervise(task);
  const listeners = new Set<(event: MrzReaderEvent) => void>();
  const tell = (event: MrzReaderEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  supervised.onEvent(tell);
  supervised.onHealth((health) => tell({ kind: 'health', health }));
  const reader: MrzReader = {
    name: task.name,
    health: supervised.health,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    arm: async () => {
      const session = supervised.session();
      if (session !== null) return session.arm();
      return err(supervised.health().problem ?? { code: 'DEVICE_ABSENT', detail: 'not connected' });
    },
    close: supervised.close,
  };
  return { reader, supervised };
}

/** Stands in for a reader that is not in the settings, or whose settings are wrong, and says so. */
export function missingMrzReader(health: DeviceHealth): MrzReader {
  const problem = health.problem ?? { code: 'DEVICE_ABSENT', detail: 'no MRZ reader in the settings' };
  return {
    name: health.name,
    health: () => health,
    onEvent: () => () => {},
    arm: async () => err(problem),
    close: async () => {},
  };
}
