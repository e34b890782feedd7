import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes: data on `stdout`, people's words on `stderr`. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Exit codes of every command. */
export const EXIT = {
  DONE: 0,
  /** The question was understood and the answer is no. */
  NO: 1,
  /** Wrong use or unreadable input: one line on stderr. */
  WRONG_USE: 2,
} as const;

/** Says one line to the person and gives the exit code of wrong use. */
export function wrongUse(io: Io, line: string): number {
  io.stderr.write(`booth: ${line}\n`);
  return EXIT.WRONG_USE;
}
