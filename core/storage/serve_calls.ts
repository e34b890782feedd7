import { parentPort } from 'node:worker_threads';
import type { CallMessage, ReplyMessage } from './worker_calls.ts';

type Handler = (argument: never, progress: (done: number) => void) => unknown;

/** The thread's side of worker_calls.ts: answers each numbered message with the handler of its name. */
export function serveCalls(handlers: () => { readonly [call: string]: Handler }): void {
  const port = parentPort;
  if (!port) throw new Error('runs on a worker thread only');
  const reply = (message: ReplyMessage) => port.postMessage(message);
  const answer = async ({ id, call, argument }: CallMessage) => {
    try {
      const handler = handlers()[call];
      if (!handler) throw new Error('unknown call');
      reply({ id, answer: await handler(argument as never, (progress) => reply({ id, progress })) });
    } catch (problem) {
      const where = problem instanceof Error ? (problem.stack ?? '').split('\n').slice(1, 4).join(' ') : '';
      reply({ id, bug: `${call}: ${problem instanceof Error ? problem.name : 'unknown'} ${where}` });
    }
  };
  port.on('message', (message: CallMessage) => void answer(message));
}
