import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { Connection, HidTransport, PcscTransport, SerialLine, Transport } from '../transport.ts';
import type { DeviceHost } from './host.ts';
import type { HandleAct } from './host_message.ts';

/** Acknowledged in lots: far less than what may be on its way (`serving.ts`). */
const TAKEN_LOT_BYTES = 32 * 1024;
/** What arrives before anyone listens; a session begins to listen in the same turn. */
const EARLY_LIMIT = 64;

/** One connection in the process of its library: what all kinds share. */
interface Line extends Connection {
  ask<T>(act: HandleAct): Promise<Result<T, DeviceProblem>>;
  onHeard(listener: (bytes: Uint8Array) => void): () => void;
  onChip(listener: (atr: Uint8Array | null) => void): () => void;
}

async function openLine(
  host: DeviceHost,
  path: string,
  serial: SerialLine | null,
): Promise<Result<Line, DeviceProblem>> {
  const early: Uint8Array[] = [];
  let heard: ((bytes: Uint8Array) => void) | null = null;
  let chip: ((atr: Uint8Array | null) => void) | null = null;
  let lastChip: { readonly atr: Uint8Array | null } | null = null;
  let lost: ((problem: DeviceProblem) => void) | null = null;
  let loss: DeviceProblem | null = null;
  let closing: Promise<void> | null = null;
  let untold = 0;

  const handle = host.handle({
    heard: (bytes) => {
      if (heard !== null) heard(bytes);
      else if (early.length < EARLY_LIMIT) early.push(bytes);
      untold += bytes.length;
      if (untold < TAKEN_LOT_BYTES) return;
      host.taken(handle, untold);
      untold = 0;
    },
    chip: (atr) => {
      lastChip = { atr };
      chip?.(atr);
    },
    lost: (problem) => {
      if (loss !== null || closing !== null) return;
      loss = problem;
      lost?.(problem);
    },
  });
  const opened = await host.ask({ act: 'open', handle, path, line: serial });
  // The process before this one may have ended while this opening waited for its turn.
  const stale: DeviceProblem | null = loss;
  if (opened.ok && stale !== null) {
    await host.ask({ act: 'close', handle });
    return err(stale);
  }
  const end = async (): Promise<void> => {
    if (opened.ok && loss?.code !== 'DEVICE_HOST_CRASHED') await host.ask({ act: 'close', handle });
    host.forget(handle);
  };
  if (!opened.ok) {
    await end();
    return opened;
  }

  return ok({
    path,
    ask: async <T>(act: HandleAct): Promise<Result<T, DeviceProblem>> => {
      if (loss !== null) return err(loss);
      if (closing !== null) return err({ code: 'DEVICE_UNPLUGGED', detail: 'the connection is closed' });
      // Both ends are this booth, so the answer is of the act's own kind.
      return (await host.ask({ ...act, handle })) as Result<T, DeviceProblem>;
    },
    onHeard: (listener) => {
      heard = listener;
      // Not in the caller's own turn: it is still putting itself together.
      queueMicrotask(() => {
        for (const bytes of early.splice(0)) heard?.(bytes);
      });
      return () => {
        if (heard === listener) heard = null;
      };
    },
    onChip: (listener) => {
      chip = listener;
      if (lastChip !== null) listener(lastChip.atr);
      return () => {
        if (chip === listener) chip = null;
      };
    },
    onLost: (listener) => {
      lost = listener;
      if (loss !== null) listener(loss);
      return () => {
        if (lost === listener) lost = null;
      };
    },
    close: () => {
      closing ??= end();
      return closing;
    },
  });
}

/** A serial line whose library lives in `host`. As `openSerial`, and DEVICE_HOST_CRASHED. */
export async function openSerialIn(
  host: DeviceHost,
  path: string,
  serial: SerialLine,
): Promise<Result<Transport, DeviceProblem>> {
  const opened = await openLine(host, path, serial);
  if (!opened.ok) return opened;
  const line = opened.value;
  return ok({
    ...life(line),
    write: (bytes) => line.ask({ act: 'write', bytes }),
    onBytes: line.onHeard,
    lastWords: (bytes) => void line.ask({ act: 'last-words', bytes }),
  });
}

/** A HID device whose library lives in `host`. As `openHid`, and DEVICE_HOST_CRASHED. */
export async function openHidIn(host: DeviceHost, path: string): Promise<Result<HidTransport, DeviceProblem>> {
  const opened = await openLine(host, path, null);
  if (!opened.ok) return opened;
  const line = opened.value;
  return ok({
    ...life(line),
    write: (bytes) => line.ask({ act: 'write', bytes }),
    sendFeature: (bytes) => line.ask({ act: 'send-feature', bytes }),
    getFeature: (id, length) => line.ask({ act: 'get-feature', id, length }),
    onReport: line.onHeard,
    lastWords: (bytes) => void line.ask({ act: 'last-words', bytes }),
  });
}

/** A PC/SC reader whose library lives in `host`. As `openPcsc`, and DEVICE_HOST_CRASHED. */
export async function openPcscIn(host: DeviceHost, path: string): Promise<Result<PcscTransport, DeviceProblem>> {
  const opened = await openLine(host, path, null);
  if (!opened.ok) return opened;
  const line = opened.value;
  return ok({
    ...life(line),
    onChip: line.onChip,
    openChip: async () => {
      const chip = host.handle({ heard: () => {}, chip: () => {}, lost: () => {} });
      const way = await line.ask<void>({ act: 'open-chip', chip });
      if (!way.ok) {
        host.forget(chip);
        return way;
      }
      return ok({
        transmit: async (bytes: Uint8Array) =>
          (await host.ask({ act: 'transmit', bytes, handle: chip })) as Result<Uint8Array, DeviceProblem>,
        end: async () => {
          await host.ask({ act: 'close', handle: chip });
          host.forget(chip);
        },
      });
    },
  });
}

function life({ path, onLost, close }: Line): Connection {
  return { path, onLost, close };
}
