import { parseArgs } from 'node:util';
import { defaultDataDirectory } from '../core/settings/data_directory.ts';
import type { Io } from './io.ts';

/** Where a device command reads and writes. `stop` ends what runs for ever; without it the signals INT and TERM do. */
export interface DeviceIo extends Io {
  readonly stop?: AbortSignal;
}

const OPTIONS = {
  driver: { type: 'string' },
  options: { type: 'string' },
  settings: { type: 'string' },
  direction: { type: 'string' },
  pty: { type: 'string' },
  tcp: { type: 'string' },
  arm: { type: 'boolean' },
  data: { type: 'string' },
  seconds: { type: 'string' },
  keep: { type: 'boolean' },
} as const;

/** One command line behind `booth devices`, taken apart. */
export interface Call {
  readonly name: string;
  readonly words: readonly string[];
  readonly values: { readonly [name in keyof typeof OPTIONS]?: string | boolean | undefined };
  readonly io: DeviceIo;
}

/** Wrong use or unreadable input: one line for people, exit code 2. */
export class WrongUse extends Error {}

/** Takes the words apart. @throws WrongUse on an option that there is not. */
export function parseCall(args: readonly string[], io: DeviceIo): Call {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [name = '', ...words] = positionals;
    return { name, words, values, io };
  } catch (error) {
    throw new WrongUse(error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : 'unreadable options');
  }
}

export function print(io: DeviceIo, value: object): void {
  io.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Ends with "the answer is no" and the reason. */
export function no(io: DeviceIo, why: string): number {
  io.stderr.write(`${why}\n`);
  return 1;
}

export function word({ words }: Call, what: string): string {
  const [first] = words;
  if (first === undefined || words.length > 1) throw new WrongUse(`devices: exactly one ${what} is wanted`);
  return first;
}

export function option({ values }: Call, name: keyof typeof OPTIONS): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The booth's data folder, as `--data` names it. */
export function dataFolder(call: Call): string {
  return option(call, 'data') ?? defaultDataDirectory();
}

export function json(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongUse(`${what} is not JSON`);
  }
}

export function driverOptions(call: Call): unknown {
  return json(option(call, 'options') ?? '{}', '--options');
}

/** Waits for the end of a command that runs for ever. */
export function stopped({ stop }: DeviceIo): Promise<void> {
  return new Promise((resolve) => {
    if (stop !== undefined) {
      stop.addEventListener('abort', () => resolve(), { once: true });
      if (stop.aborted) resolve();
      return;
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
