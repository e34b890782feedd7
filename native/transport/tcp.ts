import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import { parseTcp, type TcpAddress } from './tcp_address.ts';
import { connectProblem, endProblem, LAST_WORDS_BYTES } from './tcp_problem.ts';
import type { Transport } from './transport.ts';

const CONNECT_LIMIT_MS = 3000;
const WRITE_LIMIT_MS = 2000;
const CLOSE_LIMIT_MS = 500;
/**
 * Silence after which the system asks whether the other side still lives; it asks ten times, a second apart. So a server
 * whose cable was cut is given up after some fifteen seconds, also where the device itself can never be asked.
 */
const KEEP_ALIVE_AFTER_MS = 5000;

/**
 * Opens a serial line behind a device server on the network: bytes as they are, as ser2net's "raw" and the like of other
 * makers send them. The line's speed is set at the server: RFC 2217 is not spoken. Fails with DEVICE_ABSENT when nobody
 * listens there, DEVICE_REFUSED when the address is none. The bytes are neither encrypted nor is anybody asked for a
 * password: the server belongs on a cable of its own, or on this machine.
 */
export async function openTcp(path: string, clock: Clock): Promise<Result<Transport, DeviceProblem>> {
  const address = parseTcp(path);
  if (!address.ok) return err({ code: 'DEVICE_REFUSED', detail: address.error });
  const socket = await connected(address.value, clock);
  return socket.ok ? ok(connection(socket.value, path, clock)) : socket;
}

function connected({ host, port }: TcpAddress, clock: Clock): Promise<Result<Socket, DeviceProblem>> {
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: KEEP_ALIVE_AFTER_MS,
    });
    const settle = (result: Result<Socket, DeviceProblem>): void => {
      cancel();
      socket.removeAllListeners();
      // What fails later arrives through 'close'; without a listener it would end the process.
      socket.on('error', () => {});
      if (!result.ok) socket.destroy();
      resolve(result);
    };
    const cancel = clock.after(CONNECT_LIMIT_MS, () =>
      settle(err({ code: 'DEVICE_ABSENT', detail: 'the device server does not answer' })),
    );
    socket.once('connect', () => settle(ok(socket)));
    socket.once('error', (error) => settle(err(connectProblem(error))));
  });
}

function connection(socket: Socket, path: string, clock: Clock): Transport {
  let reader: ((bytes: Uint8Array) => void) | null = null;
  let lostListener: ((problem: DeviceProblem) => void) | null = null;
  let loss: DeviceProblem | null = null;
  let closing: Promise<void> | null = null;
  let failure: Error | null = null;
  let said = '';

  const lose = (): void => {
    if (loss !== null || closing !== null) return;
    loss = endProblem(failure, said);
    lostListener?.(loss);
  };
  socket.on('data', (bytes) => {
    if (said.length <= LAST_WORDS_BYTES) said += bytes.toString('latin1', 0, LAST_WORDS_BYTES + 1);
    reader?.(bytes);
  });
  socket.on('error', (error) => {
    failure = error;
  });
  // A server that hangs up has no more to say; half a connection is none.
  socket.on('end', () => socket.destroy());
  socket.on('close', lose);

  return {
    path,
    write: (bytes) => {
      if (loss !== null || closing !== null)
        return Promise.resolve(err({ code: 'DEVICE_UNPLUGGED', detail: 'the connection is closed' }));
      return new Promise((resolve) => {
        const cancel = clock.after(WRITE_LIMIT_MS, () => resolve(err({ code: 'DEVICE_IO', detail: 'a write hangs' })));
        socket.write(bytes, (error) => {
          cancel();
          resolve(error ? err({ code: 'DEVICE_UNPLUGGED', detail: error.message }) : ok(undefined));
        });
      });
    },
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
    close: () => {
      closing ??= shut(socket, clock);
      return closing;
    },
  };
}

/**
 * Says goodbye and waits for the server's: one that serves a single client would turn our next connection away as long as it
 * does not know that this one is over.
 */
function shut(socket: Socket, clock: Clock): Promise<void> {
  if (socket.closed) return Promise.resolve();
  return new Promise((resolve) => {
    const cancel = clock.after(CLOSE_LIMIT_MS, () => {
      socket.destroy();
      resolve();
    });
    socket.once('close', () => {
      cancel();
      resolve();
    });
    socket.end();
  });
}
