import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** cli/booth.mjs. */
export const BOOTH = join(import.meta.dirname, '..', 'booth.mjs');

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that is running. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  /** The next line of standard output; rejects when the command ends without one. */
  nextLine(): Promise<string>;
  readonly ended: Promise<Ended>;
}

/** Runs `booth` as a real process. */
export function runBooth(args: readonly string[], options: { node?: string; env?: NodeJS.ProcessEnv } = {}): Running {
  const child = spawn(options.node ?? process.execPath, [BOOTH, ...args], {
    env: { ...process.env, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  child.stdin.on('error', () => undefined);
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    stdout += `${line}\n`;
    const next = waiting.shift();
    if (next === undefined) lines.push(line);
    else next(line);
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  return {
    child,
    ended,
    nextLine: () => {
      const line = lines.shift();
      if (line !== undefined) return Promise.resolve(line);
      const next = new Promise<string>((resolve) => waiting.push(resolve));
      const gone = ended.then((end) => Promise.reject(new Error(`ended with ${end.code}: ${end.stderr}`)));
      return Promise.race([next, gone]);
    },
  };
}

/** A folder for one test, with a page so small that nothing has to be built. */
export function testFolder(): { readonly page: string; readonly data: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'booth-cli-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>page</title>');
  return { page: root, data: join(root, 'data'), remove: () => rmSync(root, { recursive: true, force: true }) };
}
