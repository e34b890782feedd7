import { createInterface } from 'node:readline';
import type { Io } from './io.ts';

function isUrlQuestion(line: string): boolean {
  try {
    const question: unknown = JSON.parse(line);
    return typeof question === 'object' && question !== null && 'ask' in question && question.ask === 'url';
  } catch {
    return false;
  }
}

/**
 * Answers the process that started the booth: a line `{"ask":"url"}` on standard input gets a line with a new one-time
 * URL. Nobody else can ask, because nobody else holds that pipe.
 */
export function answerAskedLines(io: Io, oneTimeUrl: () => string): () => void {
  const lines = createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on('line', (line) => {
    const answer = isUrlQuestion(line) ? { url: oneTimeUrl() } : { error: 'NOT_UNDERSTOOD' };
    io.stdout.write(`${JSON.stringify(answer)}\n`);
  });
  return () => lines.close();
}
