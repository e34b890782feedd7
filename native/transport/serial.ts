import { SerialPort } from 'serialport';
import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import { watchPresence } from './serial_presence.ts';
import { lossProblem, openProblem } from './serial_problem.ts';
import type { Holdable, SerialLine, Transport } from './transport.ts';

const OPEN_LIMIT_MS = 3000;
const WRITE_LIMIT_MS = 2000;
const CLOSE_LIMIT_MS = 1000;
/** The safety net under the events of the folder. */
const PRESENCE_EVERY_MS = 5000;

/**
 * Opens a serial port for this process alone. Fails with DEVICE_ABSENT, DEVICE_BUSY_ELSEWHERE, DEVICE_PERMISSION or
 * DEVICE_IO. Each call makes a new port object: one that has failed opens again but can no longer be written to.
 */
export async function openSerial(
  path: string,
  line: SerialLine,
  clock: Clock,
): Promise<Result<Transport & Holdable, DeviceProblem>> {
  let port: SerialPort;
  try {
    port = new SerialPort({ ...line, path, lock: true, autoOpen: false });
  } catch (error) {
    return err({ code: 'DEVICE_IO', detail: error instanceof Error ? error.message : 'the port refused its settings' });
  }
  // Without a listener an 'error' would end the process; what it says arrives through callbacks and 'close' as well.
  port.on('error', () => {});
  const failure = await openWithin(port, clock);
  if (failure !== null) return err(openProblem(failure));
  await settle(port, clock);
  return ok(connection(port, path, clock));
}

/** Resolves with null once open. An opening that comes too late is closed again, so that no handle is lost. */
function openWithin(port: SerialPort, clock: Clock): Promise<Error | null> {
  return new Promise((resolve) => {
    let late = false;
    const cancel = clock.after(OPEN_LIMIT_MS, () => {
      late = true;
      resolve(new Error('the port did not open in time'));
    });
    port.open((error) => {
      cancel();
      if (late && error === null) port.close(() => {});
      resolve(error);
    });
  });
}

/** Raises DTR, which CDC devices take as "a host is there"; pseudo-terminals have no modem lines, hence best effort. Then forgets old input. */
async function settle(port: SerialPort, clock: Clock): Promise<void> {
  await within(clock, CLOSE_LIMIT_MS, (done) => port.set({ dtr: true, rts: true }, done));
  await within(clock, CLOSE_LIMIT_MS, (done) => port.flush(done));
}

/** Waits for a call-back, but no longer than `limitMs`; whatever it says is of no consequence. */
function within(clock: Clock, limitMs: number, run: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(limitMs, resolve);
    run(() => {
      cancel();
      resolve();
    });
  });
}

function connection(port: SerialPort, path: string, clock: Clock): Transport & Holdable {
  let reader: ((bytes: Uint8Array) => void) | null = null;
  let lostListener: ((problem: DeviceProblem) => void) | null = null;
  let loss: DeviceProblem | null = null;
  let closing: Promise<void> | null = null;

  const lose = (problem: DeviceProblem): void => {
    if (loss !== null || closing !== null) return;
    loss = problem;
    lostListener?.(problem);
  };
  // Always read: a port nobody reads from does not notice that it was unplugged.
  port.on('data', (bytes: Uint8Array) => reader?.(bytes));
  port.on('close', (error: Error | null) => lose(lossProblem(error)));
  port.on('error', (error: Error) => lose(lossProblem(error)));
  const stopWatching = watchPresence(path, clock, PRESENCE_EVERY_MS, () => lose(lossProblem(null)));

  return {
    path,
    write: (bytes) => write(port, bytes, clock, () => loss !== null || closing !== null, lose),
    onBytes: (listener) => {
      reader = listener;
      return () => {
        if (reader === listener) reader = null;
      };
    },
    onLost: (listener) => {
      lostListener = listener;
      if (loss !== null) listener(loss);
      return () => {
        if (lostListener === listener) lostListener = null;
      };
    },
    hold: (held) => {
      if (held) port.pause();
      else port.resume();
    },
    close: () => {
      closing ??= shut(port, clock, stopWatching);
      return closing;
    },
  };
}

function write(
  port: SerialPort,
  bytes: Uint8Array,
  clock: Clock,
  ended: () => boolean,
  lose: (problem: DeviceProblem) => void,
): Promise<Result<void, DeviceProblem>> {
  if (ended()) return Promise.resolve(err({ code: 'DEVICE_UNPLUGGED', detail: 'the port is closed' }));
  return new Promise((resolve) => {
    const cancel = clock.after(WRITE_LIMIT_MS, () => resolve(err({ code: 'DEVICE_IO', detail: 'a write hangs' })));
    port.write(Buffer.from(bytes), (error) => {
      cancel();
      if (error === null || error === undefined) return resolve(ok(undefined));
      lose(lossProblem(error));
      resolve(err(lossProblem(error)));
    });
  });
}

/** Stops reading, closes, destroys; a close that hangs is left behind after a second. */
async function shut(port: SerialPort, clock: Clock, stopWatching: () => void): Promise<void> {
  stopWatching();
  port.removeAllListeners('data');
  if (port.isOpen) await within(clock, CLOSE_LIMIT_MS, (done) => port.close(done));
  port.destroy();
}
