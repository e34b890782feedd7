import { EXIT, type Io, wrongUse } from './io.ts';

type Command = (args: readonly string[], io: Io) => Promise<number>;

/** Loads a command only when it is asked for, so that a short one starts quickly. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  mrz: async () => (await import('./mrz.ts')).mrzCommand,
  watchlist: async () => (await import('./watchlist.ts')).watchlistCommand,
  passengers: async () => (await import('./passengers.ts')).passengersCommand,
  visas: async () => (await import('./visas.ts')).visasCommand,
  declarations: async () => (await import('./visas.ts')).declarationsCommand,
  rules: async () => (await import('./rules.ts')).rulesCommand,
  entry: async () => (await import('./entry.ts')).entryCommand,
  devices: async () => (await import('./devices.ts')).devicesCommand,
  account: async () => (await import('./account.ts')).accountCommand,
  journal: async () => (await import('./journal.ts')).journalCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
};

/** Named in the plan, not built yet. */
const NOT_BUILT = ['chip', 'trust'];

const HELP = `booth <command>

  start [--role officer|gate|technician] [--host auto|electron|browser|none]
        [--data DIR] [--port N] [--demo]      runs the lane
  mrz [FILE]                                  reads machine readable zones
  watchlist import|screen|status|sign         the local lists
  passengers import FILE --format paxlst|json passenger and crew lists of flights; passengers status
  visas import FILE, declarations import FILE visas, e-visas and declarations as JSON Lines; status
  entry evaluate [FILE] [--data DIR]          the law of entry and exit for one crossing a line
  rules sign|import|status|rehearse           the law in this booth; who would be decided otherwise
  devices list|discover|drivers               what is plugged in, what can be spoken to
          probe|watch|test|record PORT        asks a port, listens to it, tests it, records it
          simulate DRIVER, decode PROTOCOL    a device in software; frames in words
          settings|log|replay RECORDING       the lane's devices, the maintenance log, a recording
          profile export|import FILE|key      the lane's device settings as a signed file
  account set NUMBER                          makes an officer or gives a new PIN
  account keys|forget-keys NUMBER             security keys of a person; removes them when all are lost
  journal verify|export|replay                the chain of what happened; one case as it was
  doctor                                      what is there, what is missing, what to do

Data goes to standard output as JSON, words to standard error.
Exit: 0 done, 1 the answer is no, 2 wrong use or unreadable input.
`;

/** Runs one command line. @returns the exit code; a bug ends in one line too, never in a stack trace. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) return wrongUse(io, 'say which command: "booth help" lists them');
  if (name === 'help' || name === '--help' || name === '-h') {
    io.stdout.write(HELP);
    return EXIT.DONE;
  }
  if (NOT_BUILT.includes(name)) return wrongUse(io, `"${name}" is not built yet`);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) return wrongUse(io, 'no such command: "booth help" lists them');
  try {
    const command = await load();
    return await command(rest, io);
  } catch (error) {
    return wrongUse(io, `"${name}" failed by a bug of ours (${describe(error)})`);
  }
}

/** The kind of an error and where it arose; its message may hold what was read from a document. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const where = /[/\\]((?:core|cli|server|native|contract)[/\\][\w/\\.]+:\d+)/.exec(error.stack ?? '')?.[1];
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return `${error.name}${code}${where === undefined ? '' : ` at ${where}`}`;
}
