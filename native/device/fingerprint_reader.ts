import { enrolmentObstacles } from '../../core/domain/biometrics/enrolment.ts';
import { err, type Result } from '../../core/domain/result.ts';
import type {
  CaptureFailure,
  CaptureRequest,
  FingerprintImage,
  FingerprintReader,
  FingerprintReaderEvent,
  SensorFacts,
} from '../../core/ports/fingerprint_reader.ts';
import type { SupervisedDevice } from '../supervision/supervisor.ts';
import { listening, notReady, sessionOf } from './port.ts';

/** A fingerprint reader of any model, seen through the booth's port. What the law wants of a sensor is judged here, for all. */
export function fingerprintReader(device: SupervisedDevice): FingerprintReader {
  const { onEvent } = listening<FingerprintReaderEvent>(device, (event) => (event.kind === 'finger' ? event : null));
  let busy = false;

  const capture = async (request: CaptureRequest): Promise<Result<FingerprintImage, CaptureFailure>> => {
    const session = sessionOf(device, 'FINGERPRINT_READER');
    if (session === null) return err(notReady(device));
    const below = belowEnrolment(request, session.sensor());
    if (below !== null) return err(below);
    if (busy) return err({ code: 'CAPTURE_BUSY', detail: 'a capture is under way' });
    busy = true;
    try {
      const taken = await session.capture(request);
      // Only the picture tells for certain what the sensor is.
      const late = taken.ok ? belowEnrolment(request, taken.value.sensor) : null;
      return late === null ? taken : err(late);
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

/** Why pictures of this sensor will not do for the purpose; null when they do. */
function belowEnrolment({ purpose }: CaptureRequest, sensor: SensorFacts): CaptureFailure | null {
  const obstacles = purpose === 'ENROLMENT' ? enrolmentObstacles(sensor) : [];
  return obstacles.length === 0 ? null : { code: 'BELOW_ENROLMENT', detail: obstacles.join(', ') };
}
