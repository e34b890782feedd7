import type { FoundCase, ReplayedCase } from '../../../contract/replay_view.ts';
import { may } from '../../domain/access/permissions.ts';
import type { EventId } from '../../domain/audit/events.ts';
import type { Result } from '../../domain/result.ts';
import type { Json, StorageProblem, StoredClearance } from '../../ports/records.ts';
import { dayBounds } from '../../settings/day_bounds.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { entry } from '../lane_context.ts';
import { pinRefused } from '../pin_refused.ts';
import { outcomeOf, replayCase } from './case_replay.ts';

/** So many cases are shown of a day or a document. */
const MOST = 200;

interface Errors {
  STORE_FAILED(options: { data: { code: string } }): Error;
}

function held<T>(result: Result<T, StorageProblem>, errors: Errors): T {
  if (result.ok) return result.value;
  throw errors.STORE_FAILED({ data: { code: result.error.code } });
}

const foundCase = (stored: StoredClearance): FoundCase[] => {
  const { id, recordNumber, closedAt, direction } = stored;
  return closedAt === null ? [] : [{ id, recordNumber, closedAt, direction, outcome: outcomeOf(stored) }];
};

export function replayCalls(api: Api, { lane, signIns, rulesDesk }: ApiParts) {
  const { replay: area } = api;
  const { context } = lane;
  const { records, caseFiles, settings } = context;
  const sources = { records, caseFiles, rules: rulesDesk.snapshots };
  const by = (call: { officer: { number: string } | null }): string => call.officer?.number ?? '';

  /** Writes down who looked and why; its number. Nothing is shown before it stands there. */
  async function told(
    event: EventId & `CASE${string}`,
    who: string,
    of: { readonly id: string } | null,
    data: { readonly [key: string]: Json },
    errors: Errors,
  ): Promise<number> {
    const written = await records.commit({ entries: [entry(context, event, who, of, data)] });
    return held(written, errors).lastSeq;
  }

  async function caseOf(id: string, errors: Errors & { NO_DECIDED_CASE(): Error }): Promise<ReplayedCase> {
    const stored = held(await records.clearanceById(id), errors);
    const replayed = held(await replayCase(stored, sources), errors);
    if (replayed === null) throw errors.NO_DECIDED_CASE();
    return replayed;
  }

  return {
    search: area.search.handler(async ({ input, context: call, errors }) => {
      const { by: asked, reason } = input;
      let found: readonly StoredClearance[];
      if (asked.what === 'RECORD') {
        const one = held(await records.clearanceByNumber(asked.recordNumber), errors);
        found = one === null ? [] : [one];
      } else if (asked.what === 'DOCUMENT')
        found = held(await records.crossingsOf(`${asked.issuer}:${asked.number}`, MOST), errors);
      else {
        const { id, timeZone } = settings.lane;
        found = held(await records.closedBetween(id, dayBounds(asked.day, timeZone), MOST), errors);
      }
      const shown = found.flatMap(foundCase);
      const { what, ...redacted } = asked;
      const data = { reason, by: what, found: shown.length, redacted };
      return { found: shown, seq: await told('CASES_SEARCHED', by(call), null, data, errors) };
    }),

    open: area.open.handler(async ({ input, context: call, errors }) => {
      const replayed = await caseOf(input.id, errors);
      const data = { recordNumber: replayed.recordNumber, reason: input.reason };
      return { replayed, seq: await told('CASE_VIEWED', by(call), input, data, errors) };
    }),

    remark: area.remark.handler(async ({ input, context: call, errors }) => {
      await caseOf(input.id, errors);
      return { seq: await told('CASE_REMARKED', by(call), input, { text: input.text }, errors) };
    }),

    export: area.export.handler(async ({ input, context: call, errors }) => {
      if (input.number === by(call)) throw errors.SAME_PERSON();
      const second = await signIns.secondPerson(call, input);
      if (!second.ok) throw pinRefused(second.error, errors);
      if (!may(second.value.roles, 'REPLAY_CASES')) throw errors.NOT_A_REVIEWER();
      const replayed = await caseOf(input.id, errors);
      const { recordNumber } = replayed;
      const data = { recordNumber, reason: input.reason, second: second.value.number };
      const seq = await told('CASE_EXPORTED', by(call), input, data, errors);
      const text = `${JSON.stringify({ exportedBy: [by(call), second.value.number], entry: seq, ...replayed }, null, 1)}\n`;
      return { fileName: `case-${recordNumber}.json`, text, seq };
    }),
  };
}
