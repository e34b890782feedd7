import { err } from '../../core/domain/result.ts';
import type { CodeScanner, CodeScannerEvent } from '../../core/ports/code_scanner.ts';
import type { SupervisedDevice } from '../supervision/supervisor.ts';
import { listening, notReady, sessionOf } from './port.ts';

/** A bar code scanner of any model, seen through the booth's port. */
export function codeScanner(device: SupervisedDevice): CodeScanner {
  const { onEvent } = listening<CodeScannerEvent>(device, (event) =>
    event.kind === 'scan' || event.kind === 'media' || event.kind === 'garbage' ? event : null,
  );
  return {
    get name() {
      return device.health().name;
    },
    health: device.health,
    onEvent,
    arm: async () => sessionOf(device, 'CODE_SCANNER')?.arm() ?? err(notReady(device)),
    verdict: async (verdict) => sessionOf(device, 'CODE_SCANNER')?.verdict(verdict) ?? err(notReady(device)),
    close: device.close,
  };
}
