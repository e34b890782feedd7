import { createServer, type Server, type Socket } from 'node:net';
import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { openTcp } from '../transport/tcp.ts';
import { parseTcp } from '../transport/tcp_address.ts';
import type { Transport } from '../transport/transport.ts';
import type { Plug, PlugProblem } from './plug.ts';

/** Nobody but this machine may play with a simulated device. */
const HOST = '127.0.0.1';

/**
 * A device server with a simulated device behind it, on this machine only. Like ser2net it serves one client at a time and
 * tells a second one in a line that the port is in use. Port 0 takes a free one. Pulling the plug ends the server.
 */
export async function tcpPlug(wantedPort: number, clock: Clock): Promise<Result<Plug, PlugProblem>> {
  let server: DeviceServer | null = null;
  let port = wantedPort;
  let listener: (end: Transport | null) => void = () => {};

  const replug = async (as?: string): Promise<Result<void, PlugProblem>> => {
    if (server !== null) return ok(undefined);
    const other = as === undefined ? null : parseTcp(as);
    // A name that gives no port means any other.
    if (other !== null) port = other.ok ? other.value.port : 0;
    const standing = await serve(port);
    if (!standing.ok) return standing;
    server = standing.value;
    port = server.port;
    listener(server.deviceEnd);
    return ok(undefined);
  };
  const unplug = async (): Promise<void> => {
    const out = server;
    server = null;
    listener(null);
    await out?.stop();
  };

  const first = await replug();
  if (!first.ok) return first;
  const path = (): string => `tcp://${HOST}:${port}`;
  return ok({
    via: 'tcp',
    get path() {
      return path();
    },
    openHost: () => openTcp(path(), clock),
    onDeviceEnd: (next) => {
      listener = next;
      next(server?.deviceEnd ?? null);
    },
    unplug,
    replug,
    close: unplug,
  });
}

interface DeviceServer {
  readonly port: number;
  readonly deviceEnd: Transport;
  stop(): Promise<void>;
}

function serve(wantedPort: number): Promise<Result<DeviceServer, PlugProblem>> {
  let client: Socket | null = null;
  let reader: ((bytes: Uint8Array) => void) | null = null;
  const server: Server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => {});
    if (client !== null) return void socket.end('Port already in use\r\n');
    client = socket;
    socket.on('data', (bytes) => reader?.(bytes));
    socket.on('close', () => {
      if (client === socket) client = null;
    });
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      client?.destroy();
    });
  const deviceEnd: Transport = {
    path: `${HOST} (device)`,
    // Without a client the bytes go nowhere, as on a line nobody listens to.
    write: (bytes) =>
      new Promise((resolve) => {
        if (client === null) return resolve(ok(undefined));
        client.write(bytes, () => resolve(ok(undefined)));
      }),
    onBytes: (next) => {
      reader = next;
      return () => {
        if (reader === next) reader = null;
      };
    },
    onLost: () => () => {},
    close: stop,
  };
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(err({ code: 'TCP_FAILED', detail: error.message })));
    server.listen(wantedPort, HOST, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : wantedPort;
      resolve(ok({ port, deviceEnd, stop }));
    });
  });
}
