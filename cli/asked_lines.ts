import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Io } from './io.ts';
import type { Role } from './start_options.ts';

const urlQuestion = z.object({ ask: z.literal('url'), role: z.enum(['officer', 'gate', 'technician']).optional() });

function questionIn(line: string): z.infer<typeof urlQuestion> | null {
  try {
    const read = urlQuestion.safeParse(JSON.parse(line));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/**
 * Answers the process that started the booth: a line `{"ask":"url"}` on standard input gets a line with a new one-time
 * URL, for the window of `"role"` where it is named (`officer`, `gate`, `technician`). Nobody else can ask, because nobody
 * else holds that pipe.
 */
export function answerAskedLines(io: Io, oneTimeUrl: (role: Role | undefined) => string): () => void {
  const lines = createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on('line', (line) => {
    const question = questionIn(line);
    const answer = question === null ? { error: 'NOT_UNDERSTOOD' } : { url: oneTimeUrl(question.role) };
    io.stdout.write(`${JSON.stringify(answer)}\n`);
  });
  return () => lines.close();
}
