import { parseArgs } from 'node:util';
import type { AdvanceForm } from '../core/domain/travel/advance_questions.ts';
import type { AdvanceSummary } from '../core/ports/advance_data.ts';
import { defaultDataDirectory } from '../core/settings/data_directory.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { writeJson } from './json_output.ts';
import { openStore, type StoreEnvironment, systemEnvironment } from './open_store.ts';
import { withProgress } from './progress.ts';

/** Rejected rows told one by one; the rest is counted. */
const TOLD = 20;

/** One command of advance data: which forms of file it takes, by the word of `--format`. */
export interface AdvanceCommand {
  readonly name: 'passengers' | 'visas' | 'declarations';
  readonly forms: Readonly<Record<string, AdvanceForm>>;
  /** Without `--format`. */
  readonly usual: string | null;
}

const OPTIONS = { data: { type: 'string' }, format: { type: 'string' }, 'as-of': { type: 'string' } } as const;

function usageOf({ name, forms, usual }: AdvanceCommand): string {
  const format = usual === null ? ` --format ${Object.keys(forms).join('|')}` : '';
  return `usage: booth ${name} import FILE${format} [--as-of TIME] [--data DIR] | ${name} status [--data DIR]`;
}

function tellRejected(io: Io, { rejected, rejectedCount }: AdvanceSummary): void {
  for (const row of rejected.slice(0, TOLD)) io.stderr.write(`line ${row.line}: ${row.reason}\n`);
  const more = rejectedCount - Math.min(TOLD, rejected.length);
  if (more > 0) io.stderr.write(`and ${more} more rows rejected\n`);
}

/** `booth passengers|visas|declarations import FILE` and `status`: one JSON object each. */
export async function advanceCommand(
  command: AdvanceCommand,
  args: readonly string[],
  io: Io,
  parts?: StoreEnvironment,
): Promise<number> {
  const usage = usageOf(command);
  let given: { data?: string | undefined; format?: string | undefined; 'as-of'?: string | undefined };
  let positionals: string[];
  try {
    ({ values: given, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }));
  } catch {
    return wrongUse(io, usage);
  }
  const [what, file, ...more] = positionals;
  const importing = what === 'import' && file !== undefined && more.length === 0;
  if (!importing && !(what === 'status' && file === undefined)) return wrongUse(io, usage);
  const format = given.format ?? command.usual ?? '';
  const form = Object.hasOwn(command.forms, format) ? command.forms[format] : undefined;
  if (importing && form === undefined)
    return wrongUse(io, `--format is one of ${Object.keys(command.forms).join(', ')}`);
  const asOf = given['as-of'] === undefined ? undefined : Date.parse(given['as-of']);
  if (Number.isNaN(asOf)) return wrongUse(io, '--as-of is a time such as 2026-11-22T08:00:00Z');
  const environment = parts ?? (await systemEnvironment());
  const storage = await openStore(given.data ?? defaultDataDirectory(), environment, importing);
  if (!storage.ok) return wrongUse(io, storage.error);
  try {
    const { advance } = storage.value;
    if (!importing || form === undefined) return await status(command, io, environment, advance);
    const told = { by: 'system', at: environment.clock.now() };
    const taking = advance.take({ path: file, form, told, ...(asOf === undefined ? {} : { asOf }) });
    const taken = await withProgress(io, `taking in ${command.name}`, taking);
    if (!taken.ok) return wrongUse(io, `${taken.error.code}: ${file}: ${taken.error.detail}`);
    tellRejected(io, taken.value);
    const { flights, read, added, changed, removed, rejectedCount: rejected, seconds } = taken.value;
    const which = command.name === 'passengers' ? { flights } : {};
    await writeJson(io, { ...which, read, added, changed, removed, rejected, seconds });
    return EXIT.DONE;
  } finally {
    await storage.value.close();
  }
}

type Advance = Extract<Awaited<ReturnType<typeof openStore>>, { ok: true }>['value']['advance'];

async function status(
  { name }: AdvanceCommand,
  io: Io,
  { clock }: StoreEnvironment,
  advance: Advance,
): Promise<number> {
  const dayFrom = (hours: number) => new Date(clock.now() + hours * 3_600_000).toISOString().slice(0, 10);
  const found = await advance.status({ from: dayFrom(-48), to: dayFrom(48) });
  if (!found.ok) return wrongUse(io, `${found.error.code}: ${found.error.detail}`);
  const { ages, flights } = found.value;
  if (name === 'passengers')
    await writeJson(io, { flights: flights.map(({ id: _, flight, ...rest }) => ({ ...flight, ...rest })) });
  else await writeJson(io, { [name]: found.value[name], asOf: ages[name] });
  return EXIT.DONE;
}
