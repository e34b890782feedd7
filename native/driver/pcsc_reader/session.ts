import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { ChipWay, PcscTransport } from '../../transport/transport.ts';
import type { SessionContext } from '../driver.ts';
import type { ChipReaderSession, SessionEvent } from '../session.ts';
import { watchedWay } from './chip_way.ts';
import { pcscSelfTest } from './self_test.ts';
import type { PcscReaderSettings } from './settings.ts';

/** The service tells at once what lies there; whoever waits longer waits in vain. */
const FIRST_WORD_MS = 3000;

/**
 * Tells which chips come and go on one reader and opens the way to the one that lies there. It sends the chip nothing by
 * itself: what is read, and by which right, is decided above.
 */
export function pcscSession(context: SessionContext<PcscReaderSettings, PcscTransport>): ChipReaderSession {
  const { transport, clock, options } = context;
  let stopped = false;
  let here: Uint8Array | null = null;
  let told = false;
  let way: ChipWay | null = null;
  let cancelSettle = () => {};
  let firstWord: (heard: boolean) => void = () => {};
  const first = new Promise<boolean>((resolve) => {
    firstWord = resolve;
  });
  const cancelFirst = clock.after(FIRST_WORD_MS, () => firstWord(false));

  const emit = (event: SessionEvent): void => {
    if (!stopped) context.emit(event);
  };
  const tell = (present: boolean, atr: Uint8Array | null): void => {
    if (present === told) return;
    told = present;
    emit({ kind: 'chip', present, atr, at: clock.now() });
  };
  const onChip = (atr: Uint8Array | null): void => {
    firstWord(true);
    cancelSettle();
    here = atr;
    if (atr === null) tell(false, null);
    else cancelSettle = clock.after(options.settleMs, () => tell(true, atr));
  };

  const open = async (): Promise<Result<ChipWay, DeviceProblem>> => {
    if (stopped) return err({ code: 'DEVICE_ABSENT', detail: 'not connected' });
    const begun = clock.monotonic();
    const opened = await transport.openChip();
    if (!opened.ok) return opened;
    emit({ kind: 'timed', act: 'open', ms: clock.monotonic() - begun });
    const watched = watchedWay(opened.value, clock, options.responseTimeoutMs, emit);
    way = watched;
    if (!stopped) return ok(watched);
    await watched.end();
    return err({ code: 'DEVICE_ABSENT', detail: 'not connected' });
  };

  let release = () => {};
  return {
    kind: 'CHIP_READER',
    start: async () => {
      release = transport.onChip(onChip);
      const heard = await first;
      cancelFirst();
      if (heard) return ok({ firmware: null });
      return err({ code: 'DEVICE_SILENT', detail: 'the service does not say what lies on the reader' });
    },
    present: () => told,
    open,
    selfTest: () => pcscSelfTest(transport.path, here, open),
    stop: () => {
      stopped = true;
      release();
      cancelFirst();
      cancelSettle();
      firstWord(false);
      void way?.end();
    },
  };
}
