import { err } from '../../core/domain/result.ts';
import type { MrzReader, MrzReaderEvent } from '../../core/ports/mrz_reader.ts';
import type { SupervisedDevice } from '../supervision/supervisor.ts';
import { listening, notReady, sessionOf } from './port.ts';

/** An MRZ reader of any model, seen through the booth's port. */
export function mrzReader(device: SupervisedDevice): MrzReader {
  const { onEvent } = listening<MrzReaderEvent>(device, (event) =>
    event.kind === 'read' || event.kind === 'no-read' || event.kind === 'garbage' ? event : null,
  );
  return {
    get name() {
      return device.health().name;
    },
    health: device.health,
    onEvent,
    arm: async () => sessionOf(device, 'MRZ_READER')?.arm() ?? err(notReady(device)),
    close: device.close,
  };
}
