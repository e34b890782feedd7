import type { Clock } from '../../../core/ports/clock.ts';
import { encodeSfm } from '../../codec/suprema_sfm.ts';
import { type SfmPacket, sfmPacket } from '../../codec/suprema_sfm_message.ts';
import type { Transport } from '../../transport/transport.ts';

type Values = Parameters<typeof sfmPacket>[2];

/** Requests and their answers, told apart by the command, which the module repeats. */
export interface SfmRequests {
  /** Sends and waits for the answer to this command; null when none came in time or the write failed. */
  ask(command: number, values?: Values): Promise<SfmPacket | null>;
  send(command: number): Promise<boolean>;
  /** Hands an arrived packet to whoever waits for it; false when nobody does. */
  settle(packet: SfmPacket): boolean;
  /** Somebody waits for an answer. */
  waiting(): boolean;
  stop(): void;
}

export function sfmRequests(
  transport: Transport,
  clock: Clock,
  terminal: number | null,
  timeoutMs: number,
): SfmRequests {
  const waiters = new Map<number, (packet: SfmPacket | null) => void>();

  const write = async (command: number, values?: Values): Promise<boolean> =>
    (await transport.write(encodeSfm(sfmPacket(terminal, command, values)))).ok;

  const wait = (command: number): Promise<SfmPacket | null> =>
    new Promise((resolve) => {
      // One question of a kind at a time: an older one whose answer is overdue has lost it.
      waiters.get(command)?.(null);
      const cancel = clock.after(timeoutMs, () => settle(null));
      const settle = (packet: SfmPacket | null): void => {
        cancel();
        waiters.delete(command);
        resolve(packet);
      };
      waiters.set(command, settle);
    });

  return {
    ask: async (command, values) => {
      // Waiting begins before sending: the answer may be quicker than the write's own call-back.
      const answer = wait(command);
      await write(command, values);
      return answer;
    },
    send: (command) => write(command),
    settle: (packet) => {
      const waiter = waiters.get(packet.command);
      waiter?.(packet);
      return waiter !== undefined;
    },
    waiting: () => waiters.size > 0,
    stop: () => {
      for (const settle of [...waiters.values()]) settle(null);
    },
  };
}
