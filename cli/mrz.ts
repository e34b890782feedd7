import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { parseMrz } from '../core/domain/mrz/parse.ts';
import { type CappedLine, cappedLines } from './capped_lines.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { type MrzInput, readMrzInput } from './mrz_input.ts';

/** Longer lines are cut: no MRZ and no JSON record of one comes near it. */
const LONGEST_LINE = 65_536;

const READ_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'no permission to read it',
};

/**
 * `booth mrz [FILE]`: MRZs parted by blank lines, or JSON Lines with `lines` and perhaps `id`, from a file or standard
 * input; a line of JSON for each. Reads as a stream, so the input may be of any size. @returns 0 where all are valid, 1 where
 * some are not, 2 for wrong use and input that cannot be read, with one line on standard error.
 */
export async function mrzCommand(args: readonly string[], io: Io): Promise<number> {
  const [file, ...more] = args;
  if (more.length > 0 || (file?.startsWith('-') && file !== '-')) return wrongUse(io, 'use: booth mrz [FILE]');
  const input = file === undefined || file === '-' ? io.stdin : createReadStream(file);
  try {
    return await readAll(input, io);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!isReadError(error)) throw error;
    return wrongUse(io, `cannot read ${file ?? 'standard input'}: ${READ_ERRORS[code] ?? code}`);
  } finally {
    input.destroy();
  }
}

/** What the operating system says about a file or a pipe has a `syscall`; bugs of ours have none. */
function isReadError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

async function readAll(input: Readable, io: Io): Promise<number> {
  let read = 0;
  let invalid = 0;
  let nobodyListens = false;
  const stop = () => {
    nobodyListens = true;
  };
  io.stdout.on('error', stop);
  try {
    for await (const mrz of readMrzInput(reportingCuts(cappedLines(input, LONGEST_LINE), io))) {
      if (!mrz.ok) return wrongUse(io, mrz.why);
      const { line, valid } = answer(mrz);
      read += 1;
      if (!valid) invalid += 1;
      if (!io.stdout.write(line)) await Promise.race([once(io.stdout, 'drain'), once(io.stdout, 'close')]).catch(stop);
      if (nobodyListens) break;
    }
  } finally {
    io.stdout.off('error', stop);
  }
  if (read === 0) return wrongUse(io, 'there is no MRZ in the input');
  return invalid === 0 ? EXIT.DONE : EXIT.NO;
}

function answer({ id, lines }: MrzInput & { ok: true }): { readonly line: string; readonly valid: boolean } {
  const { format, lines: read, valid, fields, checks, problems, corrections } = parseMrz(lines);
  const body = { format, lines: read, valid, fields, checks, problems, corrections };
  return { line: `${JSON.stringify(id === null ? body : { id, ...body })}\n`, valid };
}

async function* reportingCuts(lines: AsyncIterable<CappedLine>, io: Io): AsyncGenerator<CappedLine> {
  for await (const line of lines) {
    const isJson = line.text.trimStart().startsWith('{');
    if (line.cut && !isJson)
      io.stderr.write(`booth: only the first part of line ${line.number} was read, it is too long\n`);
    yield line;
  }
}
