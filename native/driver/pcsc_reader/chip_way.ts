import { err, type Result } from '../../../core/domain/result.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { ChipWay } from '../../transport/transport.ts';
import type { SessionEvent } from '../session.ts';

const SILENT: DeviceProblem = { code: 'DEVICE_SILENT', detail: 'the chip does not answer' };

/**
 * The way to a chip with a limit to each answer, its time taken and its failures counted. After a silence the way is over:
 * an answer that comes later would be taken for the next one's.
 */
export function watchedWay(way: ChipWay, clock: Clock, limitMs: number, emit: (event: SessionEvent) => void): ChipWay {
  let over: DeviceProblem | null = null;

  const bounded = (apdu: Uint8Array): Promise<Result<Uint8Array, DeviceProblem>> =>
    new Promise((resolve) => {
      const cancel = clock.after(limitMs, () => resolve(err(SILENT)));
      void way.transmit(apdu).then((answer) => {
        cancel();
        resolve(answer);
      });
    });

  return {
    transmit: async (apdu) => {
      if (over !== null) return err(over);
      const begun = clock.monotonic();
      const answer = await bounded(apdu);
      if (answer.ok) {
        emit({ kind: 'timed', act: 'apdu', ms: clock.monotonic() - begun });
        return answer;
      }
      if (answer.error.code !== 'DEVICE_IO') over = answer.error;
      // A chip that is taken away is no fault of the reader.
      if (answer.error.code !== 'DEVICE_UNPLUGGED') emit({ kind: 'fault', problem: answer.error, at: clock.now() });
      return answer;
    },
    end: () => way.end(),
  };
}
