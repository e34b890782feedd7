import { err, ok } from '../../core/domain/result.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import type { Transport } from '../transport/transport.ts';
import type { Plug } from './plug.ts';

interface End {
  readonly transport: Transport;
  receive(bytes: Uint8Array): void;
  lose(): void;
}

/** A cable within this process: two queues of bytes. For machines without pseudo-terminals; keeps order, loses nothing. */
export function loopbackPlug(name: string): Plug {
  let path = name;
  let device: End | null = null;
  let host: End | null = null;
  let listener: (end: Transport | null) => void = () => {};

  const plugIn = (): void => {
    const end = makeEnd(
      path,
      (bytes) => host?.receive(bytes),
      () => {},
    );
    device = end;
    listener(end.transport);
  };
  const pullOut = (): void => {
    device?.lose();
    host?.lose();
    device = null;
    host = null;
    listener(null);
  };
  plugIn();

  return {
    via: 'loopback',
    get path() {
      return path;
    },
    openHost: async () => {
      if (device === null) return err({ code: 'DEVICE_ABSENT', detail: 'the simulated device is unplugged' });
      if (host !== null) return err({ code: 'DEVICE_BUSY_ELSEWHERE', detail: 'the simulated port is open already' });
      const end: End = makeEnd(
        path,
        (bytes) => device?.receive(bytes),
        () => {
          if (host === end) host = null;
        },
      );
      host = end;
      return ok(end.transport);
    },
    onDeviceEnd: (next) => {
      listener = next;
      next(device?.transport ?? null);
    },
    unplug: async () => {
      if (device !== null) pullOut();
    },
    replug: async (as) => {
      if (device === null) {
        path = as ?? path;
        plugIn();
      }
      return ok(undefined);
    },
    close: async () => pullOut(),
  };
}

function makeEnd(path: string, send: (bytes: Uint8Array) => void, onClosed: () => void): End {
  let reader: ((bytes: Uint8Array) => void) | null = null;
  let lost: ((problem: DeviceProblem) => void) | null = null;
  let open = true;
  const gone: DeviceProblem = { code: 'DEVICE_UNPLUGGED', detail: 'the simulated device was unplugged' };
  return {
    transport: {
      path,
      write: async (bytes) => {
        if (!open) return err(gone);
        const copy = Uint8Array.from(bytes);
        // Never in the caller's own turn: a real line does not answer before the write has returned either.
        setImmediate(() => send(copy));
        return ok(undefined);
      },
      onBytes: (next) => {
        reader = next;
        return () => {
          if (reader === next) reader = null;
        };
      },
      onLost: (next) => {
        lost = next;
        return () => {
          if (lost === next) lost = null;
        };
      },
      close: async () => {
        open = false;
        reader = null;
        lost = null;
        onClosed();
      },
    },
    receive: (bytes) => {
      if (open) reader?.(bytes);
    },
    lose: () => {
      if (!open) return;
      open = false;
      lost?.(gone);
    },
  };
}
