import type { Clock } from '../../core/ports/clock.ts';
import { type IlvMessage, readMessage } from './morphosmart_ilv.ts';
import { encodePacket, type Sprs232Message } from './morphosmart_sprs232.ts';
import { morphosmartSprs232Protocol, sprs232Stream } from './morphosmart_sprs232_protocol.ts';
import { packetsOut } from './morphosmart_sprs232_sending.ts';
import type { WireDirection } from './protocol.ts';
import { timedDecoder } from './stream.ts';

type DataPacket = Extract<Sprs232Message, { type: 'DATA' }>;

const MAX_ILV_BYTES = 400 * 1024;

/** One end of an RS-232 line, and what it is told. */
export interface ExchangeEnd {
  readonly side: 'host' | 'device';
  readonly clock: Clock;
  /** Time for an ACK; 1000 ms is usual for a host, a module takes 500. */
  readonly ackMs: number;
  /** The counter of the first packet. A module takes no two packets with the same. */
  readonly firstCounter: number;
  readonly say: (bytes: Uint8Array) => void;
  readonly onMessage: (message: IlvMessage) => void;
  readonly onGarbage: (bytes: number) => void;
  /** A packet was wrong in itself; it is asked for once more. */
  readonly onDamaged: () => void;
  /** Packets of an ILV are missing for good. */
  readonly onLost: () => void;
}

/** Whole ILVs over acknowledged, counted packets; the same rules hold on both sides but where they are told apart. */
export interface Sprs232Exchange {
  /** Resolves once every packet is acknowledged, or with false: not in time, refused, stopped. One ILV at a time, in order. */
  send(ilv: Uint8Array): Promise<boolean>;
  receive(bytes: Uint8Array): void;
  garbageRun(): number;
  /** Forgets counters and what is half said or heard, as a module does that restarts. */
  reset(): void;
  stop(): void;
}

export function sprs232Exchange(end: ExchangeEnd): Sprs232Exchange {
  const ours: WireDirection = end.side === 'host' ? 'host-to-device' : 'device-to-host';
  const theirs: WireDirection = end.side === 'host' ? 'device-to-host' : 'host-to-device';
  let heard: DataPacket | null = null;
  let parts: Uint8Array[] = [];
  let stopped = false;

  const say = (message: Sprs232Message): void => {
    if (!stopped) end.say(encodePacket(ours, message));
  };

  const out = packetsOut({
    ...end,
    say,
    // A module that gives up forgets what it heard last, and takes anything for new.
    onGivenUp: () => {
      if (end.side === 'device') heard = null;
    },
  });

  const take = (packet: DataPacket): void => {
    const repeated = packet.counter === heard?.counter && (end.side === 'device' || sameBytes(packet.data, heard.data));
    // A module does not answer a packet twice; a host must, for its first answer was not heard.
    if (repeated && end.side === 'device') return;
    say({ type: 'ACK', from: ours, counter: packet.counter });
    heard = packet;
    if (!repeated) assemble(packet);
  };
  const assemble = ({ first, last, data }: DataPacket): void => {
    if (first !== (parts.length === 0)) end.onLost();
    if (first) parts = [];
    else if (parts.length === 0) return;
    parts.push(data);
    if (!last && parts.length * data.length <= MAX_ILV_BYTES) return;
    const message = readMessage(theirs, joined(parts));
    parts = [];
    if (message === null) end.onLost();
    else end.onMessage(message);
  };

  const refuse = (wrong: number): void => {
    end.onDamaged();
    if (wrong !== heard?.counter) say({ type: 'NACK', from: ours, counter: wrong });
  };
  const decoder = timedDecoder(
    sprs232Stream(theirs, refuse),
    end.clock,
    morphosmartSprs232Protocol.interByteMs,
    (item) => {
      if (item.kind === 'garbage') end.onGarbage(item.bytes);
      else if (item.message.type === 'DATA') take(item.message);
      else out.answered(item.message);
    },
  );

  const reset = (): void => {
    out.reset();
    parts = [];
    heard = null;
  };
  return {
    send: (ilv) => (stopped ? Promise.resolve(false) : out.send(ilv)),
    receive: decoder.push,
    garbageRun: decoder.garbageRun,
    reset,
    stop: () => {
      stopped = true;
      decoder.stop();
      reset();
    },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
