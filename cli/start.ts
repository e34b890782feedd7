import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Booth } from '../core/booth.ts';
import { err, ok, type Result } from '../core/domain/result.ts';
import type { Door } from '../server/server.ts';
import { answerAskedLines } from './asked_lines.ts';
import { lockDataDirectory } from './data_lock.ts';
import { Ending } from './ending.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { buildPage, pageIsStale } from './page_build.ts';
import { withProgress } from './progress.ts';
import { readStartOptions, type StartOptions } from './start_options.ts';
import { hasDevices, keepApart } from './training_mark.ts';
import { browserArguments, chooseProgram, showWindow, type WindowProgram } from './window_host.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The 32 bytes of the key, read to the end of the pipe. */
async function readKey(fd: number): Promise<Result<Uint8Array, string>> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream('', { fd })) chunks.push(chunk as Buffer);
  } catch {
    return err(`no key came over file descriptor ${fd}`);
  }
  const key = Buffer.concat(chunks);
  return key.length === 32 ? ok(new Uint8Array(key)) : err('the key must have 32 bytes');
}

async function preparePage(io: Io): Promise<Result<null, string>> {
  if (!(await pageIsStale(root))) return ok(null);
  const built = await withProgress(io, 'building the page', buildPage(root));
  return built.ok ? built : err(`the page cannot be built: ${built.error.split('\n').at(-1) ?? ''}`);
}

/** A running lane: the booth and its door. */
interface RunningLane {
  readonly booth: Booth;
  readonly door: Door;
}

async function openLane(options: StartOptions, training: boolean): Promise<Result<RunningLane, string>> {
  const key = options.keyFd === null ? null : await readKey(options.keyFd);
  if (key !== null && !key.ok) return key;
  const [core, { openConfiguredLane, openTrainingLane }, { openDoor }, { logToStandardError }] = await Promise.all([
    import('../core/booth.ts'),
    import('./lane_devices.ts'),
    import('../server/server.ts'),
    import('../server/door_log.ts'),
  ]);
  const lane = training
    ? await openTrainingLane(options.dataDirectory)
    : await openConfiguredLane(options.dataDirectory);
  if (!lane.ok) return lane;
  const booth = await core.createBooth({
    dataDirectory: options.dataDirectory,
    demo: training,
    ...lane.value,
    ...(key === null ? {} : { key: key.value }),
  });
  if (!booth.ok) {
    await lane.value.devices.close();
    return err(`${booth.error.code}: ${booth.error.detail}`);
  }
  const door = await openDoor({
    booth: booth.value,
    pageDirectory: options.pageDirectory ?? join(root, 'out', 'renderer'),
    port: options.port,
    name: booth.value.doorName,
    clock: core.systemClock,
    ids: core.systemIds,
    log: logToStandardError,
  });
  if (!door.ok) {
    await booth.value.stop();
    return err(`${door.error.code}: ${door.error.detail}`);
  }
  return ok({ booth: booth.value, door: door.value });
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Chromium has no sandbox for root, so it must be told to do without; and the person must know. */
function withoutSandbox(io: Io): string {
  io.stderr.write('booth: running as root, so the window runs without its sandbox; use a plain user\n');
  return '--no-sandbox';
}

/** Shows the window or says where it can be opened. @returns what closes it again. */
function present(program: WindowProgram | null, url: string, options: StartOptions, io: Io, ending: Ending) {
  if (options.host === 'none') {
    io.stdout.write(`${JSON.stringify({ url })}\n`);
    return () => undefined;
  }
  if (program === null) {
    io.stderr.write('booth: no program here can show a window; open this within a minute, it works once:\n');
    io.stdout.write(`${url}\n`);
    return () => undefined;
  }
  const args = browserArguments(url, join(options.dataDirectory, 'browser'));
  if (isRoot()) args.push(withoutSandbox(io));
  return showWindow(program.path, args, () => ending.now('the window was closed'));
}

/** Runs the lane until it is told to end. */
async function runLane(options: StartOptions, program: WindowProgram | null, io: Io): Promise<number> {
  const ending = new Ending();
  const training = options.demo || !hasDevices(options.dataDirectory);
  const apart = keepApart(options.dataDirectory, training);
  if (!apart.ok) return wrongUse(io, apart.error);
  const page = options.pageDirectory === null ? await preparePage(io) : ok(null);
  if (!page.ok) return wrongUse(io, page.error);
  const lane = await withProgress(io, 'starting the booth', openLane(options, training));
  if (!lane.ok) return wrongUse(io, lane.error);
  const { booth, door } = lane.value;
  if (options.keyFd !== null) ending.atEndOf(io.stdin);
  const stopAnswering =
    options.host === 'none' ? answerAskedLines(io, (role) => door.oneTimeUrl(role ?? options.role)) : () => undefined;
  const closeWindow = present(program, door.oneTimeUrl(options.role), options, io, ending);
  const why = await ending.reached;
  io.stderr.write(`booth: stopping (${why})\n`);
  stopAnswering();
  closeWindow();
  await door.stop();
  await booth.stop();
  return EXIT.DONE;
}

/** Starts the kiosk shell, which starts the booth itself, and waits for its end. */
async function runShell(path: string, options: StartOptions, io: Io): Promise<number> {
  const page = await preparePage(io);
  if (!page.ok) return wrongUse(io, page.error);
  const ending = new Ending();
  const args = [root, `--role=${options.role}`, `--data=${options.dataDirectory}`, `--port=${options.port}`];
  if (options.demo) args.push('--demo');
  if (isRoot()) args.push(withoutSandbox(io));
  const close = showWindow(path, args, () => ending.now('the shell ended'));
  await ending.reached;
  close();
  return EXIT.DONE;
}

/** `booth start`: runs the lane. See `booth help`. */
export async function startCommand(args: readonly string[], io: Io): Promise<number> {
  const read = readStartOptions(args, process.env, process.platform);
  if (!read.ok) return wrongUse(io, read.error);
  const options = read.value;
  const program = chooseProgram(options.host, root, process.env);
  if (!program.ok) return wrongUse(io, program.error);
  if (program.value?.kind === 'electron') return runShell(program.value.path, options, io);
  const lock = await lockDataDirectory(options.dataDirectory, randomUUID());
  if (!lock.ok) {
    const inUse = `a booth is already running on ${options.dataDirectory} (${lock.error.detail})`;
    const unusable = `${options.dataDirectory} cannot be used (${lock.error.detail})`;
    return wrongUse(io, lock.error.code === 'DATA_IN_USE' ? inUse : unusable);
  }
  try {
    return await runLane(options, program.value, io);
  } finally {
    await lock.value();
  }
}
