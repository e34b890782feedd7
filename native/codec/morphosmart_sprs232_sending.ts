import type { Clock } from '../../core/ports/clock.ts';
import { packetsOf, type Sprs232Message } from './morphosmart_sprs232.ts';

/** Without an answer a packet is sent so often; with a NACK, more often (Host System Interface Specification 2.22, 4.1.3). */
const TRIES = 3;
const TRIES_AFTER_NACK = 5;

/** What sends packets, one after the other. */
export interface PacketSender {
  readonly side: 'host' | 'device';
  readonly clock: Clock;
  /** Time for an ACK. */
  readonly ackMs: number;
  /** The counter of the first packet. */
  readonly firstCounter: number;
  readonly say: (message: Sprs232Message) => void;
  /** A packet was given up. */
  readonly onGivenUp: () => void;
}

/** The packets of whole ILVs on their way out: each waits for its answer before the next is sent. */
export interface PacketsOut {
  /** Resolves once every packet is acknowledged, or with false: not in time, refused, stopped. */
  send(ilv: Uint8Array): Promise<boolean>;
  answered(answer: Exclude<Sprs232Message, { type: 'DATA' }>): void;
  /** Forgets what is half said, and counts from 0. */
  reset(): void;
}

export function packetsOut({ side, clock, ackMs, firstCounter, say, onGivenUp }: PacketSender): PacketsOut {
  const from = side === 'host' ? 'host-to-device' : 'device-to-host';
  const queue: { readonly ilv: Uint8Array; readonly settle: (sent: boolean) => void }[] = [];
  let counter = firstCounter & 0xff;
  let waiting: Sprs232Message[] = [];
  let tries = 0;
  let mostTries = TRIES;
  let cancelWait = () => {};

  const begin = (): void => {
    const next = queue[0];
    if (next === undefined || waiting.length > 0) return;
    waiting = packetsOf(from, next.ilv, counter);
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
    cancelWait = clock.after(ackMs, again);
  };
  const again = (): void => {
    if (tries < mostTries) {
      transmit();
      return;
    }
    // The manual lets a module begin anew at 0; a host that did the same could meet the counter it used last.
    counter = side === 'device' ? 0 : (counter + 1) & 0xff;
    onGivenUp();
    finish(false);
  };
  const finish = (sent: boolean): void => {
    cancelWait();
    waiting = [];
    queue.shift()?.settle(sent);
    begin();
  };
  const answered: PacketsOut['answered'] = (answer) => {
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

  return {
    send: (ilv) =>
      new Promise((settle) => {
        queue.push({ ilv, settle });
        begin();
      }),
    answered,
    reset: () => {
      cancelWait();
      waiting = [];
      counter = 0;
      for (const { settle } of queue.splice(0)) settle(false);
    },
  };
}
