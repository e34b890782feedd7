import type { z } from 'zod';
import type { Passenger } from '../domain/travel/advance.ts';
import { AdvanceFileError, type AdvanceRow } from './advance_rows.ts';
import { declarationLine, faultOf, passengerInJson, passengerListInJson, visaLine } from './advance_schemas.ts';
import { linesOf } from './lines.ts';

/** No honest row is longer, bytes. */
const LONGEST_LINE = 1 << 16;
/** A list of one flight as JSON, bytes. */
const LONGEST_LIST = 16 << 20;

async function* jsonRows<T>(
  chunks: AsyncIterable<Buffer>,
  schema: z.ZodType<T>,
  rowOf: (value: T) => AdvanceRow,
): AsyncGenerator<AdvanceRow> {
  for await (const { number: line, text, problem, ended } of linesOf(chunks, LONGEST_LINE)) {
    if (text?.trim() === '') continue;
    const reject = (reason: string): AdvanceRow => ({ rejected: { line, reason } });
    if (text === null) {
      yield reject(problem ?? 'LINE_TOO_LONG');
      continue;
    }
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch {
      // Half a last line: the file was not received whole.
      if (!ended) throw new AdvanceFileError('ADVANCE_FILE_FORMAT', `CUT_OFF at line ${line}`);
      yield reject('NOT_JSON');
      continue;
    }
    const parsed = schema.safeParse(content);
    yield parsed.success ? rowOf(parsed.data) : reject(faultOf(parsed.error));
  }
}

/** Visas as JSON Lines. A wrong line is rejected; half a last line refuses the whole. */
export const visaRows = (chunks: AsyncIterable<Buffer>): AsyncGenerator<AdvanceRow> =>
  jsonRows(chunks, visaLine, (row) => ('removed' in row ? { takenBack: row.number } : { visa: row }));

/** Declarations as JSON Lines, in the same way. */
export const declarationRows = (chunks: AsyncIterable<Buffer>): AsyncGenerator<AdvanceRow> =>
  jsonRows(chunks, declarationLine, (row) => ('removed' in row ? { takenBack: row.code } : { declaration: row }));

async function whole(chunks: AsyncIterable<Buffer>): Promise<unknown> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > LONGEST_LIST) throw new AdvanceFileError('ADVANCE_FILE_FORMAT', 'TOO_LONG');
    pieces.push(chunk);
  }
  try {
    return JSON.parse(
      Buffer.concat(pieces)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
  } catch {
    throw new AdvanceFileError('ADVANCE_FILE_FORMAT', 'NOT_JSON');
  }
}

/** A passenger list of one flight as JSON. A wrong passenger is rejected by place; anything else wrong refuses the whole. */
export async function* passengerJsonRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<AdvanceRow> {
  const parsed = passengerListInJson.safeParse(await whole(chunks));
  if (!parsed.success) throw new AdvanceFileError('ADVANCE_FILE_FORMAT', faultOf(parsed.error));
  const { flight, kind, count, passengers } = parsed.data;
  if (count !== undefined && count !== passengers.length)
    throw new AdvanceFileError('ADVANCE_FILE_FORMAT', 'COUNT_WRONG');
  const good: Passenger[] = [];
  for (const [place, one] of passengers.entries()) {
    const person = passengerInJson.safeParse(one);
    if (person.success) good.push({ kind, ...person.data });
    else yield { rejected: { line: place + 1, reason: faultOf(person.error) } };
  }
  yield { passengers: { flight, kind, continues: false, passengers: good } };
}
