import type { ShiftView } from '../../../contract/shift.ts';
import { may } from '../../domain/access/permissions.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { whyNotSigned } from '../../domain/shift/shift_machine.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { givenPaper, makePaper } from '../forms/made_paper.ts';
import { pinRefused } from '../pin_refused.ts';
import { whileSignedIn } from '../while_signed_in.ts';
import type { ShiftDesk, ShiftProblem, StoredShift } from './shift_desk.ts';
import { shiftPaper } from './shift_paper.ts';

interface ShiftErrors {
  SHIFT_REFUSED(options: { data: { why: Extract<ShiftProblem, { code: 'SHIFT_REFUSED' }>['why'] } }): Error;
  STORE_FAILED(options: { data: { code: string } }): Error;
}

const RECORDED = { recorded: true as const };

function taken(result: Result<null, ShiftProblem>, errors: ShiftErrors): typeof RECORDED {
  if (result.ok) return RECORDED;
  const { error } = result;
  if (error.code === 'SHIFT_REFUSED') throw errors.SHIFT_REFUSED({ data: { why: error.why } });
  throw errors.STORE_FAILED({ data: { code: error.problem.code } });
}

const shiftOf = ({ officer, displayName, shift, startedAt, counters }: StoredShift) => ({
  officer,
  displayName,
  shift,
  startedAt,
  counters,
});

async function viewOf(desk: ShiftDesk, now: number, viewer: string): Promise<ShiftView> {
  const { running, last } = desk;
  const current = await desk.items();
  const handOver = running?.handOver ?? null;
  const items = (handOver?.items ?? current).map((item) => {
    const answer = handOver?.answers.find((one) => one.item === item.id);
    const { accepted, reason, at } = answer ?? { accepted: false, reason: '', at: 0 };
    return { ...item, answer: answer === undefined ? null : { accepted, reason, at } };
  });
  return {
    now,
    running: running === null ? null : { ...shiftOf(running), mine: running.officer === viewer },
    items,
    handOver:
      handOver === null || running === null
        ? null
        : {
            openedAt: handOver.openedAt,
            instructions: handOver.instructions,
            counters: handOver.counters,
            why: whyNotSigned(running, current),
          },
    last:
      last === null || last.ended === null || last.report === null
        ? null
        : {
            ...shiftOf(last),
            counters: last.ended.counters,
            number: last.number,
            endedAt: last.ended.at,
            to: last.ended.to,
            report: { ...last.report, counts: [...last.report.counts] },
          },
  };
}

/** The windows of those who are on duty. */
export function shiftCalls(api: Api, { lane, signIns, shift }: ApiParts) {
  const { clock } = lane.context;
  type Caller = { readonly officer: { readonly number: string } | null };
  const who = ({ officer }: Caller): string => officer?.number ?? '';
  const done = (caller: Caller) => ({ by: who(caller), at: clock.now() });

  return {
    watch: api.shift.watch.handler(async function* ({ signal, context: caller }) {
      for await (const _ of whileSignedIn(signIns, caller, lane.boothLive.follow(signal))) {
        yield await viewOf(shift, clock.now(), who(caller));
      }
    }),
    begin: api.shift.begin.handler(async ({ input, context: caller, errors }) => {
      const officer = signIns.officerAt(caller.window.windowId);
      if (officer === null) throw errors.NOT_SIGNED_IN();
      return taken(await shift.begin(officer, input.counters), errors);
    }),
    beginHandOver: api.shift.beginHandOver.handler(async ({ input, context: caller, errors }) => {
      const items = await shift.items();
      return taken(await shift.act({ type: 'BEGIN_HAND_OVER', items, ...input, ...done(caller) }), errors);
    }),
    answerItem: api.shift.answerItem.handler(async ({ input, context: caller, errors }) =>
      taken(await shift.act({ type: 'ANSWER_ITEM', ...input, ...done(caller) }), errors),
    ),
    cancelHandOver: api.shift.cancelHandOver.handler(async ({ context: caller, errors }) =>
      taken(await shift.act({ type: 'CANCEL_HAND_OVER', ...done(caller) }), errors),
    ),
    sign: api.shift.sign.handler(async ({ input, context: caller, errors }) => {
      const passed = await signIns.passTo(caller, input, async (next) => {
        if (!may(next.roles, 'WORK_SHIFT')) return err({ code: 'SHIFT_REFUSED', why: 'ROLE' } as const);
        const signed = await shift.sign(who(caller), next);
        return signed.ok ? ok(null) : signed;
      });
      if (passed.ok) return taken(passed.value, errors);
      throw pinRefused(passed.error, errors);
    }),
    print: api.shift.print.handler(async ({ input, context: caller, errors }) => {
      const asked = { kind: 'shift-report', language: input.language, by: who(caller) } as const;
      const made = await shift.print(input.number, (file, ended) =>
        makePaper(lane.context, asked, (writing) => shiftPaper(lane.context, file, ended, writing)),
      );
      if (made.ok) return givenPaper(made.value);
      const { error } = made;
      throw error.code === 'STORE_FAILED'
        ? errors.STORE_FAILED({ data: { code: error.problem.code } })
        : errors[error.code]();
    }),
    close: api.shift.close.handler(async ({ input, context: caller, errors }) => {
      const items = await shift.items();
      return taken(await shift.act({ type: 'CLOSE', items, ...input, ...done(caller) }), errors);
    }),
  };
}
