import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { err, type Result } from '../../../core/domain/result.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { HostAct, HostReply, HostRequest, Library } from './host_message.ts';

/** Longer than any wait inside the process: who is later than this hangs in native code. */
const ANSWER_LIMIT_MS = 8000;
/** After a stall of this process the limit is overdue while the answer waits in the channel; it is read in this time. */
const LAST_LOOK_MS = 100;
const STABLE_MS = 5000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1000;
const END_LIMIT_MS = 2000;

/** Whoever has a handle hears of it here. */
export interface HandleListener {
  heard(bytes: Uint8Array): void;
  chip(atr: Uint8Array | null): void;
  lost(problem: DeviceProblem): void;
}

/** The booth's side of a process with one native library. */
export interface DeviceHost {
  /** Asks; starts the process if there is none. DEVICE_HOST_CRASHED when it ended or hangs instead of answering. */
  ask(act: HostAct): Promise<Result<unknown, DeviceProblem>>;
  /** A new handle; `forget` once it is closed or could not be opened. */
  handle(listener: HandleListener): number;
  forget(handle: number): void;
  /** Tells the process that so many bytes were taken. */
  taken(handle: number, bytes: number): void;
  /** The process id while there is one. */
  pid(): number | null;
  /** Ends the process, and with it every connection. */
  close(): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly since: number;
  readonly ended: Promise<void>;
}

/**
 * Keeps the process of one library: started at the first question, anew at the first question after its end (after a pause
 * that doubles from 100 ms to 1 s while it keeps ending). It stays, since whoever looks for an absent device asks again soon,
 * and ends with the booth.
 */
export function deviceHost(library: Library, clock: Clock, environment: NodeJS.ProcessEnv = {}): DeviceHost {
  const listeners = new Map<number, HandleListener>();
  const waiting = new Map<number, (result: Result<unknown, DeviceProblem>) => void>();
  let running: Running | null = null;
  let closed = false;
  let numbers = 0;
  let crashes = 0;
  let notBefore = 0;

  const onReply = (reply: HostReply): void => {
    if (reply.kind === 'answer') {
      waiting.get(reply.question)?.(reply.result);
      return;
    }
    const listener = listeners.get(reply.handle);
    if (reply.kind === 'heard') listener?.heard(reply.bytes);
    else if (reply.kind === 'chip') listener?.chip(reply.atr);
    else listener?.lost(reply.problem);
  };

  const onEnd = (ended: ChildProcess, how: string): void => {
    if (running?.child !== ended) return;
    crashes = clock.monotonic() - running.since > STABLE_MS ? 1 : crashes + 1;
    notBefore = clock.monotonic() + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (crashes - 1));
    running = null;
    abandon({ code: 'DEVICE_HOST_CRASHED', detail: `the ${library} process ended: ${how}` });
  };

  /** Nobody waits any longer for a process that is no more. */
  const abandon = (problem: DeviceProblem): void => {
    const orphans = [...listeners.values()];
    listeners.clear();
    for (const settle of [...waiting.values()]) settle(err(problem));
    for (const orphan of orphans) orphan.lost(problem);
  };

  const start = (): Running => {
    const child = fork(join(import.meta.dirname, 'child.ts'), [library], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
      env: { ...process.env, ...environment },
    });
    const ended = new Promise<void>((resolve) => {
      const end = (how: string): void => {
        onEnd(child, how);
        resolve();
      };
      child.once('error', (error) => end(error.message));
      child.once('exit', (code, signal) => end(signal ?? `code ${code}`));
    });
    child.on('message', (reply) => onReply(reply as HostReply));
    running = { child, since: clock.monotonic(), ended };
    return running;
  };

  /** The process keeps the booth alive only while it has something to do. */
  const hold = (): void => {
    const busy = listeners.size > 0 || waiting.size > 0;
    if (busy) running?.child.channel?.ref();
    else running?.child.channel?.unref();
    if (busy) running?.child.ref();
    else running?.child.unref();
  };

  const end = async (): Promise<void> => {
    const ending = running;
    if (ending === null) return;
    running = null;
    abandon({ code: 'DEVICE_UNPLUGGED', detail: 'closed' });
    if (ending.child.connected) ending.child.disconnect();
    const cancel = clock.after(END_LIMIT_MS, () => ending.child.kill('SIGKILL'));
    await ending.ended;
    cancel();
  };

  const tell = (request: HostRequest): void => {
    // A failure to send is the end of the process, which its exit tells.
    if (running?.child.connected) running.child.send(request, () => {});
  };

  const whenAllowed = (): Promise<void> => {
    const rest = running === null ? notBefore - clock.monotonic() : 0;
    return rest <= 0 ? Promise.resolve() : new Promise((resolve) => clock.after(rest, resolve));
  };

  const put = (act: HostAct): Promise<Result<unknown, DeviceProblem>> =>
    new Promise((resolve) => {
      const { child } = running ?? start();
      numbers += 1;
      const question = numbers;
      let cancel = clock.after(ANSWER_LIMIT_MS, () => {
        cancel = clock.after(LAST_LOOK_MS, () => child.kill('SIGKILL'));
      });
      waiting.set(question, (result) => {
        cancel();
        waiting.delete(question);
        resolve(result);
        hold();
      });
      hold();
      tell({ ...act, question });
    });

  return {
    ask: async (act) => {
      if (act.act === 'list' || act.act === 'open') await whenAllowed();
      // Handles die with their process: only these two acts may start another.
      else if (running === null) return err({ code: 'DEVICE_HOST_CRASHED', detail: `the ${library} process ended` });
      if (closed) return err({ code: 'DEVICE_ABSENT', detail: 'closed' });
      return put(act);
    },
    handle: (listener) => {
      numbers += 1;
      listeners.set(numbers, listener);
      return numbers;
    },
    forget: (handle) => {
      listeners.delete(handle);
      hold();
    },
    taken: (handle, bytes) => tell({ act: 'taken', handle, bytes }),
    pid: () => running?.child.pid ?? null,
    close: async () => {
      closed = true;
      await end();
    },
  };
}
