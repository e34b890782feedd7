import type { Clock } from '../../../core/ports/clock.ts';
import { accessIsStream } from '../../codec/access_is_protocol.ts';
import { replyText } from '../../codec/menu_item.ts';
import { scanFormat } from '../../codec/scan_text.ts';
import type { Transport } from '../../transport/transport.ts';
import { menuRequests } from '../menu_requests.ts';
import { FIRMWARE } from './commands.ts';

const PROBE_LIMIT_MS = 300;

/** Sends the firmware query and nothing else. Readers of other makers with the same commands do not know it and say so. */
export async function probeAccessIs(transport: Transport, clock: Clock): Promise<string | null> {
  const asked = menuRequests(transport, clock, PROBE_LIMIT_MS);
  const decoder = accessIsStream(scanFormat.parse({}));
  const release = transport.onBytes((bytes) => {
    for (const item of decoder.push(bytes)) {
      if (item.kind === 'frame' && item.message.type === 'reply') asked.settle(item.message);
    }
  });
  const reply = await asked.ask(FIRMWARE);
  release();
  return reply?.items.every(({ status }) => status === 'ack') === true ? replyText(reply) : null;
}
