import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type {
  ChipWay,
  Connection,
  HidTransport,
  Holdable,
  PcscTransport,
  SerialLine,
  Transport,
} from '../transport.ts';
import type { HandleAct, HostAct, HostReply, HostRequest } from './host_message.ts';

/** So much may be on its way to the booth; then the device waits. */
const UNTAKEN_LIMIT_BYTES = 256 * 1024;
/** Last words wait so long behind what may still be on the line: Modbus boards want silence between two frames. */
const LAST_WORDS_GAP_MS = 60;

/** One native library, behind one form. */
export interface ServedLibrary {
  list(): Promise<Result<readonly unknown[], DeviceProblem>>;
  open(path: string, line: SerialLine | null): Promise<Result<Connection, DeviceProblem>>;
}

type AnyServed = Partial<Omit<Transport & HidTransport & PcscTransport & Holdable, 'write'>> &
  Connection & { write?(bytes: Uint8Array): Promise<Result<void, DeviceProblem>> };

/** One library at the booth's service. */
export interface Serving {
  take(request: HostRequest): void;
  /** The booth is gone: says the last words of every connection that has some. */
  end(): Promise<void>;
}

/** Answers the booth's requests with one library; `say` carries to the booth. */
export function serving(library: ServedLibrary, clock: Clock, say: (reply: HostReply) => void): Serving {
  const connections = new Map<number, AnyServed>();
  const chips = new Map<number, ChipWay>();
  const untaken = new Map<number, number>();
  const lastWords = new Map<number, Uint8Array>();

  const sayLastWords = async (handle: number): Promise<void> => {
    const bytes = lastWords.get(handle);
    lastWords.delete(handle);
    if (bytes === undefined) return;
    await new Promise<void>((resolve) => clock.after(LAST_WORDS_GAP_MS, resolve));
    await connections.get(handle)?.write?.(bytes);
  };

  const open = async ({ handle, path, line }: Extract<HostAct, { act: 'open' }>) => {
    const opened = await library.open(path, line);
    if (!opened.ok) return opened;
    const connection: AnyServed = opened.value;
    connections.set(handle, connection);
    const hear = (bytes: Uint8Array): void => {
      const now = (untaken.get(handle) ?? 0) + bytes.length;
      untaken.set(handle, now);
      say({ kind: 'heard', handle, bytes });
      if (now > UNTAKEN_LIMIT_BYTES) connection.hold?.(true);
    };
    connection.onBytes?.(hear);
    connection.onReport?.(hear);
    connection.onChip?.((atr) => say({ kind: 'chip', handle, atr }));
    connection.onLost((problem) => say({ kind: 'lost', handle, problem }));
    return ok(undefined);
  };

  const close = async (handle: number): Promise<Result<void, DeviceProblem>> => {
    const chip = chips.get(handle);
    await sayLastWords(handle);
    const connection = connections.get(handle);
    chips.delete(handle);
    connections.delete(handle);
    untaken.delete(handle);
    await chip?.end();
    await connection?.close();
    return ok(undefined);
  };

  const onHandle = async (handle: number, asked: HandleAct): Promise<Result<unknown, DeviceProblem>> => {
    if (asked.act === 'close') return close(handle);
    if (asked.act === 'transmit') return chips.get(handle)?.transmit(asked.bytes) ?? err(CLOSED);
    const connection = connections.get(handle);
    if (connection === undefined) return err(CLOSED);
    switch (asked.act) {
      case 'write':
        return connection.write?.(asked.bytes) ?? err(OTHER_KIND);
      case 'last-words':
        if (asked.bytes === null) lastWords.delete(handle);
        else lastWords.set(handle, asked.bytes);
        return ok(undefined);
      case 'send-feature':
        return connection.sendFeature?.(asked.bytes) ?? err(OTHER_KIND);
      case 'get-feature':
        return connection.getFeature?.(asked.id, asked.length) ?? err(OTHER_KIND);
      case 'open-chip': {
        const way = await (connection.openChip?.() ?? err(OTHER_KIND));
        if (!way.ok) return way;
        chips.set(asked.chip, way.value);
        return ok(undefined);
      }
    }
  };

  const taken = (handle: number, bytes: number): void => {
    const before = untaken.get(handle) ?? 0;
    untaken.set(handle, Math.max(0, before - bytes));
    if (before > UNTAKEN_LIMIT_BYTES && before - bytes <= UNTAKEN_LIMIT_BYTES) connections.get(handle)?.hold?.(false);
  };

  const answer = (asked: HostAct): Promise<Result<unknown, DeviceProblem>> => {
    if (asked.act === 'list') return library.list();
    return asked.act === 'open' ? open(asked) : onHandle(asked.handle, asked);
  };

  return {
    take: (request) => {
      if (request.act === 'taken') return taken(request.handle, request.bytes);
      const { question } = request;
      void answer(request).then((result) => say({ kind: 'answer', question, result }));
    },
    end: async () => {
      await Promise.all([...lastWords.keys()].map(sayLastWords));
    },
  };
}

const CLOSED: DeviceProblem = { code: 'DEVICE_UNPLUGGED', detail: 'the connection is closed' };
const OTHER_KIND: DeviceProblem = { code: 'DEVICE_UNSUPPORTED', detail: 'this kind of connection cannot do that' };
