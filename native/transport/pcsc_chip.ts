import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import { within } from './bounded.ts';
import { type PcscCard, type PcscLibrary, type PcscReader, pcscProblem } from './pcsc_library.ts';
import type { ChipWay } from './transport.ts';

/** Longer than a chip's slowest command with its requests for more time (ISO/IEC 14443-4 WTX). */
const ANSWER_LIMIT_MS = 6000;
const CONNECT_LIMIT_MS = 5000;
/** An extended response and its status word. */
const LONGEST_RESPONSE = 65_538;
const STATUS_BYTES = 2;

/**
 * Connects to the chip on a reader for this booth alone and resets it: whoever spoke with it before may have died without
 * doing so, and a chip keeps its session.
 */
export async function connectChip(
  library: PcscLibrary,
  reader: PcscReader,
  clock: Clock,
): Promise<Result<PcscCard, DeviceProblem>> {
  const protocols = library.SCARD_PROTOCOL_T0 | library.SCARD_PROTOCOL_T1;
  const connecting = (async () => {
    const card = await reader.connect(library.SCARD_SHARE_EXCLUSIVE, protocols);
    await card.reconnect(library.SCARD_SHARE_EXCLUSIVE, protocols, library.SCARD_RESET_CARD).catch((error: unknown) => {
      letGo(library, card);
      throw error;
    });
    return card;
  })();
  try {
    const card = await within(clock, CONNECT_LIMIT_MS, connecting);
    if (card !== null) return ok(card);
    connecting.then((late) => letGo(library, late)).catch(() => {});
    return err({ code: 'DEVICE_SILENT', detail: 'the chip does not answer' });
  } catch (error) {
    return err(pcscProblem(error));
  }
}

/** The way to a connected chip. `present` tells whether a chip still lies there; `onEnd` is called once. */
export function chipWay(
  library: PcscLibrary,
  card: PcscCard,
  clock: Clock,
  present: () => boolean,
  onEnd: () => void,
): ChipWay {
  let over: DeviceProblem | null = null;
  let busy: Promise<unknown> = Promise.resolve();
  let ending: Promise<void> | null = null;

  const end = (): Promise<void> => {
    over ??= { code: 'DEVICE_UNPLUGGED', detail: 'the way to the chip is closed' };
    // A command under way holds the handle: to give it back now would wait for the chip in the thread of all others.
    ending ??= busy.then(() => {
      letGo(library, card);
      onEnd();
    });
    return within(clock, ANSWER_LIMIT_MS, ending).then(() => {});
  };

  return {
    transmit: async (apdu) => {
      if (over !== null) return err(over);
      const asked = card.transmit(Buffer.from(apdu), { maxRecvLength: LONGEST_RESPONSE });
      busy = asked.catch(() => {});
      try {
        const response = await within(clock, ANSWER_LIMIT_MS, asked);
        if (response !== null && response.length >= STATUS_BYTES) return ok(Uint8Array.from(response));
        // A chip that is torn away in mid-command is an empty response for some readers.
        if (response === null) over = { code: 'DEVICE_SILENT', detail: 'the chip does not answer' };
        else if (!present()) over = { code: 'DEVICE_UNPLUGGED', detail: 'the chip left' };
        else over = { code: 'DEVICE_IO', detail: 'a response without a status word' };
        return err(over);
      } catch (error) {
        const problem = pcscProblem(error);
        if (problem.code === 'DEVICE_UNPLUGGED') over = problem;
        return err(problem);
      }
    },
    end,
  };
}

/** Resets the chip and gives it free; one that is gone already needs neither. */
function letGo(library: PcscLibrary, card: PcscCard): void {
  try {
    card.disconnect(library.SCARD_RESET_CARD);
  } catch {
    // The reader or the service is gone, and the connection with it.
  }
}
