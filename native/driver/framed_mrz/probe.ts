import type { Clock } from '../../../core/ports/clock.ts';
import { type CommandFamily, framedMrzFormat } from '../../codec/framed_mrz_format.ts';
import { framedWireStream } from '../../codec/framed_mrz_protocol.ts';
import type { Transport } from '../../transport/transport.ts';
import { menuRequests } from '../menu_requests.ts';
import { BACK_ENDS, type BackEnd } from './back_end.ts';
import { done } from './commanded.ts';
import { askIdentity } from './identity.ts';

const PROBE_LIMIT_MS = 300;

/**
 * Asks for a setting in the words of each family, and for the firmware of the one that answers. Only questions, sent as
 * "until power goes". The text begins with the family, which is what has to be written into the settings.
 */
export async function probeFramed(transport: Transport, clock: Clock): Promise<string | null> {
  for (const [family, backEnd] of Object.entries(BACK_ENDS)) {
    const said = await probeFamily(transport, clock, family as CommandFamily, backEnd);
    if (said !== null) return `${family}: ${said}`;
  }
  return null;
}

async function probeFamily(
  transport: Transport,
  clock: Clock,
  family: CommandFamily,
  backEnd: BackEnd,
): Promise<string | null> {
  const asked = menuRequests(transport, clock, PROBE_LIMIT_MS);
  const decoder = framedWireStream(framedMrzFormat.parse({}), family);
  const release = transport.onBytes((bytes) => {
    for (const item of decoder.push(bytes)) {
      if (item.kind === 'frame' && item.message.type === 'reply') asked.settle(item.message);
    }
  });
  try {
    const known = await asked.ask(backEnd.query);
    // A bar code reader of the family without character recognition is no reader of documents.
    if (known === null || !done(known)) return null;
    return (await askIdentity(backEnd, asked.ask)).firmware ?? 'firmware not told';
  } finally {
    release();
  }
}
