import { type ChildProcess, spawn } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { openSerial } from '../transport/serial.ts';
import { LINE_9600_8N1, type Transport } from '../transport/transport.ts';
import type { Plug, PlugProblem } from './plug.ts';

const LINKS_LIMIT_MS = 3000;
const LOOK_EVERY_MS = 5;
const NOT_FOUND = 127;

/**
 * Runs `socat` for as long as our end of standard input is open: `socat` by itself would outlive a killed booth, since it
 * holds its terminals open on its own. The signals of a terminal reach the shell too; it leaves the end to its input.
 */
const CABLE =
  'trap "" INT HUP TERM; command -v socat >/dev/null || exit 127; ' +
  'socat "$1" "$2" </dev/null & cable=$!; read -r _; kill -9 $cable; wait $cable';

/** Two pseudo-terminals joined by one `socat`; its death is the pulled plug. */
interface Cable {
  readonly child: ChildProcess;
  readonly exited: Promise<void>;
  readonly held: readonly FileHandle[];
  readonly deviceEnd: Transport;
}

/**
 * A cable made of a real pseudo-terminal pair: the driver opens `hostPath` as it would open a serial port. Needs the
 * program `socat`; without it the answer is SOCAT_MISSING.
 */
export async function ptyPlug(hostPath: string, clock: Clock): Promise<Result<Plug, PlugProblem>> {
  let path = hostPath;
  let cable: Cable | null = null;
  let listener: (end: Transport | null) => void = () => {};

  const replug = async (as?: string): Promise<Result<void, PlugProblem>> => {
    if (cable !== null) return ok(undefined);
    path = as ?? path;
    const laid = await layCable(path, clock);
    if (!laid.ok) return laid;
    cable = laid.value;
    listener(cable.deviceEnd);
    return ok(undefined);
  };
  const unplug = async (): Promise<void> => {
    const out = cable;
    if (out === null) return;
    cable = null;
    listener(null);
    await pull(out, path);
  };

  const first = await replug();
  if (!first.ok) return first;
  return ok({
    via: 'pty',
    get path() {
      return path;
    },
    openHost: (line) => openSerial(path, line, clock),
    onDeviceEnd: (next) => {
      listener = next;
      next(cable?.deviceEnd ?? null);
    },
    unplug,
    replug,
    close: unplug,
  });
}

async function layCable(hostPath: string, clock: Clock): Promise<Result<Cable, PlugProblem>> {
  const links = [hostPath, devicePath(hostPath)];
  await Promise.all(links.map((link) => rm(link, { force: true })));
  const ends = links.map((link) => `pty,raw,echo=0,link=${link}`);
  const child = spawn('/bin/sh', ['-c', CABLE, 'cable', ...ends], { stdio: ['pipe', 'ignore', 'ignore'] });
  // A broken pipe only says that the shell is gone, which its exit says too.
  child.stdin.on('error', () => {});
  let problem: PlugProblem | null = null;
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      problem = { code: 'PTY_FAILED', detail: error.message };
      resolve();
    });
    child.once('exit', (code) => {
      problem ??=
        code === NOT_FOUND
          ? { code: 'SOCAT_MISSING', detail: 'the program socat is not installed' }
          : { code: 'PTY_FAILED', detail: 'socat ended' };
      resolve();
    });
  });
  const limit = clock.monotonic() + LINKS_LIMIT_MS;
  while (problem === null && !links.every((link) => existsSync(link)) && clock.monotonic() < limit) {
    await new Promise<void>((resolve) => clock.after(LOOK_EVERY_MS, resolve));
  }
  if (problem !== null) return err(problem);
  return holdEnds(child, exited, hostPath, clock);
}

/**
 * Opens the device's end, and keeps a second handle on both: a pseudo-terminal whose last user closes it hangs up, which a
 * real port does not do when the host program ends.
 */
async function holdEnds(
  child: ChildProcess,
  exited: Promise<void>,
  hostPath: string,
  clock: Clock,
): Promise<Result<Cable, PlugProblem>> {
  const held: FileHandle[] = [];
  try {
    for (const link of [hostPath, devicePath(hostPath)]) {
      held.push(await open(link, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK));
    }
  } catch (error) {
    child.stdin?.end();
    await Promise.all([exited, ...held.map((handle) => handle.close())]);
    return err({ code: 'PTY_FAILED', detail: error instanceof Error ? error.message : 'the terminal cannot be held' });
  }
  const end = await openSerial(devicePath(hostPath), LINE_9600_8N1, clock);
  if (end.ok) return ok({ child, exited, held, deviceEnd: end.value });
  child.stdin?.end();
  await Promise.all([exited, ...held.map((handle) => handle.close())]);
  return err({ code: 'PTY_FAILED', detail: end.error.detail });
}

async function pull(cable: Cable, hostPath: string): Promise<void> {
  cable.child.stdin?.end();
  await cable.exited;
  await Promise.all([
    rm(hostPath, { force: true }),
    rm(devicePath(hostPath), { force: true }),
    cable.deviceEnd.close(),
    ...cable.held.map((handle) => handle.close()),
  ]);
}

function devicePath(hostPath: string): string {
  return `${hostPath}.device`;
}
