import { z } from 'zod';
import type { Clock } from '../../core/ports/clock.ts';
import type { IlvMessage } from '../codec/morphosmart_ilv.ts';
import { frameOf, morphosmartIlvUsbProtocol, usbStream } from '../codec/morphosmart_ilv_usb.ts';
import { MAX_PACKET_BYTES } from '../codec/morphosmart_sprs232.ts';
import { sprs232Exchange } from '../codec/morphosmart_sprs232_exchange.ts';
import { timedDecoder } from '../codec/stream.ts';
import type { Transport } from '../transport/transport.ts';
import type { SimulatorFaults } from './faults.ts';
import { type FaultyWire, faultyWire } from './faulty_wire.ts';
import { morphosmartDevice } from './morphosmart_device.ts';
import type { SensorSize } from './morphosmart_replies.ts';
import { pacedLine } from './paced_line.ts';
import type { Simulator } from './simulator.ts';

/** Of the driver's options the framing alone concerns a simulator; the others are its own. */
export const morphosmartSimulatorOptions = z.object({
  framing: z.enum(['cdc', 'sprs232']).default('cdc'),
  /** Which sensor is at its end: a CBM has 256 x 400 dots, an MSO 416 x 416. */
  model: z.enum(['CBM', 'MSO']).default('CBM'),
  /** Speaks no faster than a line of this speed. Left out: as fast as it can. */
  paceBaud: z.int().min(300).max(12_000_000).optional(),
});
export type MorphosmartSimulatorOptions = z.infer<typeof morphosmartSimulatorOptions>;

const SIZES: Readonly<Record<'CBM' | 'MSO', SensorSize>> = {
  CBM: { product: 'CBM', width: 256, height: 400 },
  MSO: { product: 'MSO 300', width: 416, height: 416 },
};
/** What a device of another make says to bytes it does not understand. */
const OTHER_DEVICE = Uint8Array.from([0x15, 0x0d, 0x0a, 0x3f, 0x0d, 0x0a]);
const MODULE_ACK_MS = 500;

/** How ILVs come and go on one plug. */
interface Carrier {
  say(ilv: Uint8Array, picture: boolean): void;
  hear(bytes: Uint8Array): void;
  restart(): void;
  stop(): void;
}

/** A MorphoSmart in software, on USB or behind RS-232 packets. Its base has three records, and it counts who touches them. */
export function morphosmartSimulator(clock: Clock, options: MorphosmartSimulatorOptions): Simulator {
  let faults: SimulatorFaults = {};
  let carrier: Carrier | null = null;
  let wire: FaultyWire | null = null;
  let unplug = () => {};
  const device = morphosmartDevice(clock, SIZES[options.model], (ilv, picture) => carrier?.say(ilv, picture));

  const hear = (message: IlvMessage): void => {
    if (faults.wrongDevice !== true) device.hear(message);
  };
  const carry = (line: FaultyWire): Carrier =>
    options.framing === 'cdc' ? usbCarrier(clock, line, hear) : serialCarrier(clock, line, hear, options.paceBaud);

  return {
    link: 'serial',
    attach: (transport: Transport) => {
      const paced = options.paceBaud === undefined ? transport : pacedLine(transport, clock, options.paceBaud);
      const forgetTruncate = (): void => {
        faults = { ...faults, truncate: false };
      };
      const line = faultyWire(paced, clock, faults, forgetTruncate, CHECK_AT[options.framing]);
      const carried = carry(line);
      const release = transport.onBytes((bytes) => {
        if (faults.silent === true) return;
        if (faults.wrongDevice === true) line.say(OTHER_DEVICE, false);
        else carried.hear(bytes);
      });
      wire = line;
      carrier = carried;
      unplug = () => {
        release();
        carried.stop();
        line.stop();
      };
    },
    detach: () => {
      unplug();
      carrier = null;
      wire = null;
      device.restart();
    },
    act: device.act,
    order: (next) => {
      faults = next;
      device.order(next);
      if (next.restart === true) {
        device.restart();
        carrier?.restart();
      }
      wire?.order(next);
    },
    seen: device.seen,
  };
}

/** Where a frame's check value stands: USB's complement; the CRC, or an answer's counter, which is all there is of a check. */
const CHECK_AT = {
  cdc: () => 8,
  sprs232: (frame: Uint8Array) => (frame.length <= 4 ? frame.length - 1 : frame.length - 3),
} as const;

function usbCarrier(clock: Clock, line: FaultyWire, hear: (message: IlvMessage) => void): Carrier {
  const decoder = timedDecoder(usbStream('host-to-device'), clock, morphosmartIlvUsbProtocol.interByteMs, (item) => {
    if (item.kind === 'frame') hear(item.message);
  });
  return {
    say: (ilv, picture) => line.say(frameOf(ilv), picture),
    hear: decoder.push,
    restart: () => {},
    stop: decoder.stop,
  };
}

function serialCarrier(
  clock: Clock,
  line: FaultyWire,
  hear: (message: IlvMessage) => void,
  paceBaud: number | undefined,
): Carrier {
  const ignore = (): void => {};
  let picture = false;
  const exchange = sprs232Exchange({
    side: 'device',
    clock,
    // The time for an ACK begins when the packet has left, which a paced line does only after a while.
    ackMs: MODULE_ACK_MS + (paceBaud === undefined ? 0 : (MAX_PACKET_BYTES * 10_000) / paceBaud),
    firstCounter: 0,
    say: (bytes) => line.say(bytes, picture && bytes.length > 4),
    onMessage: hear,
    onGarbage: ignore,
    onDamaged: ignore,
    onLost: ignore,
  });
  return {
    say: (ilv, carriesPicture) => {
      picture = carriesPicture;
      void exchange.send(ilv);
    },
    hear: exchange.receive,
    restart: exchange.reset,
    stop: exchange.stop,
  };
}
