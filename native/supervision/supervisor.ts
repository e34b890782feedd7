import { err, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceHealth, DeviceProblem, DeviceState } from '../../core/ports/device.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { BoundDriver } from '../driver/driver.ts';
import type { DeviceIdentity, Session, SessionEvent } from '../driver/session.ts';
import { watchFolders } from '../transport/folder_watch.ts';
import type { AnyTransport } from '../transport/transport.ts';
import { backoffMs } from './backoff.ts';
import { healthRecord } from './health_record.ts';
import { type Pause, pause } from './pause.ts';
import type { WearBook } from './wear_book.ts';

/** A connection that lived so long proves the device sound: the waits begin small again. */
const STABLE_MS = 5000;

/** What the supervisor needs of its device. */
export interface Supervision {
  readonly name: string;
  readonly driver: BoundDriver;
  /** Finds the device and opens it, anew for each attempt: names change on replugging. Of the driver's own link. */
  readonly open: () => Promise<Result<AnyTransport, DeviceProblem>>;
  /** Folders in which something happens when it is plugged in: the wait for the next attempt then ends at once. */
  readonly folders: readonly string[];
  readonly simulated: boolean;
  /** Where its lifetime counters are kept. */
  readonly wear: WearBook;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What a device says to whoever uses it. */
export type DeviceEvent = Exclude<SessionEvent, { kind: 'failed' | 'timed' }>;

/** A device that is kept connected until closed. */
export interface SupervisedDevice {
  health(): DeviceHealth;
  onHealth(listener: (health: DeviceHealth) => void): () => void;
  onEvent(listener: (event: DeviceEvent) => void): () => void;
  /** The protocol's session, null while the device is not ready. */
  session(): Session | null;
  /** Ends the connection and makes it anew at once; it counts as no failure. Nothing happens while there is none. */
  renew(): void;
  close(): Promise<void>;
}

/**
 * The one connection machine of all devices: absent -> opening -> ready -> lost -> opening ... Each connection gets a new
 * transport and a new session, so nothing of a broken one survives. It never gives up and never throws.
 */
export function supervise(task: Supervision): SupervisedDevice {
  const { name, driver, clock } = task;
  const record = healthRecord(
    { name, kind: driver.kind, driver: driver.id, simulated: task.simulated },
    clock,
    task.wear,
  );
  const listeners = new Set<(event: DeviceEvent) => void>();
  let ready: Session | null = null;
  let closed = false;
  let renewing = false;
  let attempt = 0;
  let everReady = false;
  let waiting: Pause | null = null;
  let endConnection: (problem: DeviceProblem) => void = () => {};

  const forward = (event: SessionEvent): void => {
    if (closed) return;
    if (event.kind === 'failed') {
      endConnection(event.problem);
      return;
    }
    record.note(event);
    if (event.kind === 'timed') return;
    for (const listener of [...listeners]) listener(event);
  };

  /** Goes to what a problem makes of the device; nothing where the end was wanted. */
  const fall = (problem: DeviceProblem): void => {
    if (closed || renewing) return;
    // An unplugged device that has not come back yet is still lost for the reason it was lost for.
    const stillGone = problem.code === 'DEVICE_ABSENT' && record.current().state === 'lost';
    if (!stillGone) record.turn(stateAfter(problem, everReady), problem);
  };

  /** One life of a connection; resolves with the reason of its end, everything given back. */
  const connection = async (): Promise<DeviceProblem> => {
    const opened = await task.open();
    if (!opened.ok) return opened.error;
    record.openedAt(opened.value.path);
    return live(opened.value);
  };

  const live = async (transport: AnyTransport): Promise<DeviceProblem> => {
    let resolveEnd: (problem: DeviceProblem) => void = () => {};
    const end = new Promise<DeviceProblem>((resolve) => {
      resolveEnd = resolve;
    });
    endConnection = resolveEnd;
    // What a session still says after its end must not be taken for the next one's.
    let over = false;
    const emit = (event: SessionEvent): void => {
      if (!over) forward(event);
    };
    const session = driver.connect({ transport, clock, emit });
    transport.onLost(resolveEnd);
    if (closed) resolveEnd({ code: 'DEVICE_ABSENT', detail: 'closed' });
    // A device which keeps failing stays 'failed' on the screen until it works.
    else if (record.current().state !== 'failed') record.turn('opening', null);
    try {
      const started = await Promise.race([session.start(), end.then((problem) => err(problem))]);
      const problem = started.ok ? await serve(session, started.value, end) : started.error;
      ready = null;
      // Told before the connection is given back, which may take its time.
      fall(problem);
      return problem;
    } finally {
      ready = null;
      over = true;
      session.stop();
      await transport.close();
    }
  };

  const serve = async (
    session: Session,
    identity: DeviceIdentity,
    end: Promise<DeviceProblem>,
  ): Promise<DeviceProblem> => {
    if (closed) return end;
    ready = session;
    if (everReady) record.countReconnect();
    everReady = true;
    const since = clock.monotonic();
    record.turn('ready', null, identity);
    const problem = await end;
    // Whoever keeps the native code makes its own pauses, and the device was sound.
    const sound = problem.code === 'DEVICE_UNPLUGGED' || problem.code === 'DEVICE_HOST_CRASHED';
    if (sound || clock.monotonic() - since > STABLE_MS) attempt = 0;
    return problem;
  };

  const run = async (): Promise<void> => {
    while (!closed) {
      const problem = await connection().catch(unforeseen);
      if (closed) break;
      if (renewing) {
        renewing = false;
        record.turn('opening', null);
        continue;
      }
      fall(problem);
      waiting = pause(clock, backoffMs(attempt, task.folders.length > 0, task.ids));
      attempt = (await waiting.over) ? 0 : attempt + 1;
    }
    record.turn('closed', null);
  };
  const stopWatching = watchFolders(task.folders, () => waiting?.hurry());
  const running = run();

  return {
    health: record.current,
    onHealth: record.onChange,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    session: () => ready,
    renew: () => {
      if (ready === null) return;
      renewing = true;
      endConnection({ code: 'DEVICE_ABSENT', detail: 'connected anew' });
    },
    close: async () => {
      closed = true;
      stopWatching();
      waiting?.end();
      endConnection({ code: 'DEVICE_ABSENT', detail: 'closed' });
      await running;
      listeners.clear();
    },
  };
}

/** What a problem makes of the device: gone, or there and not usable. */
function stateAfter(problem: DeviceProblem, everReady: boolean): DeviceState {
  switch (problem.code) {
    case 'DEVICE_ABSENT':
      return everReady ? 'lost' : 'absent';
    case 'DEVICE_UNPLUGGED':
      return 'lost';
    case 'DEVICE_SILENT':
      return everReady ? 'lost' : 'failed';
    default:
      return 'failed';
  }
}

/** A bug below must not end the supervision of the device. */
function unforeseen(error: unknown): DeviceProblem {
  return { code: 'DEVICE_IO', detail: error instanceof Error ? error.message : 'unforeseen failure' };
}
