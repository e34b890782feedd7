import type { LaneView } from '../../contract/lane_view.ts';
import type { ReasonCode } from '../domain/clearance/check.ts';
import type { ClearanceEvent, DecisionKind } from '../domain/clearance/clearance.ts';
import { statedWrong } from '../domain/clearance/stated_wrong.ts';
import type { Result } from '../domain/result.ts';
import type { Api, ApiParts } from './authorise.ts';
import { decisionSeq } from './clearance_entries.ts';
import { confirmedBy } from './facts_confirmed.ts';
import { factsStated } from './facts_stated.ts';
import { hitCalls, openCase, type StepErrors } from './hit_calls.ts';
import { dayAtGate } from './lane_context.ts';
import { whyShut } from './lane_memory.ts';
import { demandCalls } from './posture/demand_calls.ts';
import type { Committed, StepProblem } from './run_clearance.ts';
import { stampCalls } from './stamp_calls.ts';
import { whileSignedIn } from './while_signed_in.ts';

type LastDecision = NonNullable<LaneView['lastDecision']>;

function taken(result: Result<Committed, StepProblem>, errors: StepErrors): Committed {
  if (result.ok) return result.value;
  if (result.error.code === 'STORE') throw errors.STORE_FAILED({ data: { code: result.error.problem.code } });
  throw errors.WRONG_STATE({ data: { why: result.error.why } });
}

/** What led to nothing, as the error names it. */
const CODE_WORDS = { BOARDING_PASS: 'pass', DECLARATION: 'declaration', VNEID: 'vneid', UNKNOWN: 'unknown' } as const;

export function laneCalls(api: Api, parts: ApiParts) {
  const { lane, signIns } = parts;
  async function send(id: string, event: ClearanceEvent, errors: StepErrors): Promise<Committed> {
    openCase(lane, id, errors);
    return taken(await lane.runner.send(event), errors);
  }

  async function decide(
    id: string,
    kind: DecisionKind,
    reasons: readonly ReasonCode[],
    by: string,
    errors: StepErrors,
  ): Promise<LastDecision> {
    const at = lane.context.clock.now();
    const offline = lane.memory.connection.state === 'OFFLINE';
    const stamp = kind === 'CLEARED' ? { stamp: lane.stampOrders.done } : {};
    const { state, lastSeq } = await send(
      id,
      { type: 'DECIDE', decision: { kind, reasons, at, by, offline, ...stamp } },
      errors,
    );
    const { recordNumber, openedAt } = state.clearance;
    return {
      recordNumber,
      outcome: kind,
      at,
      seconds: Math.round((at - openedAt) / 1000),
      journalSeq: decisionSeq(lastSeq),
    };
  }

  const by = (context: { officer: { number: string } | null }): string => context.officer?.number ?? '';

  return {
    watch: api.lane.watch.handler(async function* ({ signal, context }) {
      for await (const { value: view } of whileSignedIn(signIns, context, lane.laneLive.follow(signal))) {
        if (view === null) return;
        yield { ...view, now: lane.context.clock.now() };
      }
    }),

    reread: api.lane.reread.handler(async ({ errors }) => {
      if (whyShut(lane.memory) !== null) throw errors.LANE_CLOSED();
      const reader = lane.options.devices.mrzReader;
      if (reader === null) throw errors.DEVICE_FAILED({ data: { code: 'DEVICE_ABSENT' } });
      lane.desk.expectReread();
      const armed = await reader.arm();
      if (!armed.ok) throw errors.DEVICE_FAILED({ data: { code: armed.error.code } });
      return { armed: true };
    }),

    typeIn: api.lane.typeIn.handler(async ({ input, context, errors }) => {
      if (whyShut(lane.memory) !== null) throw errors.LANE_CLOSED();
      const differs = input.lines.findIndex((line, index) => line !== input.again[index]);
      if (differs !== -1 || input.lines.length !== input.again.length) {
        throw errors.TYPED_TWICE_DIFFERS({ data: { line: differs === -1 ? input.lines.length : differs + 1 } });
      }
      const result = await lane.desk.take(input.lines, true, by(context));
      if (result === 'unreadable') throw errors.MRZ_UNREADABLE();
      if (result === 'busy') throw errors.WRONG_STATE({ data: { why: 'OTHER_CASE' } });
      const clearance = lane.runner.state?.clearance.id;
      if (result === 'failed' || clearance === undefined) throw errors.STORE_FAILED({ data: { code: 'STORE_IO' } });
      return { clearance };
    }),

    ...hitCalls(api, parts, send),
    ...demandCalls(api, parts, send),
    ...stampCalls(api, parts),

    state: api.lane.state.handler(async ({ input, context, errors }) => {
      const clearance = openCase(lane, input.clearance, errors);
      const wrong = statedWrong(clearance, input.facts, dayAtGate(lane.context));
      if (wrong !== null) throw errors.FACTS_WRONG({ data: { what: wrong } });
      const first = by(context);
      const asked = { clearance, facts: input.facts, first, second: input.second, caller: context };
      const second = await confirmedBy(parts, asked, errors);
      const at = lane.context.clock.now();
      const facts = factsStated(clearance, input.facts, { at, by: first, confirmedBy: second });
      await send(input.clearance, { type: 'FACTS_KNOWN', facts, by: first, at }, errors);
      return { recorded: true as const };
    }),

    presentCode: api.lane.presentCode.handler(async ({ input, context, errors }) => {
      const clearance = openCase(lane, input.clearance, errors);
      const { kind, found } = await lane.codes.hear(input.text, clearance, by(context), false);
      if (!found) throw errors.CODE_SAYS_NOTHING({ data: { what: CODE_WORDS[kind] } });
      return { kind };
    }),

    note: api.lane.note.handler(async ({ input, context, errors }) => {
      await send(
        input.clearance,
        { type: 'NOTE', text: input.text, at: lane.context.clock.now(), by: by(context) },
        errors,
      );
      return { recorded: true as const };
    }),

    clear: api.lane.clear.handler(({ input, context, errors }) =>
      decide(input.clearance, 'CLEARED', [], by(context), errors),
    ),
    refer: api.lane.refer.handler(({ input, context, errors }) =>
      decide(input.clearance, 'REFERRED', input.reasons, by(context), errors),
    ),
    abandon: api.lane.abandon.handler(({ input, context, errors }) =>
      decide(input.clearance, 'ABANDONED', input.reasons, by(context), errors),
    ),
  };
}
