import type { Clock } from '../../../core/ports/clock.ts';
import type { IlvMessage } from '../../codec/morphosmart_ilv.ts';
import { frameOf, morphosmartIlvUsbProtocol, usbStream } from '../../codec/morphosmart_ilv_usb.ts';
import { sprs232Exchange } from '../../codec/morphosmart_sprs232_exchange.ts';
import { timedDecoder } from '../../codec/stream.ts';
import type { Transport } from '../../transport/transport.ts';

/** So much without a frame was no disturbance between two frames but a picture that is lost. */
const LOST_BYTES = 1000;
const ACK_MS = 1000;

/** Whole ILVs to and from a device, whichever way they are framed. */
export interface IlvLink {
  /** False when it was not taken: it could not be written, or the module did not acknowledge it. */
  send(ilv: Uint8Array): Promise<boolean>;
  receive(bytes: Uint8Array): void;
  garbageRun(): number;
  stop(): void;
}

export interface LinkEnd {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly onMessage: (message: IlvMessage) => void;
  readonly onGarbage: (bytes: number) => void;
  /** A frame whose check was wrong. */
  readonly onDamaged: () => void;
  /** A message was on its way and will not come. */
  readonly onLost: () => void;
}

export function ilvLink(framing: 'cdc' | 'sprs232', end: LinkEnd): IlvLink {
  return framing === 'cdc' ? usbLink(end) : serialLink(end);
}

function usbLink({ transport, clock, onMessage, onGarbage, onDamaged, onLost }: LinkEnd): IlvLink {
  const decoder = timedDecoder(
    usbStream('device-to-host', onDamaged),
    clock,
    morphosmartIlvUsbProtocol.interByteMs,
    (item) => {
      if (item.kind === 'frame') return onMessage(item.message);
      onGarbage(item.bytes);
      if (item.bytes >= LOST_BYTES) onLost();
    },
  );
  return {
    send: async (ilv) => (await transport.write(frameOf(ilv))).ok,
    receive: decoder.push,
    garbageRun: decoder.garbageRun,
    stop: decoder.stop,
  };
}

function serialLink({ transport, clock, ...told }: LinkEnd): IlvLink {
  return sprs232Exchange({
    side: 'host',
    clock,
    ackMs: ACK_MS,
    // Any but the last one of an earlier connection, which the module would take for a repetition.
    firstCounter: clock.now() & 0xff,
    say: (bytes) => void transport.write(bytes),
    ...told,
  });
}
