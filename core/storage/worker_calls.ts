import { Worker } from 'node:worker_threads';

export interface CallMessage {
  readonly id: number;
  readonly call: string;
  readonly argument: unknown;
}

/** `bug` carries the name of an error that only a bug throws; never its message, which may quote data. */
export type ReplyMessage =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly bug: string };

type Argument<F> = F extends (argument: infer A) => unknown ? A : never;
type AnswerOf<F> = F extends (argument: never) => infer R ? Awaited<R> : never;

export interface WorkerCalls<S> {
  call<K extends keyof S & string>(
    name: K,
    argument: Argument<S[K]>,
    progress?: (done: number) => void,
  ): Promise<AnswerOf<S[K]>>;
  /** Ends the thread at once; what still waits is answered as lost. */
  end(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (bug: Error) => void;
  readonly progress: ((done: number) => void) | undefined;
}

/**
 * Starts the thread of `script` and speaks to it in numbered messages. When the thread is gone, every call, waiting or
 * new, is answered with `lost`.
 */
export function workerCalls<S>(script: URL, data: unknown, lost: unknown): WorkerCalls<S> {
  const worker = new Worker(script, { workerData: data });
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let gone = false;

  const lose = () => {
    gone = true;
    for (const call of waiting.values()) call.resolve(lost as never);
    waiting.clear();
  };

  worker.on('message', (reply: ReplyMessage) => {
    const call = waiting.get(reply.id);
    if (!call) return;
    if ('progress' in reply) {
      call.progress?.(reply.progress);
      return;
    }
    waiting.delete(reply.id);
    if ('bug' in reply) call.reject(new Error(reply.bug));
    else call.resolve(reply.answer as never);
    // An idle thread does not keep the program alive, a call under way does.
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', lose);
  worker.on('exit', lose);
  worker.unref();

  return {
    call(name, argument, progress) {
      return new Promise((resolve, reject) => {
        if (gone) {
          resolve(lost as never);
          return;
        }
        const id = nextId++;
        waiting.set(id, { resolve, reject, progress });
        worker.ref();
        const message: CallMessage = { id, call: name, argument };
        worker.postMessage(message);
      });
    },
    async end() {
      gone = true;
      await worker.terminate();
    },
  };
}
