import { EventEmitter } from 'node:events';
import type ModbusRTU from 'modbus-serial';
import { err, ok, type Result } from '../../../core/domain/result.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import { encodeModbus } from '../../codec/modbus_rtu_encode.ts';
import type { ModbusAnswer } from '../../codec/modbus_rtu_message.ts';
import type { Transport } from '../../transport/transport.ts';

/** What a gate asks of its board. One request at a time; each settles within its time. */
export interface ModbusClient {
  readInputs(address: number, count: number): Promise<Result<readonly boolean[], DeviceProblem>>;
  /** `withinMs` is the longest it may take, waiting for its turn included, where that is less than usual. */
  readCoil(address: number, withinMs?: number): Promise<Result<boolean, DeviceProblem>>;
  writeCoil(address: number, on: boolean): Promise<Result<void, DeviceProblem>>;
  /** Hands over a frame from the line; false when nobody waits for it. */
  settle(answer: ModbusAnswer): boolean;
  /** Settles the request that waits; nothing is sent afterwards. */
  stop(): void;
}

export interface ModbusTiming {
  readonly unit: number;
  readonly gapMs: number;
  readonly responseTimeoutMs: number;
}

type Answered<T> = (error: Error | null, result: T) => void;

/** The part of a serial port which the library uses. It would rather open a port itself, which is not its business here. */
class LinePort extends EventEmitter {
  readonly isOpen = true;
  readonly #send: (frame: Uint8Array) => void;
  constructor(send: (frame: Uint8Array) => void) {
    super();
    this.#send = send;
  }
  open(opened: () => void): void {
    opened();
  }
  write(frame: Uint8Array): void {
    this.#send(frame);
  }
}

/**
 * The library modbus-serial over our own transport. It makes the requests, matches and judges the answers; bytes are cut into
 * frames and timed here, since it can do neither over a port it has not opened, and its own timer is never set.
 */
export async function modbusClient(transport: Transport, clock: Clock, timing: ModbusTiming): Promise<ModbusClient> {
  // Loaded by the first such gate: it brings servers and ports of other kinds with it.
  const { default: Library } = await import('modbus-serial');
  let expected: { readonly unit: number; readonly code: number } | null = null;
  let fail: (problem: DeviceProblem) => void = () => {};
  let line: Promise<unknown> = Promise.resolve();
  let quietFrom = Number.NEGATIVE_INFINITY;
  let stopped = false;

  const port = new LinePort((frame) => {
    expected = { unit: frame[0] ?? 0, code: frame[1] ?? 0 };
    void transport.write(Uint8Array.from(frame)).then((sent) => {
      if (!sent.ok) fail(sent.error);
    });
  });
  const library: ModbusRTU = new Library(port);
  library.open(() => {});

  const exchange = <T>(ask: (answered: Answered<T>) => void, limitMs: number): Promise<Result<T, DeviceProblem>> =>
    new Promise((resolve) => {
      const settle = (result: Result<T, DeviceProblem>): void => {
        cancel();
        expected = null;
        fail = () => {};
        quietFrom = clock.monotonic();
        resolve(result);
      };
      const cancel = clock.after(limitMs, () =>
        settle(err({ code: 'DEVICE_SILENT', detail: 'a request was not answered' })),
      );
      fail = (problem) => settle(err(problem));
      ask((error, result) => settle(error === null ? ok(result) : err(problemOf(error))));
    });

  const inTurn = <T>(
    ask: (answered: Answered<T>) => void,
    withinMs = Number.POSITIVE_INFINITY,
  ): Promise<Result<T, DeviceProblem>> => {
    const until = clock.monotonic() + withinMs;
    const mine = line.then(async (): Promise<Result<T, DeviceProblem>> => {
      const wait = quietFrom + timing.gapMs - clock.monotonic();
      if (wait > 0) await new Promise<void>((resolve) => clock.after(wait, resolve));
      if (stopped) return err(ENDED);
      const left = until - clock.monotonic();
      return left <= 0 ? err(NO_TIME) : exchange(ask, Math.min(timing.responseTimeoutMs, left));
    });
    line = mine;
    return mine;
  };

  return {
    readInputs: async (address, count) => {
      const read = await inTurn<{ data: boolean[] }>((answered) =>
        library.writeFC2(timing.unit, address, count, answered),
      );
      return read.ok ? ok(read.value.data.slice(0, count)) : read;
    },
    readCoil: async (address, withinMs) => {
      const read = await inTurn<{ data: boolean[] }>(
        (answered) => library.writeFC1(timing.unit, address, 1, answered),
        withinMs,
      );
      return read.ok ? ok(read.value.data[0] === true) : read;
    },
    writeCoil: async (address, on) => {
      const written = await inTurn<{ address: number; state: boolean }>((answered) =>
        library.writeFC5(timing.unit, address, on, answered),
      );
      if (!written.ok) return written;
      const same = written.value.address === address && written.value.state === on;
      return same ? ok(undefined) : err({ code: 'DEVICE_FRAME', detail: 'the echo of a write says something else' });
    },
    settle: (answer) => {
      const code = functionOf(answer);
      if (expected === null || answer.unit !== expected.unit || code !== expected.code) return false;
      port.emit('data', Buffer.from(encodeModbus(answer)));
      return true;
    },
    stop: () => {
      stopped = true;
      fail(ENDED);
    },
  };
}

const NO_TIME: DeviceProblem = { code: 'DEVICE_SILENT', detail: 'the line was busy too long for a request' };
const ENDED: DeviceProblem = { code: 'DEVICE_UNPLUGGED', detail: 'the connection has ended' };

/** The function an answer belongs to. */
function functionOf(answer: ModbusAnswer): number {
  return answer.type === 'exception' ? answer.function : (encodeModbus(answer)[1] ?? 0);
}

/** An exception is an answer of the board that says no; all else of the library is an answer that does not fit. */
function problemOf(error: Error): DeviceProblem {
  if ('modbusCode' in error)
    return { code: 'DEVICE_REFUSED', detail: `the board answers exception ${error.modbusCode}` };
  return { code: 'DEVICE_FRAME', detail: 'an answer does not fit its request' };
}
