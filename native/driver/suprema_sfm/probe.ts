import type { Clock } from '../../../core/ports/clock.ts';
import { sfmStream } from '../../codec/suprema_sfm.ts';
import { SFM_COMMAND } from '../../codec/suprema_sfm_message.ts';
import type { Transport } from '../../transport/transport.ts';
import { sfmIdentity } from './identity.ts';
import { sfmRequests } from './requests.ts';

const PROBE_LIMIT_MS = 300;

/** Asks for the system status and the versions: nothing is scanned, set or cancelled. Standard packets only. */
export async function probeSfm(transport: Transport, clock: Clock): Promise<string | null> {
  const asked = sfmRequests(transport, clock, null, PROBE_LIMIT_MS);
  const decoder = sfmStream('device-to-host');
  const release = transport.onBytes((bytes) => {
    for (const item of decoder.push(bytes)) {
      if (item.kind === 'frame' && item.message.type === 'packet') asked.settle(item.message);
    }
  });
  const answer = await asked.ask(SFM_COMMAND.SS);
  const firmware = answer === null ? null : ((await sfmIdentity(asked)).firmware ?? 'UniFinger SFM');
  release();
  asked.stop();
  return firmware;
}
