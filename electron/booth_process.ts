import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import {
  boothOriginOf,
  noEnds,
  type RestartHistory,
  restartAfter,
  type StoppedReason,
  stoppedReason,
} from './hardening.ts';

/** How long an ordered end may take before it is forced, in ms. */
const END_WITHIN_MS = 10_000;

/** What the shell starts and whom it tells. */
export interface BoothProcessOptions {
  /** The Node that ships with the product. */
  readonly node: string;
  /** cli/booth.mjs. */
  readonly entry: string;
  /** Arguments of `start`, without host and key. */
  readonly arguments: readonly string[];
  /** 32 bytes, or null when the booth keeps its own key file. */
  readonly key: Uint8Array | null;
  /** The booth is ready; the URL works once. */
  readonly onReady: (oneTimeUrl: string) => void;
  /** The booth is gone and will be started again in `delayMs`. */
  readonly onDown: (reason: StoppedReason, delayMs: number) => void;
  /** A line of the booth's standard error. */
  readonly onLine: (line: string) => void;
}

function urlIn(line: string): string | null {
  try {
    const answer: unknown = JSON.parse(line);
    if (typeof answer !== 'object' || answer === null || !('url' in answer)) return null;
    return typeof answer.url === 'string' && boothOriginOf(answer.url) !== null ? answer.url : null;
  } catch {
    return null;
  }
}

/** The booth as a child process: started, asked for URLs, started again when it ends, ended in order. */
export class BoothProcess {
  readonly #options: BoothProcessOptions;
  #child: ChildProcess | null = null;
  #history: RestartHistory = noEnds;
  #readySince: number | null = null;
  #restart: NodeJS.Timeout | null = null;
  #stopping = false;

  constructor(options: BoothProcessOptions) {
    this.#options = options;
  }

  /** The process id of the running booth, or null. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  start(): void {
    const { node, entry, key } = this.#options;
    const keyArguments = key === null ? [] : ['--key-fd', '3'];
    const child = spawn(node, [entry, 'start', '--host', 'none', ...keyArguments, ...this.#options.arguments], {
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#readySince = null;
    // The pipe carries the key only once; a child that died first must not take the shell with it.
    const [, , , keyPipe] = child.stdio as unknown as [Writable, Readable, Readable, Writable];
    keyPipe.on('error', () => undefined);
    keyPipe.end(key ?? undefined);
    child.stdin?.on('error', () => undefined);
    if (child.stdout !== null) createInterface(child.stdout).on('line', (line) => this.#hear(line));
    if (child.stderr !== null) createInterface(child.stderr).on('line', this.#options.onLine);
    let ended = false;
    const end = (code: number | null): void => {
      if (!ended) this.#ended(code);
      ended = true;
    };
    child.on('error', () => end(null));
    child.on('close', (code) => end(code));
  }

  /** Asks for one more one-time URL; it comes by `onReady`. */
  askForUrl(): void {
    if (this.#readySince !== null) this.#child?.stdin?.write('{"ask":"url"}\n');
  }

  /** Ends the booth in order and does not start it again. Resolves when it is gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#restart !== null) clearTimeout(this.#restart);
    const child = this.#child;
    if (child === null) return;
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
    await gone;
    clearTimeout(force);
  }

  #hear(line: string): void {
    const url = urlIn(line);
    if (url === null) return;
    this.#readySince ??= performance.now();
    this.#options.onReady(url);
  }

  #ended(code: number | null): void {
    const ranForMs = this.#readySince === null ? 0 : performance.now() - this.#readySince;
    this.#child = null;
    this.#readySince = null;
    if (this.#stopping) return;
    const next = restartAfter(this.#history, ranForMs);
    this.#history = next;
    this.#restart = setTimeout(() => this.start(), next.delayMs);
    this.#options.onDown(stoppedReason(code), next.delayMs);
  }
}
