import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../rig.ts';

const DRIVER = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so';
const SOCKET = '/run/pcscd/pcscd.comm';
const PID = '/run/pcscd/pcscd.pid';
/** Two slots of the virtual reader listen on this port and the next. Their own, not those of an installed vpcd. */
const PORT = 36_101;

/** Runs the service for as long as our end of standard input is open, so that it does not outlive a test that was cut short. */
const SERVICE =
  'trap "" INT HUP TERM; /usr/sbin/pcscd --foreground --config "$1" </dev/null >/dev/null 2>&1 & service=$!; ' +
  'read -r _; kill -9 $service; wait $service 2>/dev/null';

/** A PC/SC service with one virtual reader, run in the foreground for a test alone, and a chip to lay on it. */
export interface PcscBed {
  /** The whole names of the reader's two slots; the chip is laid on the first. */
  readonly slots: readonly [string, string];
  readonly chip: VirtualChip;
  startService(): Promise<void>;
  /** Ends it without a word, as a crash does. */
  killService(): Promise<void>;
  /** The next service that is started knows no reader; the virtual one cannot be unplugged from a running service. */
  removeReader(): Promise<void>;
  close(): Promise<void>;
}

export interface VirtualChip {
  lay(): void;
  takeAway(): void;
  silent(silent: boolean): void;
  /** What it answers next, in hex; 9000 when nothing was ordered. */
  answer(hex: string): void;
  /** The commands it got, in hex, in order. */
  readonly commands: readonly string[];
  resets(): number;
}

/** Why these tests cannot run on this machine; null when they can. */
export function whyNoPcsc(): string | null {
  if (!existsSync(DRIVER) || !existsSync('/usr/sbin/pcscd')) return 'pcscd and vsmartcard-vpcd are not installed';
  if (process.getuid?.() !== 0) return 'pcscd must be started as root';
  if (otherService()) return 'this machine has a PC/SC service of its own';
  try {
    createRequire(import.meta.url).resolve('smartcard');
  } catch {
    return 'smartcard was not built (libpcsclite-dev was not there at npm ci)';
  }
  return null;
}

/** A service that is not of these tests: one that lives, or a socket that waits to start one. */
function otherService(): boolean {
  if (!existsSync(SOCKET)) return false;
  const pid = existsSync(PID) ? Number(readFileSync(PID, 'utf8')) : 0;
  // A number without a process is what a test that was cut short left behind.
  return pid === 0 || existsSync(`/proc/${pid}`);
}

export async function pcscBed(): Promise<PcscBed> {
  const folder = await mkdtemp(join(tmpdir(), 'booth-pcsc-'));
  const name = 'Quay Chip Reader';
  const reader = `FRIENDLYNAME "${name}"\nDEVICENAME /dev/null:${PORT}\nLIBPATH ${DRIVER}\nCHANNELID ${PORT}\n`;
  await writeFile(join(folder, 'reader'), reader);
  let service: ChildProcess | null = null;

  const startService = async (): Promise<void> => {
    if (existsSync(SOCKET)) await rm(SOCKET);
    service = spawn('/bin/sh', ['-c', SERVICE, 'service', folder], { stdio: ['pipe', 'ignore', 'ignore'] });
    service.stdin?.on('error', () => {});
    await until('the service listens', () => existsSync(SOCKET));
  };
  const killService = async (): Promise<void> => {
    const ending = service;
    service = null;
    if (ending === null) return;
    const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
    ending.stdin?.end();
    await ended;
  };
  await startService();
  const { chip, close } = virtualChip();
  return {
    slots: [`${name} 00 00`, `${name} 00 01`],
    chip,
    startService,
    killService,
    removeReader: () => rm(join(folder, 'reader')),
    close: async () => {
      close();
      await killService();
      await rm(SOCKET, { force: true });
      await rm(PID, { force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function virtualChip(): { chip: VirtualChip; close: () => void } {
  const child = fork(join(import.meta.dirname, 'virtual_chip.mjs'), [String(PORT)], { execArgv: [] });
  const commands: string[] = [];
  let resets = 0;
  child.on('message', (said: { readonly command?: string; readonly reset?: boolean }) => {
    if (said.command !== undefined) commands.push(said.command);
    if (said.reset === true) resets += 1;
  });
  const chip: VirtualChip = {
    lay: () => child.send('in'),
    takeAway: () => child.send('out'),
    silent: (silent) => child.send(silent ? 'silent' : 'talk'),
    answer: (hex) => child.send({ answer: hex }),
    commands,
    resets: () => resets,
  };
  return { chip, close: () => child.disconnect() };
}
