import type { Clock } from '../../../core/ports/clock.ts';
import { deviceStream } from '../../codec/elyctis_idbox.ts';
import type { Transport } from '../../transport/transport.ts';
import { requests } from './requests.ts';

const PROBE_LIMIT_MS = 300;

/** Sends the version query and nothing else (the one command every ID BOX answers and which changes nothing). */
export async function probeElyctis(transport: Transport, clock: Clock): Promise<string | null> {
  const asked = requests(transport, clock, PROBE_LIMIT_MS);
  const decoder = deviceStream();
  const release = transport.onBytes((bytes) => {
    for (const item of decoder.push(bytes)) if (item.kind === 'frame') asked.settle(item.message);
  });
  const answer = await asked.ask({ type: 'get-firmware-version' }, 'firmware-version');
  release();
  return answer?.text.trim() ?? null;
}
