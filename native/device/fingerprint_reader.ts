import { enrolmentObstacles } from '../../core/domain/biometrics/enrolment.ts';
import { err, type Result } from '../../core/domain/result.ts';
import type {
  CaptureFailure,
  CaptureRequest,
  FingerprintImage,
  FingerprintReader,
  FingerprintReaderEvent,
} from '../../core/ports/fingerprint_reader.ts';
import type { SupervisedDevice } from '../supervisor.ts';
import { listening, notReady, sessionOf } from './port.ts';

/** A fingerprint reader of any model, seen through the booth's port. What the law wants of a sensor is judged here, for all. */
export function fingerprintReader(device: SupervisedDevice): FingerprintReader {
  const { onEvent } = listening<FingerprintReaderEvent>(device, (event) => (event.kind === 'finger' ? event : null));
  let busy = false;

  const capture = async (request: CaptureRequest): Promise<Result<FingerprintImage, CaptureFailure>> => {
    const session = sessionOf(device, 'FINGERPRINT_READER');
    if (session === null) return err(notReady(device));
    const obstacles = request.purpose === 'ENROLMENT' ? enrolmentObstacles(session.sensor()) : [];
    if (obstacles.length > 0) return err({ code: 'BELOW_ENROLMENT', detail: obstacles.join(', ') });
    if (busy) return err({ code: 'CAPTURE_BUSY', detail: 'a capture is under way' });
    busy = true;
    try {
      return await session.capture(request);
    } finally {
      busy = false;
    }
  };

  return {
    get name() {
      return device.health().name;
    },
    health: device.health,
    sensor: () => sessionOf(device, 'FINGERPRINT_READER')?.sensor() ?? null,
    onEvent,
    capture,
    cancel: async () => sessionOf(device, 'FINGERPRINT_READER')?.cancel(),
    close: device.close,
  };
}
