import { err, ok, type Result } from '../../core/domain/result.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import type { Protocol, WireMessage } from '../codec/protocol.ts';
import type { AnyTransport, HidTransport, Transport } from '../transport/transport.ts';

/** The host's side of a connection whose other end is a recording. */
export interface RecordedLine {
  readonly transport: AnyTransport;
  /** What the driver said and nobody has compared yet: its masked frames as hexadecimal. */
  readonly said: string[];
  hear(bytes: Uint8Array): void;
  /** Answers a feature report that the driver has asked for; false while it has not. */
  answer(feature: number, report: Uint8Array): boolean;
}

type Heard = (bytes: Uint8Array) => void;

const LIFE = { path: 'recording', onLost: () => () => {}, close: async () => {} };

/** What the driver said as a recording would hold it. */
function masked(protocol: Protocol, message: WireMessage): string {
  return Buffer.from(protocol.encode('host-to-device', protocol.mask(message))).toString('hex');
}

/** One receiver at a time, as transports have. */
function receiver(): { hear: Heard; register(listener: Heard): () => void } {
  let listener: Heard | null = null;
  return {
    hear: (bytes) => listener?.(bytes),
    register: (next) => {
      listener = next;
      return () => {
        listener = null;
      };
    },
  };
}

export function recordedSerial(protocol: Protocol): RecordedLine {
  const said: string[] = [];
  const decoder = protocol.stream('host-to-device');
  const { hear, register } = receiver();
  const transport: Transport = {
    ...LIFE,
    onBytes: register,
    write: async (bytes) => {
      for (const item of decoder.push(bytes)) if (item.kind === 'frame') said.push(masked(protocol, item.message));
      return ok(undefined);
    },
  };
  return { transport, said, hear, answer: () => false };
}

export function recordedHid(protocol: Protocol): RecordedLine {
  const said: string[] = [];
  const asked: { readonly id: number; readonly settle: (report: Result<Uint8Array, DeviceProblem>) => void }[] = [];
  const { hear, register } = receiver();
  const say = async (report: Uint8Array): Promise<Result<void, DeviceProblem>> => {
    const read = protocol.decode('host-to-device', report);
    if (!read.ok) return err({ code: 'DEVICE_FRAME', detail: read.error });
    said.push(masked(protocol, read.value));
    return ok(undefined);
  };
  const transport: HidTransport = {
    ...LIFE,
    onReport: register,
    write: say,
    sendFeature: say,
    getFeature: (id) => new Promise((settle) => asked.push({ id, settle })),
  };
  return {
    transport,
    said,
    hear,
    answer: (feature, report) => {
      const at = asked.findIndex(({ id }) => id === feature);
      const [one] = at < 0 ? [] : asked.splice(at, 1);
      one?.settle(ok(report));
      return one !== undefined;
    },
  };
}
