import { err } from '../../core/domain/result.ts';
import type { ChipReader, ChipReaderEvent } from '../../core/ports/chip_reader.ts';
import type { SupervisedDevice } from '../supervision/supervisor.ts';
import { listening, notReady, sessionOf } from './port.ts';

/** A reader of contactless chips, seen through the booth's port. */
export function chipReader(device: SupervisedDevice): ChipReader {
  const { onEvent } = listening<ChipReaderEvent>(device, (event) => (event.kind === 'chip' ? event : null));
  return {
    get name() {
      return device.health().name;
    },
    health: device.health,
    present: () => sessionOf(device, 'CHIP_READER')?.present() ?? null,
    onEvent,
    open: async () => sessionOf(device, 'CHIP_READER')?.open() ?? err(notReady(device)),
    close: device.close,
  };
}
