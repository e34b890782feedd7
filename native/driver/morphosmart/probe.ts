import type { Clock } from '../../../core/ports/clock.ts';
import type { Transport } from '../../transport/transport.ts';
import { commands, GET_DESCRIPTOR } from './commands.ts';
import { readDescriptor } from './descriptor.ts';
import { type IlvLink, ilvLink } from './link.ts';

const PROBE_LIMIT_MS = 400;

/**
 * Asks for the descriptor and nothing else, framed as on USB first, then as on a serial line. Not even CANCEL: it would end
 * what a device of another host is at. A device that is busy answers as well; its firmware is then not known.
 */
export async function probeMorphosmart(transport: Transport, clock: Clock): Promise<string | null> {
  for (const framing of ['cdc', 'sprs232'] as const) {
    const firmware = await ask(framing, transport, clock);
    if (firmware !== null) return firmware;
  }
  return null;
}

async function ask(framing: 'cdc' | 'sprs232', transport: Transport, clock: Clock): Promise<string | null> {
  const ignore = (): void => {};
  const link: IlvLink = ilvLink(framing, {
    transport,
    clock,
    onMessage: (message) => void asked.settle(message),
    onGarbage: ignore,
    onDamaged: ignore,
    onLost: ignore,
  });
  const asked = commands(link, clock);
  const release = transport.onBytes(link.receive);
  const answer = await asked.ask(GET_DESCRIPTOR, PROBE_LIMIT_MS);
  release();
  link.stop();
  return answer === null ? null : (readDescriptor(answer)?.software ?? '');
}
