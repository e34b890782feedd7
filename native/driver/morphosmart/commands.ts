import type { Clock } from '../../../core/ports/clock.ts';
import { ILV, type IlvMessage, ilvBytes } from '../../codec/morphosmart_ilv.ts';
import type { IlvLink } from './link.ts';

/** Status of a reply (Sagem, MorphoSmart Host System Interface Specification 2.22, chapter 8). */
export const STATUS = {
  ok: 0x00,
  badParameter: 0xfe,
  timeout: 0xfa,
  baseNotFound: 0xf7,
  bioInProgress: 0xf5,
  commandInProgress: 0xf4,
  aborted: 0xe5,
  fakeFinger: 0xdb,
  moistFinger: 0xda,
  locked: 0xbc,
} as const;

/** The device is at another command, of ours or of a host before us. */
export function isBusy({ value }: IlvMessage): boolean {
  return value[0] === STATUS.commandInProgress || value[0] === STATUS.bioInProgress;
}

export const CANCEL = ilvBytes(ILV.cancel, []);
/** All descriptors in words: the one question that every model answers and that changes nothing. */
export const GET_DESCRIPTOR = ilvBytes(ILV.getDescriptor, [Uint8Array.of(0x2f)]);
/** How many records the first base holds; nothing of what stands in them. */
export const GET_BASE_CONFIG = ilvBytes(ILV.getBaseConfig, [Uint8Array.of(0)]);

/** Questions and their answers, told apart by their identifier. */
export interface Commands {
  /** Sends and waits; null when no answer came in time. The answer may be an INVALID. */
  ask(command: Uint8Array, timeoutMs: number): Promise<IlvMessage | null>;
  /** Hands an arrived message to whoever waits for it; false when nobody does. */
  settle(message: IlvMessage): boolean;
  stop(): void;
}

export function commands(link: Pick<IlvLink, 'send'>, clock: Clock): Commands {
  const waiters: { readonly id: number; readonly settle: (message: IlvMessage | null) => void }[] = [];
  let stopped = false;
  const wait = (id: number, timeoutMs: number): Promise<IlvMessage | null> =>
    new Promise((resolve) => {
      const waiter = {
        id,
        settle: (message: IlvMessage | null) => {
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
    ask: (command, timeoutMs) => {
      if (stopped) return Promise.resolve(null);
      // Waiting begins before sending: the answer may be quicker than the write's own call-back.
      const answer = wait(command[0] ?? 0, timeoutMs);
      void link.send(command);
      return answer;
    },
    settle: (message) => {
      const waiter = waiters.find(({ id }) => id === message.id || message.id === ILV.invalid);
      waiter?.settle(message);
      return waiter !== undefined;
    },
    stop: () => {
      stopped = true;
      for (const waiter of [...waiters]) waiter.settle(null);
    },
  };
}
