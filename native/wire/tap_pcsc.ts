import { ok } from '../../core/domain/result.ts';
import type { Protocol, WireDirection } from '../codec/protocol.ts';
import type { PcscTransport } from '../transport/transport.ts';
import { closedFrame } from './covered.ts';
import type { WireLog } from './device_wire.ts';

/**
 * Listens to a PC/SC reader. What goes to and from a chip is a traveller's: of a command its name is told, of an answer its
 * status; where even that cannot be read, only that something went and how much.
 */
export function tapPcsc(transport: PcscTransport, protocol: Protocol, log: WireLog): PcscTransport {
  const show = (direction: WireDirection, bytes: Uint8Array, name: string): void => {
    const read = protocol.decode(direction, bytes);
    if (read.ok) log.frame(protocol, direction, read.value);
    else log.closed(direction, closedFrame(bytes.length, name));
  };
  log.opened();
  return {
    path: transport.path,
    onChip: (listener) =>
      transport.onChip((atr) => {
        log.heard(1);
        log.closed('device-to-host', closedFrame(atr?.length ?? 0, atr === null ? 'chip-gone' : 'chip'));
        listener(atr);
      }),
    openChip: async () => {
      const opened = await transport.openChip();
      if (!opened.ok) return opened;
      const { transmit, end } = opened.value;
      return ok({
        end,
        transmit: async (apdu) => {
          show('host-to-device', apdu, 'command');
          const answer = await transmit(apdu);
          if (answer.ok) {
            log.heard(answer.value.length);
            show('device-to-host', answer.value, 'response');
          }
          return answer;
        },
      });
    },
    onLost: (listener) =>
      transport.onLost((problem) => {
        log.lost(problem.code);
        listener(problem);
      }),
    close: transport.close,
  };
}
