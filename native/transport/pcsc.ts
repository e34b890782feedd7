import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import { chipWay, connectChip } from './pcsc_chip.ts';
import { type PcscContext, type PcscLibrary, pcscContext, pcscLibrary, pcscProblem } from './pcsc_library.ts';
import { watchReader } from './pcsc_watch.ts';
import type { ChipWay, PcscTransport } from './transport.ts';

/**
 * The names of the PC/SC readers there are. DEVICE_UNSUPPORTED where the library is not installed or the service does not
 * run; the service may start later, so it is worth asking again.
 */
export async function listPcscReaders(): Promise<Result<readonly string[], DeviceProblem>> {
  const library = await pcscLibrary();
  const context = library.ok ? pcscContext(library.value) : library;
  if (!context.ok) return context;
  try {
    return ok(context.value.listReaders().map(({ name }) => name));
  } catch (error) {
    return err(pcscProblem(error));
  } finally {
    context.value.close();
  }
}

/** Opens a PC/SC reader by its whole name. DEVICE_ABSENT: there is none. Reading the chip is exclusive, watching is not. */
export async function openPcsc(path: string, clock: Clock): Promise<Result<PcscTransport, DeviceProblem>> {
  const library = await pcscLibrary();
  if (!library.ok) return library;
  // Two, because whoever waits for a change in one can do nothing else with it.
  const watching = pcscContext(library.value);
  if (!watching.ok) return watching;
  const working = pcscContext(library.value);
  if (!working.ok) {
    watching.value.close();
    return working;
  }
  try {
    if (working.value.listReaders().some(({ name }) => name === path)) {
      return ok(connection(library.value, watching.value, working.value, path, clock));
    }
    shut(watching.value, working.value);
    return err({ code: 'DEVICE_ABSENT', detail: 'no such reader' });
  } catch (error) {
    shut(watching.value, working.value);
    return err(pcscProblem(error));
  }
}

function connection(
  library: PcscLibrary,
  watching: PcscContext,
  working: PcscContext,
  path: string,
  clock: Clock,
): PcscTransport {
  let told: ((atr: Uint8Array | null) => void) | null = null;
  let last: { readonly atr: Uint8Array | null } | null = null;
  let lostListener: ((problem: DeviceProblem) => void) | null = null;
  let loss: DeviceProblem | null = null;
  let closing: Promise<void> | null = null;
  let way: ChipWay | null = null;
  let opening = false;

  const watch = watchReader(library, watching, path, {
    chip: (atr) => {
      last = { atr };
      told?.(atr);
    },
    gone: (error) => {
      if (closing !== null) return;
      // A watch that broke off says little: whether the service still runs is asked anew at the next opening.
      loss = { code: 'DEVICE_UNPLUGGED', detail: error?.message ?? 'the reader is no longer there' };
      lostListener?.(loss);
    },
  });
  const present = (): boolean => last?.atr != null && loss === null;

  const open = async (): Promise<Result<ChipWay, DeviceProblem>> => {
    const reader = working.listReaders().find(({ name }) => name === path);
    if (reader === undefined) return err({ code: 'DEVICE_ABSENT', detail: 'no such reader' });
    const card = await connectChip(library, reader, clock);
    if (!card.ok) return card;
    way = chipWay(library, card.value, clock, present, () => {
      way = null;
    });
    return ok(way);
  };

  return {
    path,
    onChip: (listener) => {
      told = listener;
      if (last !== null) listener(last.atr);
      return () => {
        if (told === listener) told = null;
      };
    },
    openChip: async () => {
      if (loss !== null) return err(loss);
      if (way !== null || opening)
        return err({ code: 'DEVICE_BUSY_ELSEWHERE', detail: 'this booth reads the chip already' });
      if (!present()) return err({ code: 'DEVICE_ABSENT', detail: 'no chip lies there' });
      opening = true;
      try {
        return await open();
      } catch (error) {
        return err(pcscProblem(error));
      } finally {
        opening = false;
      }
    },
    onLost: (listener) => {
      lostListener = listener;
      if (loss !== null) listener(loss);
      return () => {
        if (lostListener === listener) lostListener = null;
      };
    },
    close: () => {
      closing ??= (async () => {
        await way?.end();
        await watch.stop();
        shut(watching, working);
      })();
      return closing;
    },
  };
}

function shut(...contexts: readonly PcscContext[]): void {
  for (const context of contexts) context.close();
}
