import type { Answerer } from '../../domain/clearance/who_answers.ts';
import { groundRule } from '../../domain/entry/refusal.ts';
import type { OverstayEvent } from '../../domain/overstay/machine.ts';
import type { RefusalEvent } from '../../domain/refusal/machine.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { decisionSeq } from '../clearance_entries.ts';
import { openCase } from '../hit_calls.ts';
import { dayAtGate } from '../lane_context.ts';
import type { NumberAndPin } from '../pin_check.ts';
import { type PinErrors, pinRefused } from '../pin_refused.ts';
import { whileSignedIn } from '../while_signed_in.ts';
import type { Caller } from '../window.ts';
import type { OpenedDecision } from './decision_file.ts';
import type { DecisionProblem } from './decision_files.ts';
import { decisionsView, groundsOf, overstayFileView, refusalView } from './decisions_view.ts';

interface FileErrors {
  NO_SUCH_CASE(): Error;
  DECISION_REFUSED(options: { data: { why: Extract<DecisionProblem, { code: 'DECISION_REFUSED' }>['why'] } }): Error;
  STORE_FAILED(options: { data: { code: string } }): Error;
  WRONG_STATE?(options: { data: { why: string } }): Error;
}

function refused(problem: DecisionProblem, errors: FileErrors): Error {
  switch (problem.code) {
    case 'NO_SUCH_CASE':
      return errors.NO_SUCH_CASE();
    case 'DECISION_REFUSED':
      return errors.DECISION_REFUSED({ data: { why: problem.why } });
    case 'WRONG_STATE':
      return errors.WRONG_STATE?.({ data: { why: problem.why } }) ?? errors.NO_SUCH_CASE();
    case 'STORE_FAILED':
      return errors.STORE_FAILED({ data: { code: problem.problem.code } });
  }
}

const RECORDED = { recorded: true as const };
type SignedIn = { readonly officer: Answerer | null };
const who = ({ officer }: SignedIn): Answerer => ({ number: officer?.number ?? '', roles: officer?.roles ?? [] });

