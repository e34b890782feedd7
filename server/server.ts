import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { WindowIdentity } from '../core/booth.ts';
import { err, ok, type Result } from '../core/domain/result.ts';
import { type DoorOptions, GuardedDoor } from './guarded_door.ts';
import { listPage } from './static_page.ts';

/** Connections at once; a page needs six and a socket. */
const MAX_CONNECTIONS = 32;

/** The booth's only way in from outside: a page and a WebSocket on 127.0.0.1. */
export interface Door {
  readonly port: number;
  /** A URL that opens one window of this role, once, within 60 s. Only the process that owns the booth can ask for it. */
  oneTimeUrl(role: WindowIdentity['role']): string;
  /** Closes every connection (1001 on sockets) and frees the port. The booth itself goes on. */
  stop(): Promise<void>;
}

export interface DoorProblem {
  readonly code: 'PAGE_MISSING' | 'PORT_TAKEN';
  readonly detail: string;
}

/** Limits that end slow and endless requests; Node looks for them every second. */
function createLimitedServer(): Server {
  const server = createServer({
    maxHeaderSize: 8 * 1024,
    headersTimeout: 5_000,
    requestTimeout: 10_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    insecureHTTPParser: false,
    requireHostHeader: false,
  });
  server.maxHeadersCount = 64;
  server.maxConnections = MAX_CONNECTIONS;
  server.timeout = 15_000;
  return server;
}

function listen(server: Server, port: number): Promise<Result<number, DoorProblem>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(err({ code: 'PORT_TAKEN', detail: `port ${port}: ${error.code ?? error.name}` })),
    );
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () =>
      resolve(ok((server.address() as AddressInfo).port)),
    );
  });
}

/**
 * Opens the door on 127.0.0.1.
 * @returns the open door; `PAGE_MISSING` when the page is not built, `PORT_TAKEN` when the port cannot be had.
 */
export async function openDoor(options: DoorOptions): Promise<Result<Door, DoorProblem>> {
  const page = await listPage(options.pageDirectory);
  if (!page.ok) return page;
  const server = createLimitedServer();
  const door = new GuardedDoor(options, page.value);
  server.on('connection', (socket: Socket) => door.accept(socket));
  server.on('request', (request, response) => door.answer(request, response));
  server.on('checkContinue', (_request, response) => response.writeHead(417).end());
  server.on('upgrade', (request, socket, head) => door.upgrade(request, socket, head));
  server.on('clientError', (_error, socket) => socket.destroy());
  const listening = await listen(server, options.port ?? 0);
  if (!listening.ok) return listening;
  door.listensOn(listening.value);
  return ok({
    port: listening.value,
    oneTimeUrl: (role) => door.oneTimeUrl(role),
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      door.closeSockets();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 1_000).unref();
      await closed;
    },
  });
}
