import type { Clock } from '../../core/ports/clock.ts';
import type { MenuReply } from '../codec/menu_item.ts';
import type { Transport } from '../transport/transport.ts';

/** A command of a menu family as bytes, and the name which its answer begins with. */
export interface MenuCommand {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Commands and their answers, told apart by name: codes and events come unasked in between. */
export interface MenuRequests {
  /** Sends and waits; null when no answer of that name came in time or the write failed. */
  ask(command: MenuCommand): Promise<MenuReply | null>;
  /** Sends what is not answered; false when the write failed. */
  send(bytes: Uint8Array): Promise<boolean>;
  /** Hands an arrived answer to whoever waits for it longest. */
  settle(reply: MenuReply): void;
  stop(): void;
}

interface Waiter {
  readonly name: string;
  readonly settle: (reply: MenuReply | null) => void;
}

export function menuRequests(transport: Transport, clock: Clock, timeoutMs: number): MenuRequests {
  const waiters: Waiter[] = [];
  const wait = (name: string): { readonly reply: Promise<MenuReply | null>; readonly end: () => void } => {
    let settle: Waiter['settle'] = () => {};
    const reply = new Promise<MenuReply | null>((resolve) => {
      const waiter: Waiter = {
        name,
        settle: (answer) => {
          cancel();
          const at = waiters.indexOf(waiter);
          if (at >= 0) waiters.splice(at, 1);
          resolve(answer);
        },
      };
      const cancel = clock.after(timeoutMs, () => waiter.settle(null));
      waiters.push(waiter);
      settle = waiter.settle;
    });
    return { reply, end: () => settle(null) };
  };
  return {
    ask: async ({ bytes, name }) => {
      // Waiting begins before sending: the answer may be quicker than the write's own call-back.
      const waiting = wait(name);
      if (!(await transport.write(bytes)).ok) waiting.end();
      return waiting.reply;
    },
    send: async (bytes) => (await transport.write(bytes)).ok,
    settle: (reply) => {
      const name = reply.items[0]?.name.toUpperCase();
      waiters.find((waiter) => waiter.name === name)?.settle(reply);
    },
    stop: () => {
      for (const waiter of [...waiters]) waiter.settle(null);
    },
  };
}
