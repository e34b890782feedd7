import { ok } from '../../core/domain/result.ts';
import type { PcscTransport } from '../transport/transport.ts';
import { closedFrame } from './covered.ts';
import type { WireLog } from './device_wire.ts';

/** Listens to a PC/SC reader. What goes to and from a chip is a traveller's: only that something went, and how much, is told. */
export function tapPcsc(transport: PcscTransport, log: WireLog): PcscTransport {
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
          log.closed('host-to-device', closedFrame(apdu.length, 'command'));
          const answer = await transmit(apdu);
          if (answer.ok) {
            log.heard(answer.value.length);
            log.closed('device-to-host', closedFrame(answer.value.length, 'response'));
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
