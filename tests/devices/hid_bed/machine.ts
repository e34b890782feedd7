import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { umockdevDescription } from './description.ts';

/** One device's end in the test bed's process. */
export interface BedDevice {
  input(report: Uint8Array): void;
  /** `quietly`: whoever holds it open is told nothing, as some systems do. */
  remove(quietly: boolean): Promise<void>;
}

/** What a device hears. A feature request is answered with a report, or null to refuse it. */
export interface BedListener {
  output(report: Uint8Array): void;
  set(report: Uint8Array): boolean;
  get(id: number): Uint8Array | null;
}

/** A process with one umockdev test bed. */
export interface BedMachine {
  /** What a program must have in its environment to be on this machine. */
  readonly environment: { readonly LD_PRELOAD: string; readonly UMOCKDEV_DIR: string };
  add(what: ReturnType<typeof umockdevDescription>, listener: BedListener): Promise<BedDevice>;
  close(): Promise<void>;
}

interface Said {
  readonly root?: string;
  readonly done?: string;
  readonly device?: number;
  readonly output?: string;
  readonly set?: string;
  readonly get?: number;
  readonly question?: number;
}

const PRELOAD = 'libumockdev-preload.so.0';

/** Starts the test bed; fails with one line where umockdev and its Python binding are not installed. */
export async function bedMachine(): Promise<BedMachine> {
  const child = spawn('/usr/bin/python3', ['-u', join(import.meta.dirname, 'bed.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, LD_PRELOAD: PRELOAD },
  });
  // A broken pipe only says that the process is gone, which its exit says too.
  child.stdin.on('error', () => {});
  const listeners = new Map<number, BedListener>();
  const waiting = new Map<string, { done(): void; failed(error: Error): void }>();
  let devices = 0;
  let rooted: (root: string) => void = () => {};
  const root = new Promise<string>((resolve, reject) => {
    rooted = resolve;
    child.once('error', reject);
    child.once('exit', () => {
      reject(new Error('no HID test bed: install umockdev, python3-gi, gir1.2-umockdev-1.0'));
      for (const { failed } of waiting.values()) failed(new Error('the HID test bed ended'));
    });
  });
  const order = (what: object): void => {
    child.stdin.write(`${JSON.stringify(what)}\n`);
  };
  const done = (what: string, device: number): Promise<void> =>
    new Promise((resolve, reject) => waiting.set(`${what} ${device}`, { done: resolve, failed: reject }));

  const answer = (listener: BedListener | undefined, { set, get, question }: Said): void => {
    const report = get === undefined ? null : (listener?.get(get) ?? null);
    const ok = set === undefined ? report !== null : listener?.set(bytes(set)) === true;
    order({ do: 'answer', question, ok, report: report === null ? null : hex(report) });
  };
  const onLine = (line: string): void => {
    // A library that gives up says so here before it ends.
    if (!line.startsWith('{')) return;
    const said: Said = JSON.parse(line);
    const listener = listeners.get(said.device ?? 0);
    if (said.root !== undefined) rooted(said.root);
    else if (said.done !== undefined) waiting.get(`${said.done} ${said.device}`)?.done();
    else if (said.output !== undefined) listener?.output(bytes(said.output));
    else answer(listener, said);
  };
  createInterface({ input: child.stdout }).on('line', onLine);

  const directory = await root;
  return {
    environment: { LD_PRELOAD: PRELOAD, UMOCKDEV_DIR: directory },
    add: async (what, listener) => {
      devices += 1;
      const device = devices;
      listeners.set(device, listener);
      const added = done('add', device);
      order({ do: 'add', device, ...what });
      await added;
      return {
        input: (report) => order({ do: 'input', device, report: hex(report) }),
        remove: async (quietly) => {
          const removed = done('remove', device);
          order({ do: 'remove', device, quietly });
          await removed;
          listeners.delete(device);
        },
      };
    },
    close: async () => {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      if (child.exitCode !== null) return;
      child.stdin.end();
      await ended;
    },
  };
}

function hex(report: Uint8Array): string {
  return Buffer.from(report).toString('hex');
}

function bytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'hex'));
}
