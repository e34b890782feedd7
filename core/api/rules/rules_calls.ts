import { may } from '../../domain/access/permissions.ts';
import type { Result } from '../../domain/result.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { dayAtGate } from '../lane_context.ts';
import { pinRefused } from '../pin_refused.ts';
import { whileSignedIn } from '../while_signed_in.ts';
import { rulesInWords } from './rule_tables.ts';
import type { OrderProblem } from './rules_desk.ts';

interface Errors {
  RULES_FAILED(options: { data: { code: string } }): Error;
}
type Named = Exclude<OrderProblem['code'], 'RULES_FAILED'>;

/** The value, or the refusal by its own name; `named` holds the ones that this call knows. */
function taken<T>(result: Result<T, OrderProblem>, errors: Errors, named: Partial<Record<Named, () => Error>>): T {
  if (result.ok) return result.value;
  const { error } = result;
  if (error.code === 'RULES_FAILED') throw errors.RULES_FAILED({ data: { code: error.problem.code } });
  throw named[error.code]?.() ?? errors.RULES_FAILED({ data: { code: error.code } });
}

const by = (context: { officer: { number: string } | null }): string => context.officer?.number ?? '';

export function rulesCalls(api: Api, { lane, signIns, rulesDesk: desk }: ApiParts) {
  const { rules: area } = api;
  return {
    watch: area.watch.handler(async function* ({ signal, context }) {
      for await (const { officer } of whileSignedIn(signIns, context, lane.boothLive.follow(signal)))
        yield desk.view(may(officer.roles, 'CHANGE_RULES'), may(officer.roles, 'REPLAY_CASES'));
    }),

    browse: area.browse.handler(async ({ input, errors }) => {
      const rules = await desk.snapshots.ruleSet(input.version);
      if (!rules.ok) throw errors.RULES_FAILED({ data: { code: rules.error.code } });
      const rows = rulesInWords(rules.value, input.table, dayAtGate(lane.context));
      if (rows === null) throw errors.RULES_FAILED({ data: { code: 'RULES_UNKNOWN' } });
      return { rules: rows };
    }),

    incoming: area.incoming.handler(async ({ errors }) => {
      const files = await desk.snapshots.incoming();
      if (!files.ok) throw errors.RULES_FAILED({ data: { code: files.error.code } });
      return { files: [...files.value] };
    }),

    takeIn: area.takeIn.handler(async ({ input, errors }) => {
      const done = await desk.takeIn(input.file);
      if (!done.ok) throw errors.RULES_FAILED({ data: { code: done.error.code } });
      return { version: done.value.version };
    }),

    rehearse: area.rehearse.handler(async ({ input, context, errors }) => {
      const rules = await desk.snapshots.ruleSet(input.version);
      if (!rules.ok) throw errors.RULES_FAILED({ data: { code: rules.error.code } });
      const started = desk.rehearsing.start(rules.value, input.last, by(context));
      if (!started.ok) throw errors.REHEARSAL_UNDER_WAY();
      return { rehearsal: started.value };
    }),

    stopRehearsal: area.stopRehearsal.handler(async ({ input }) => ({
      stopped: await desk.rehearsing.stop(input.rehearsal),
    })),

    order: area.order.handler(async ({ input, context, errors }) => ({
      change: taken(await desk.orderChange(input.version, by(context)), errors, errors),
    })),

    discard: area.discard.handler(async ({ input, context, errors }) => {
      taken(await desk.discard(input.change, by(context)), errors, errors);
      return { discarded: true as const };
    }),

    confirm: area.confirm.handler(async ({ input, context, errors }) => {
      const { order } = desk;
      if (order?.id !== input.change || order.phase !== 'WAITING') throw errors.NO_SUCH_CHANGE();
      if (order.orderedBy === input.number) throw errors.SAME_PERSON();
      const second = await signIns.secondPerson(context, input);
      if (!second.ok) throw pinRefused(second.error, errors);
      if (!may(second.value.roles, 'CONFIRM_RULES')) throw errors.NOT_HEAD_OF_UNIT();
      taken(await desk.confirm(input.change, second.value.number), errors, errors);
      return { inForce: true as const };
    }),
  };
}
