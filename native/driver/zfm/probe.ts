import type { Clock } from '../../../core/ports/clock.ts';
import { zfmStream } from '../../codec/zfm.ts';
import { ZFM_FACTORY_ADDRESS } from '../../codec/zfm_message.ts';
import type { Transport } from '../../transport/transport.ts';
import { verifyPassword } from './identity.ts';
import { zfmLine } from './line.ts';

const PROBE_LIMIT_MS = 300;

/** Shows the factory's password and nothing else. That it is refused identifies the module as well as that it is taken. */
export async function probeZfm(transport: Transport, clock: Clock): Promise<string | null> {
  const line = zfmLine(transport, clock, ZFM_FACTORY_ADDRESS, PROBE_LIMIT_MS);
  const decoder = zfmStream('device-to-host');
  const release = transport.onBytes((bytes) => {
    for (const item of decoder.push(bytes)) if (item.kind === 'frame') line.onMessage(item.message);
  });
  const verified = await verifyPassword(line, 0, 1);
  release();
  line.stop();
  if (verified === null) return null;
  return verified.ok ? 'EF01 module' : 'EF01 module, own password';
}
