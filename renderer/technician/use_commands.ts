import { useMemo, useRef, useState } from 'react';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { MessageId } from '../i18n/preferences.tsx';
import type { Sentence } from '../i18n/sentence.ts';

/** What is asked of the booth. A refusal becomes one sentence in Z3; what takes long is named there while it lasts. */
export interface Commands {
  readonly error: Sentence | null;
  readonly pending: MessageId | null;
  /** @returns the answer, or null after a refusal. */
  run<T>(call: Promise<T>, doing?: MessageId): Promise<T | null>;
  refuse(error: Sentence | null): void;
  readonly call: BoothClient['technician'];
  lock(): void;
}

export function useCommands(client: BoothClient, timeZone: string): Commands {
  const [error, refuse] = useState<Sentence | null>(null);
  const [pending, setPending] = useState<MessageId | null>(null);
  const running = useRef(0);
  // An area of the client is another object each time it is asked for; what reads anew by it must not do so for ever.
  const call = useMemo(() => client.technician, [client]);
  return useMemo(() => {
    const run = async <T>(call: Promise<T>, doing?: MessageId): Promise<T | null> => {
      refuse(null);
      running.current += 1;
      if (doing !== undefined) setPending(doing);
      try {
        return await call;
      } catch (problem) {
        refuse(sentenceOf(problem, timeZone));
        return null;
      } finally {
        running.current -= 1;
        if (running.current === 0) setPending(null);
      }
    };
    const lock = () => {
      void run(client.session.signOut());
    };
    return { error, pending, run, refuse, call, lock };
  }, [call, client, error, pending, timeZone]);
}