/** Refusals and overstays: proposed and worked on at the counter, decided by the one whom the law names. */
export function decisionCalls(api: Api, { lane, signIns, decisions }: ApiParts) {
  const { context } = lane;
  const now = () => context.clock.now();

  async function known(caller: Caller, shown: NumberAndPin, errors: PinErrors): Promise<Answerer> {
    const person = await signIns.secondPerson(caller, shown);
    if (!person.ok) throw pinRefused(person.error, errors);
    return person.value;
  }

  async function refusal(file: string, event: RefusalEvent, errors: FileErrors) {
    const done = await decisions.refusal(file, event);
    if (!done.ok) throw refused(done.error, errors);
    return RECORDED;
  }

  async function overstay(file: string, event: OverstayEvent, errors: FileErrors) {
    const done = await decisions.overstay(file, event);
    if (!done.ok) throw refused(done.error, errors);
    return RECORDED;
  }

  return {
    watch: api.decisions.watch.handler(async function* ({ signal, context: caller }) {
      for await (const _ of whileSignedIn(signIns, caller, lane.boothLive.follow(signal)))
        yield decisionsView(context, decisions.all);
    }),

    file: api.decisions.file.handler(async ({ input, errors }) => {
      const opened = await decisions.byId(input.file);
      if (opened === null) throw errors.NO_SUCH_CASE();
      return groundsOf(opened);
    }),

    ofClearance: api.decisions.ofClearance.handler(async function* ({ input, signal, context: caller }) {
      const settled = await decisions.settledOf(input.clearance);
      const newest = (kind: OpenedDecision['kind']) =>
        decisions.ofClearance(kind, input.clearance) ?? settled.find((one) => one.kind === kind);
      for await (const _ of whileSignedIn(signIns, caller, lane.boothLive.follow(signal))) {
        const refused = newest('REFUSAL');
        const over = newest('OVERSTAY');
        yield {
          refusal: refused?.kind === 'REFUSAL' ? refusalView(context, refused) : null,
          overstay: over?.kind === 'OVERSTAY' ? overstayFileView(context, over) : null,
        };
      }
    }),

    proposeRefusal: api.decisions.proposeRefusal.handler(async ({ input, context: caller, errors }) => {
      openCase(lane, input.clearance, errors);
      const rules = context.rules.current()?.rules;
      const ground = rules === undefined ? undefined : groundRule(rules, input.ground, dayAtGate(context));
      if (ground === undefined) throw errors.NO_SUCH_GROUND();
      const { found, carrier, returnFlight } = input;
      const at = now();
      const offline = lane.memory.connection.state === 'OFFLINE';
      const named = { ground: ground.ground, decider: ground.decider, source: ground.source };
      const proposed = { ground: named, found, carrier, returnFlight };
      const decision = {
        kind: 'REFUSAL_PROPOSED',
        reasons: [],
        at,
        by: who(caller).number,
        offline,
        refusal: proposed,
      } as const;
      const sent = await lane.runner.send({ type: 'DECIDE', decision });
      if (!sent.ok) {
        if (sent.error.code === 'STORE') throw errors.STORE_FAILED({ data: { code: sent.error.problem.code } });
        throw errors.WRONG_STATE({ data: { why: sent.error.why } });
      }
      const { recordNumber, openedAt, id } = sent.value.state.clearance;
      await decisions.settled();
      const file = decisions.ofClearance('REFUSAL', id);
      if (file === null) throw errors.NO_SUCH_CASE();
      return {
        file: file.file.id,
        number: file.file.number,
        decision: {
          recordNumber,
          outcome: 'REFUSAL_PROPOSED' as const,
          at,
          seconds: Math.round((at - openedAt) / 1000),
          journalSeq: decisionSeq(sent.value.lastSeq),
        },
      };
    }),

    decideRefusal: api.decisions.decideRefusal.handler(async ({ input, context: caller, errors }) => {
      const { file, answer, reason, order } = input;
      const by = await known(caller, input.decider, errors);
      return refusal(file, { type: 'DECIDE', answer, reason, order, by, at: now() }, errors);
    }),
    carrierTold: api.decisions.carrierTold.handler(({ input, context: caller, errors }) =>
      refusal(input.file, { type: 'CARRIER_TOLD', to: input.to, by: who(caller), at: now() }, errors),
    ),
    reverseRefusal: api.decisions.reverseRefusal.handler(async ({ input, context: caller, errors }) => {
      const by = await known(caller, input.decider, errors);
      return refusal(input.file, { type: 'REVERSE', reason: input.reason, by, at: now() }, errors);
    }),

    openOverstay: api.decisions.openOverstay.handler(async ({ input, context: caller, errors }) => {
      const clearance = openCase(lane, input.clearance, errors);
      const opened = await decisions.openOverstay(clearance, who(caller).number);
      if (!opened.ok) throw refused(opened.error, errors);
      return { file: opened.value.file.id, number: opened.value.file.number };
    }),
    overstayMeasure: api.decisions.overstayMeasure.handler(async ({ input, context: caller, errors }) => {
      const { file, decider, ...said } = input;
      const by = await known(caller, decider, errors);
      return overstay(file, { type: 'MEASURE', ...said, by, at: now() }, errors);
    }),
    overstayMinutes: api.decisions.overstayMinutes.handler(({ input, context: caller, errors }) => {
      const { file, signed, witness } = input;
      return overstay(file, { type: 'MINUTES', signed, witness, by: who(caller), at: now() }, errors);
    }),
    overstayPayment: api.decisions.overstayPayment.handler(({ input, context: caller, errors }) => {
      const { file, receipt, reason } = input;
      return overstay(file, { type: 'PAYMENT', receipt, reason, by: who(caller), at: now() }, errors);
    }),
    endOverstay: api.decisions.endOverstay.handler(async ({ input, context: caller, errors }) => {
      const by = await known(caller, input.decider, errors);
      const done = await decisions.endOverstay(input.file, { reason: input.reason, by, at: now() });
      if (!done.ok) throw refused(done.error, errors);
      return RECORDED;
    }),
    closeOverstay: api.decisions.closeOverstay.handler(({ input, context: caller, errors }) =>
      overstay(input.file, { type: 'CLOSE', by: who(caller), at: now() }, errors),
    ),
  };
}
