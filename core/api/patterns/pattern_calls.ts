import type { PatternsView } from '../../../contract/patterns.ts';
import type { ClearanceState } from '../../domain/clearance/step.ts';
import type { StoredClearance } from '../../ports/records.ts';
import type { Json, StorageProblem } from '../../ports/stored.ts';
import { gateDay } from '../../settings/gate_day.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { crossingOf } from '../crossing_record.ts';
import { entry } from '../lane_context.ts';

interface AskErrors {
  NOT_REFERRED(): Error;
  STORE_FAILED(options: { data: { code: string } }): Error;
}

/** Indicators for the second line. They are reasons to ask; nothing in the booth decides by them. */
export function patternCalls(api: Api, { lane }: ApiParts) {
  const { context } = lane;
  const failed = (problem: StorageProblem, errors: AskErrors) => errors.STORE_FAILED({ data: { code: problem.code } });

  /** Whether the person of a clearance was sent to the second line, by the counter or by the head of unit. */
  async function wasReferred(id: string, errors: AskErrors): Promise<boolean> {
    const files = await context.caseFiles.ofClearance(id);
    if (!files.ok) throw failed(files.error, errors);
    return files.value.some(({ kind }) => kind === 'SECOND_LINE');
  }

  /** A clearance that has left the counter: while it is open there, nobody is told of patterns. */
  async function leftCounter(id: string, errors: AskErrors): Promise<StoredClearance> {
    const stored = await context.records.clearanceById(id);
    if (!stored.ok) throw failed(stored.error, errors);
    if (stored.value === null || stored.value.closedAt === null) throw errors.NOT_REFERRED();
    return stored.value;
  }

  async function answer(id: string, by: string, reason: string | null, errors: AskErrors): Promise<PatternsView> {
    const stored = await leftCounter(id, errors);
    const { clearance } = stored.state as unknown as ClearanceState;
    const at = stored.closedAt ?? stored.openedAt;
    const found = await context.patterns.indicatorsFor(crossingOf(context, clearance, 'CLEARED', at));
    if (!found.ok) throw failed(found.error, errors);
    const { indicators, keptCrossings, tookMs } = found.value;
    const shown: Json = { reason, indicators: indicators.map(({ code, strength }) => ({ code, strength })) };
    const told = await context.records.commit({ entries: [entry(context, 'PATTERNS_SEEN', by, clearance, shown)] });
    if (!told.ok) throw failed(told.error, errors);
    return {
      recordNumber: stored.recordNumber,
      indicators: indicators.map(({ code, strength, evidence, values }) => ({
        code,
        strength,
        evidence: evidence.map(({ recordNumber, day, what }) => ({ recordNumber, day, what })),
        values: { ...values },
      })),
      asOfDay: gateDay(at, context.settings.lane.timeZone),
      keptCrossings,
      tookMs,
    };
  }

  return {
    ofFile: api.patterns.ofFile.handler(async ({ input, context: call, errors }) => {
      const file = await context.caseFiles.byId(input.file);
      if (!file.ok) throw failed(file.error, errors);
      if (file.value?.kind !== 'SECOND_LINE' || file.value.clearance === null) throw errors.NOT_REFERRED();
      return answer(file.value.clearance, call.officer?.number ?? '', null, errors);
    }),
    ofClearance: api.patterns.ofClearance.handler(async ({ input, context: call, errors }) => {
      await leftCounter(input.clearance, errors);
      const referred = await wasReferred(input.clearance, errors);
      if (!referred && input.reason === null) throw errors.REASON_NEEDED();
      return answer(input.clearance, call.officer?.number ?? '', input.reason, errors);
    }),
  };
}
