import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { addDays } from '../domain/screening/days.ts';
import type { AdvanceForm } from '../domain/travel/advance_questions.ts';
import type { Clock } from '../ports/clock.ts';
import { gateDay } from '../settings/gate_day.ts';
import type { Storage } from '../storage/open_storage.ts';
import { type InventedRegister, SimulatedRegister } from './simulated_register.ts';
import { trainingCentre } from './training_centre.ts';

/** The invented copies are said to be two hours old. */
const AGE_MS = 2 * 3_600_000;
const FILE = new URL('../../resources/demo/travel.json', import.meta.url);

const pass = z.object({
  name: z.string().max(20),
  carrier: z.string().max(3),
  flight: z.string().max(5),
  day: z.number(),
  seat: z.string().max(4),
  locator: z.string().max(7),
});
const travelFile = z.object({
  visas: z.array(z.looseObject({ holder: z.looseObject({ documentNumber: z.string() }) })),
  movements: z.array(z.looseObject({ documentNumber: z.string() })),
  declarations: z.array(
    z.looseObject({ code: z.string(), filedAt: z.string(), holder: z.looseObject({ documentNumber: z.string() }) }),
  ),
  flights: z.array(z.looseObject({ flight: z.looseObject({}) })),
  codes: z.array(
    z.object({
      id: z.string(),
      title: z.object({ vi: z.string(), en: z.string() }),
      text: z.exactOptional(z.string()),
      pass: z.exactOptional(pass),
    }),
  ),
});

/** A code that the dev dock can show. */
export interface DemoCode {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly text: string;
}

/** The day of the year, three digits, as a boarding pass has it. */
function dayOfYear(day: string): string {
  const days = (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${day.slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000;
  return String(days + 1).padStart(3, '0');
}

/** The text of an invented boarding pass of one leg (IATA Resolution 792, format M). */
function passText({ name, carrier, flight, day, seat, locator }: z.infer<typeof pass>, today: string): string {
  const date = dayOfYear(addDays(today, day));
  return `M1${name.padEnd(20)}E${locator.padEnd(7)}XZAXZB${carrier.padEnd(3)}${flight.padEnd(5)}${date}Y${seat.padEnd(4)}0017 100`;
}

/** Days stand in the file as `+3` or `-3`, from today: the demo is always of now. */
function ofToday<T>(value: T, today: string): T {
  const text = JSON.stringify(value).replace(
    /"([+-]\d{1,3})(T\d\d:\d\d)?"/g,
    (_, days: string, time = '') => `"${addDays(today, Number(days))}${time}"`,
  );
  return JSON.parse(text) as T;
}

/** The rows of a file of the unit's own training data; none where there is no file. */
async function ownRows(file: URL): Promise<readonly unknown[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]));
}

/**
 * Invented visas, declarations and flights, brought in as files are, and the invented centre that knows them too. `own`: the
 * folder of the unit's own training data, whose `visas.jsonl` and `declarations.jsonl` come after the demo's.
 */
export async function demoTravel(storage: Storage, clock: Clock, timeZone: string, own: URL) {
  const today = gateDay(clock.now(), timeZone);
  const shipped = ofToday(travelFile.parse(JSON.parse(await readFile(FILE, 'utf8'))), today);
  const dated = shipped.declarations.map((one) => ({ ...one, filedAt: `${one.filedAt}T02:00:00Z` }));
  const visas = [...shipped.visas, ...(await ownRows(new URL('visas.jsonl', own)))];
  const declarations = [...dated, ...(await ownRows(new URL('declarations.jsonl', own)))];
  const read = { ...shipped, visas };
  const known = { ...read, declarations } as unknown as InventedRegister;
  const register = new SimulatedRegister(known);
  const central = trainingCentre(register, clock);
  const codes = read.codes.map(
    ({ id, title, text, pass: one }): DemoCode => ({ id, title, text: text ?? (one ? passText(one, today) : '') }),
  );

  async function takeIn(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'booth-demo-'));
    const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    const files: readonly (readonly [AdvanceForm, string])[] = [
      ['visas', lines(read.visas)],
      ['declarations', lines(declarations)],
      ...read.flights.map((flight) => ['passengers-json', JSON.stringify(flight)] as const),
    ];
    try {
      for (const [place, [form, text]] of files.entries()) {
        const path = join(folder, String(place));
        await writeFile(path, text, { mode: 0o600 });
        const taken = await storage.advance.take({ path, form, asOf: clock.now() - AGE_MS });
        if (!taken.ok) throw new Error(`the demo's ${form} could not be taken in: ${taken.error.code}`);
        const [wrong] = taken.value.rejected;
        if (wrong !== undefined) throw new Error(`the demo's ${form} has a wrong row: ${wrong.reason}`);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return { central, codes, register, takeIn };
}
