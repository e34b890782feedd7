import type { Answerer } from '../../domain/clearance/who_answers.ts';
import type { SecondLineEvent } from '../../domain/second_line/event.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { entry } from '../lane_context.ts';
import type { NumberAndPin } from '../pin_check.ts';
import { type PinErrors, pinRefused } from '../pin_refused.ts';
import { whileSignedIn } from '../while_signed_in.ts';
import type { Caller } from '../window.ts';
import type { SecondLineProblem } from './second_line_desk.ts';
import { groundOf } from './second_line_step.ts';
import { questionText, secondLineCase, secondLineView } from './second_line_view.ts';
import { silentMessages, silentSeen } from './silent_messages.ts';

interface CaseErrors {
  NO_SUCH_CASE(): Error;
  CASE_REFUSED(options: { data: { why: Extract<SecondLineProblem, { code: 'CASE_REFUSED' }>['why'] } }): Error;
  STORE_FAILED(options: { data: { code: string } }): Error;
}

function refused(problem: SecondLineProblem, errors: CaseErrors): Error {
  if (problem.code === 'NO_SUCH_CASE') return errors.NO_SUCH_CASE();
  if (problem.code === 'CASE_REFUSED') return errors.CASE_REFUSED({ data: { why: problem.why } });
  return errors.STORE_FAILED({ data: { code: problem.problem.code } });
}

type SignedIn = { readonly officer: Answerer | null };
const who = ({ officer }: SignedIn): Answerer => ({ number: officer?.number ?? '', roles: officer?.roles ?? [] });
const RECORDED = { recorded: true as const };

/** The windows of the second line and of those who supervise it. */
export function secondLineCalls(api: Api, { lane, signIns, secondLine }: ApiParts) {
  const { context } = lane;

  async function act(file: string, event: SecondLineEvent, errors: CaseErrors) {
    const done = await secondLine.act(file, event);
    if (!done.ok) throw refused(done.error, errors);
    return RECORDED;
  }

  async function second(caller: Caller, shown: NumberAndPin | undefined, errors: PinErrors): Promise<Answerer | null> {
    if (shown === undefined) return null;
    const known = await signIns.secondPerson(caller, shown);
    if (!known.ok) throw pinRefused(known.error, errors);
    return known.value;
  }

  const done = (caller: SignedIn) => ({ by: who(caller), at: context.clock.now() });

  return {
    watch: api.secondLine.watch.handler(async function* ({ signal, context: caller }) {
      for await (const _ of whileSignedIn(signIns, caller, lane.boothLive.follow(signal)))
        yield secondLineView(context, secondLine.files);
    }),
    watchCase: api.secondLine.watchCase.handler(async function* ({ input, signal, context: caller, errors }) {
      if ((await secondLine.byId(input.file)) === null) throw errors.NO_SUCH_CASE();
      for await (const { officer } of whileSignedIn(signIns, caller, lane.boothLive.follow(signal))) {
        const opened = await secondLine.byId(input.file);
        if (opened === null) return;
        yield secondLineCase(context, opened, officer);
      }
    }),
    escorted: api.secondLine.escorted.handler(({ input, context: caller, errors }) =>
      act(input.file, { type: 'ESCORTED', escort: input.escort, ...done(caller) }, errors),
    ),
    take: api.secondLine.take.handler(({ input, context: caller, errors }) =>
      act(input.file, { type: 'TAKE', ...done(caller) }, errors),
    ),
    takeOver: api.secondLine.takeOver.handler(({ input, context: caller, errors }) =>
      act(input.file, { type: 'TAKE_OVER', reason: input.reason, ...done(caller) }, errors),
    ),
    putBack: api.secondLine.putBack.handler(({ input, context: caller, errors }) =>
      act(input.file, { type: 'PUT_BACK', ...done(caller) }, errors),
    ),
    answer: api.secondLine.answer.handler(({ input, context: caller, errors }) => {
      const { file, question, answer } = input;
      const asked = question === null ? input.asked : questionText(question);
      return act(file, { type: 'ANSWERED', question, asked, answer, ...done(caller) }, errors);
    }),
    recheck: api.secondLine.recheck.handler(async ({ input, context: caller, errors }) => {
      const { file, check, result, reason } = input;
      const beside = await second(caller, input.second, errors);
      return act(file, { type: 'RECHECKED', check, result, reason, second: beside, ...done(caller) }, errors);
    }),
    compare: api.secondLine.compare.handler(async ({ input, context: caller, errors }) => {
      const { file, entry: name, answer } = input;
      const beside = await second(caller, input.second, errors);
      return act(file, { type: 'COMPARED', entry: name, answer, second: beside, ...done(caller) }, errors);
    }),
    askOwner: api.secondLine.askOwner.handler(({ input, context: caller, errors }) => {
      const { file, entry: name, authority, channel } = input;
      return act(file, { type: 'CONFIRMATION_ASKED', entry: name, authority, channel, ...done(caller) }, errors);
    }),
    ownerAnswered: api.secondLine.ownerAnswered.handler(({ input, context: caller, errors }) => {
      const { file, entry: name, result, note } = input;
      return act(file, { type: 'CONFIRMATION_ANSWERED', entry: name, result, note, ...done(caller) }, errors);
    }),
    measure: api.secondLine.measure.handler(({ input, context: caller, errors }) =>
      act(input.file, { type: 'MEASURE', kind: input.kind, text: input.text, ...done(caller) }, errors),
    ),
    decide: api.secondLine.decide.handler(({ input, context: caller, errors }) => {
      const { outcome } = input;
      if (outcome.kind === 'REFUSAL_PROPOSED' && groundOf(context, outcome.ground) === null)
        throw errors.NO_SUCH_GROUND();
      const offline = lane.memory.connection.state === 'OFFLINE';
      return act(input.file, { type: 'DECIDE', outcome: input.outcome, offline, ...done(caller) }, errors);
    }),
    callNext: api.secondLine.callNext.handler(async ({ context: caller, errors }) => {
      const called = entry(context, 'SECOND_LINE_CALLED', who(caller).number, null, null);
      const stored = await context.records.commit({ entries: [called] });
      if (!stored.ok) throw errors.STORE_FAILED({ data: { code: stored.error.code } });
      lane.tellRest('SECOND_LINE_NEXT');
      return RECORDED;
    }),
    watchSilent: api.secondLine.watchSilent.handler(async function* ({ signal, context: caller, errors }) {
      const opened = entry(context, 'SILENT_MESSAGES_SHOWN', who(caller).number, null, null);
      const stored = await context.records.commit({ entries: [opened] });
      if (!stored.ok) throw errors.STORE_FAILED({ data: { code: stored.error.code } });
      for await (const _ of whileSignedIn(signIns, caller, lane.boothLive.follow(signal))) {
        const found = await silentMessages(context);
        if (!found.ok) throw errors.STORE_FAILED({ data: { code: found.error.code } });
        yield found.value;
      }
    }),
    silentSeen: api.secondLine.silentSeen.handler(async ({ input, context: caller, errors }) => {
      const seen = await silentSeen(context, input, who(caller).number);
      if (!seen.ok) throw errors.STORE_FAILED({ data: { code: seen.error.code } });
      lane.publish();
      return RECORDED;
    }),
  };
}
