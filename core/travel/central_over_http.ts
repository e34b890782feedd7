import { z } from 'zod';
import { err, ok, type Result } from '../domain/result.ts';
import type { CentralQuery, CentralRegister, CentralSilence } from '../ports/central_register.ts';
import type { Clock } from '../ports/clock.ts';
import { declarationRecord, registeredPaper } from '../sync/advance_schemas.ts';

/** How the central register is reached; one of the lane's settings. */
export interface CentralAddress {
  readonly url: string;
  readonly key: string;
  /** How long an answer may take. */
  readonly seconds: number;
}

/** No honest answer about one person is longer, bytes. */
const LONGEST_ANSWER = 1 << 20;

const movement = z.object({
  direction: z.enum(['arrival', 'departure']),
  date: z.iso.date(),
  documentNumber: z.string().max(35).nullable(),
  documentIssuer: z.exactOptional(z.string().max(3)),
  stayUntil: z.iso.date().nullable().default(null),
  gate: z.string().max(60).nullable().default(null),
  recordNumber: z.string().max(40).nullable().default(null),
});

const ANSWERS = {
  visas: z.object({ visas: z.array(registeredPaper).max(100) }).transform((answer) => answer.visas),
  declarations: z
    .object({ declarations: z.array(declarationRecord).max(100) })
    .transform((answer) => answer.declarations),
  movements: z.object({ movements: z.array(movement).max(1000) }).transform((answer) => answer.movements),
} as const;

async function textOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > LONGEST_ANSWER) throw new Error('the answer is too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/**
 * A central register that speaks JSON over HTTP: one POST a question to `visas`, `movements` and `declarations` below the
 * address (docs/advance_data.md). Whatever goes wrong is a silence; what was asked or answered is in no error and no log.
 */
export function centralOverHttp({ url, key, seconds }: CentralAddress, clock: Clock): CentralRegister {
  const base = url.endsWith('/') ? url : `${url}/`;

  async function ask<T>(path: string, query: CentralQuery, answer: z.ZodType<T>): Promise<Result<T, CentralSilence>> {
    const stop = new AbortController();
    let late = false;
    const cancel = clock.after(seconds * 1000, () => {
      late = true;
      stop.abort();
    });
    try {
      const response = await fetch(new URL(path, base), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key === '' ? {} : { authorization: `Bearer ${key}` }) },
        body: JSON.stringify(query),
        redirect: 'error',
        signal: stop.signal,
      });
      if (!response.ok) return err('OFFLINE');
      const parsed = answer.safeParse(JSON.parse(await textOf(response)));
      return parsed.success ? ok(parsed.data) : err('OFFLINE');
    } catch {
      return err(late ? 'TIMEOUT' : 'OFFLINE');
    } finally {
      cancel();
      stop.abort();
    }
  }

  return {
    visas: (query) => ask('visas', query, ANSWERS.visas),
    declarations: (query) => ask('declarations', query, ANSWERS.declarations),
    async movements(query) {
      const told = await ask('movements', query, ANSWERS.movements);
      return told.ok ? ok(told.value.map((one) => ({ ...one, source: 'CENTRAL' as const }))) : told;
    },
  };
}
