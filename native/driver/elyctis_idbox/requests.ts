import type { Clock } from '../../../core/ports/clock.ts';
import { encodeHost } from '../../codec/elyctis_idbox_encode.ts';
import type { DeviceMessage, HostMessage } from '../../codec/elyctis_idbox_message.ts';
import type { Transport } from '../../transport/transport.ts';

type Answer<T extends DeviceMessage['type']> = Extract<DeviceMessage, { type: T }>;

interface Waiter {
  readonly type: DeviceMessage['type'];
  readonly settle: (message: DeviceMessage | null) => void;
}

/**
 * Commands and their answers. Answers are told apart by their letter, not by order: MRZ frames come unasked in between.
 * At most one question of a kind waits at a time; an equal one asked meanwhile shares its answer's kind, first come first served.
 */
export interface Requests {
  /** Sends and waits; null when no answer of that type came in time or the write failed. */
  ask<T extends DeviceMessage['type']>(command: HostMessage, type: T): Promise<Answer<T> | null>;
  send(command: HostMessage): Promise<boolean>;
  /** Hands an arrived message to whoever waits for its type; false when nobody does. */
  settle(message: DeviceMessage): boolean;
  stop(): void;
}

export function requests(transport: Transport, clock: Clock, timeoutMs: number): Requests {
  const waiters: Waiter[] = [];

  const send = async (command: HostMessage): Promise<boolean> => (await transport.write(encodeHost(command))).ok;

  const wait = (type: DeviceMessage['type']): Promise<DeviceMessage | null> =>
    new Promise((resolve) => {
      const waiter: Waiter = {
        type,
        settle: (message) => {
          cancel();
          const at = waiters.indexOf(waiter);
          if (at >= 0) waiters.splice(at, 1);
          resolve(message);
        },
      };
      const cancel = clock.after(timeoutMs, () => waiter.settle(null));
      waiters.push(waiter);
    });

  return {
    ask: async <T extends DeviceMessage['type']>(command: HostMessage, type: T): Promise<Answer<T> | null> => {
      // Waiting begins before sending: the answer may be quicker than the write's own call-back.
      const answer = wait(type);
      await send(command);
      const message = await answer;
      return message !== null && isAnswer(message, type) ? message : null;
    },
    send,
    settle: (message) => {
      const waiter = waiters.find(({ type }) => type === message.type);
      waiter?.settle(message);
      return waiter !== undefined;
    },
    stop: () => {
      for (const waiter of [...waiters]) waiter.settle(null);
    },
  };
}

function isAnswer<T extends DeviceMessage['type']>(message: DeviceMessage, type: T): message is Answer<T> {
  return message.type === type;
}
