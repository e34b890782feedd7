import type { Clock } from '../../core/ports/clock.ts';
import { type IlvMessage, readMessage } from './morphosmart_ilv.ts';
import { encodePacket, packetsOf, type Sprs232Message } from './morphosmart_sprs232.ts';
import { morphosmartSprs232Protocol, sprs232Stream } from './morphosmart_sprs232_protocol.ts';
import type { WireDirection } from './protocol.ts';
import { timedDecoder } from './stream.ts';

type DataPacket = Extract<Sprs232Message, { type: 'DATA' }>;

/** Without an answer a packet is sent so often; with a NACK, more often (Host System Interface Specification 2.22, 4.1.3). */
const TRIES = 3;
const TRIES_AFTER_NACK = 5;
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
  const queue: { readonly ilv: Uint8Array; readonly settle: (sent: boolean) => void }[] = [];
  let counter = end.firstCounter & 0xff;
  let waiting: Sprs232Message[] = [];
  let tries = 0;
  let mostTries = TRIES;
  let heard: DataPacket | null = null;
  let parts: Uint8Array[] = [];
  let stopped = false;
  let cancelWait = () => {};

  const say = (message: Sprs232Message): void => {
    if (!stopped) end.say(encodePacket(ours, message));
  };

  const begin = (): void => {
    const next = queue[0];
    if (next === undefined || waiting.length > 0) return;
    waiting = packetsOf(ours, next.ilv, counter);
    transmitFirst();
  };
  const transmitFirst = (): void => {
    tries = 0;
    mostTries = TRIES;
    transmit();
  };
  const transmit = (): void => {
    const [packet] = waiting;
    if (packet === undefined) return;
    tries += 1;
    say(packet);
    cancelWait();
    cancelWait = end.clock.after(end.ackMs, again);
  };
  const again = (): void => {
    if (tries < mostTries) {
      transmit();
      return;
    }
    // The manual lets a module begin anew at 0; a host that did the same could meet the counter it used last.
    counter = end.side === 'device' ? 0 : (counter + 1) & 0xff;
    if (end.side === 'device') heard = null;
    finish(false);
  };
  const finish = (sent: boolean): void => {
    cancelWait();
    waiting = [];
    queue.shift()?.settle(sent);
    begin();
  };
  const answered = (answer: Exclude<Sprs232Message, DataPacket>): void => {
    if (answer.counter !== waiting[0]?.counter) return;
    if (answer.type === 'NACK') {
      mostTries = TRIES_AFTER_NACK;
      again();
      return;
    }
    counter = (counter + 1) & 0xff;
    waiting = waiting.slice(1);
    if (waiting.length === 0) finish(true);
    else transmitFirst();
  };

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
      else answered(item.message);
    },
  );

  const reset = (): void => {
    cancelWait();
    waiting = [];
    parts = [];
    heard = null;
    counter = 0;
    for (const { settle } of queue.splice(0)) settle(false);
  };
  return {
    send: (ilv) =>
      new Promise((settle) => {
        if (stopped) return settle(false);
        queue.push({ ilv, settle });
        begin();
      }),
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
