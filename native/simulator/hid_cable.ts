import { err, ok, type Result } from '../../core/domain/result.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import type { HidTransport } from '../transport/transport.ts';

/** The device's end of a HID cable. Reports begin with their id, 0 where the device uses none. */
export interface HidDeviceEnd {
  /** Sends one input report to the host. */
  sendInput(report: Uint8Array): Promise<void>;
  /** Registers the one receiver of output reports. */
  onOutput(listener: (report: Uint8Array) => void): () => void;
  /** Registers who answers feature reports: `set` takes one, `get` gives the report of this id (id first) or null to refuse. */
  onFeature(answer: { set(report: Uint8Array): boolean; get(id: number): Uint8Array | null }): () => void;
}

/** A HID cable that can be pulled out and put back. */
export interface HidPlug {
  readonly via: 'umockdev' | 'loopback';
  readonly path: string;
  openHost(): Promise<Result<HidTransport, DeviceProblem>>;
  onDeviceEnd(listener: (end: HidDeviceEnd | null) => void): void;
  unplug(): Promise<void>;
  replug(): Promise<void>;
  close(): Promise<void>;
}

const GONE: DeviceProblem = { code: 'DEVICE_UNPLUGGED', detail: 'the simulated device was unplugged' };
const REFUSED: DeviceProblem = { code: 'DEVICE_IO', detail: 'the device refuses this feature report' };

/** A HID cable within this process. Keeps the order of reports and loses none; one host at a time. */
export function hidLoopback(path: string): HidPlug {
  let listener: (end: HidDeviceEnd | null) => void = () => {};
  let plugged: Cable | null = makeCable(path);
  return {
    via: 'loopback',
    path,
    openHost: async () =>
      plugged?.openHost() ?? err({ code: 'DEVICE_ABSENT', detail: 'the simulated device is unplugged' }),
    onDeviceEnd: (next) => {
      listener = next;
      next(plugged?.device ?? null);
    },
    unplug: async () => {
      const out = plugged;
      plugged = null;
      listener(null);
      out?.pull();
    },
    replug: async () => {
      if (plugged !== null) return;
      plugged = makeCable(path);
      listener(plugged.device);
    },
    close: async () => {
      plugged?.pull();
      plugged = null;
      listener(null);
    },
  };
}

interface HostEnd {
  report: ((report: Uint8Array) => void) | null;
  lost: ((problem: DeviceProblem) => void) | null;
}

interface Cable {
  readonly device: HidDeviceEnd;
  openHost(): Result<HidTransport, DeviceProblem>;
  pull(): void;
}

function makeCable(path: string): Cable {
  let pulled = false;
  let output: ((report: Uint8Array) => void) | null = null;
  let feature: Parameters<HidDeviceEnd['onFeature']>[0] | null = null;
  // An object, because what a closure assigns to a plain variable is not seen by the compiler.
  const line: { host: HostEnd | null } = { host: null };

  const device: HidDeviceEnd = {
    sendInput: async (report) => {
      const copy = Uint8Array.from(report);
      // Never in the caller's own turn, as on a real bus.
      setImmediate(() => {
        if (!pulled) line.host?.report?.(copy);
      });
    },
    onOutput: (next) => {
      output = next;
      return () => {
        if (output === next) output = null;
      };
    },
    onFeature: (next) => {
      feature = next;
      return () => {
        if (feature === next) feature = null;
      };
    },
  };
  const openHost = (): Result<HidTransport, DeviceProblem> => {
    if (line.host !== null)
      return err({ code: 'DEVICE_BUSY_ELSEWHERE', detail: 'the simulated device is open already' });
    const mine: HostEnd = { report: null, lost: null };
    line.host = mine;
    const gone = (): boolean => pulled || line.host !== mine;
    return ok({
      path,
      write: async (report) => {
        if (gone()) return err(GONE);
        const copy = Uint8Array.from(report);
        setImmediate(() => {
          if (!pulled) output?.(copy);
        });
        return ok(undefined);
      },
      sendFeature: async (report) => {
        if (gone()) return err(GONE);
        return feature?.set(Uint8Array.from(report)) === true ? ok(undefined) : err(REFUSED);
      },
      getFeature: async (id) => {
        if (gone()) return err(GONE);
        const report = feature?.get(id) ?? null;
        return report === null ? err(REFUSED) : ok(report);
      },
      onReport: (next) => {
        mine.report = next;
        return () => {
          if (mine.report === next) mine.report = null;
        };
      },
      onLost: (next) => {
        mine.lost = next;
        return () => {
          if (mine.lost === next) mine.lost = null;
        };
      },
      close: async () => {
        if (line.host === mine) line.host = null;
      },
    });
  };
  const pull = (): void => {
    pulled = true;
    const lost = line.host?.lost;
    line.host = null;
    lost?.(GONE);
  };
  return { device, openHost, pull };
}
