import { implement } from '@orpc/server';
import type { CallMeta } from '../../contract/base.ts';
import { contract } from '../../contract/index.ts';
import { may } from '../domain/access/permissions.ts';
import type { IncomingLists } from '../ports/incoming_lists.ts';
import type { SecondFactor } from './access/second_factor.ts';
import type { AdvanceDesk } from './advance/advance_desk.ts';
import type { DecisionFiles } from './decisions/decision_files.ts';
import type { Duty } from './duty.ts';
import type { Lane } from './lane.ts';
import { entry } from './lane_context.ts';
import type { ListChanges } from './list_changes.ts';
import type { RulesDesk } from './rules/rules_desk.ts';
import type { SignIns } from './sign_ins.ts';
import type { Maintenance } from './technician/maintenance.ts';
import type { CallContext } from './window.ts';

export interface ApiParts extends Duty {
  readonly lane: Lane;
  readonly signIns: SignIns;
  readonly secondFactor: SecondFactor;
  readonly changes: ListChanges;
  readonly incoming: IncomingLists;
  readonly maintenance: Maintenance;
  readonly rulesDesk: RulesDesk;
  readonly decisions: DecisionFiles;
  readonly advance: AdvanceDesk;
}

/**
 * The one place where a caller's right is judged: by the act that the call in the contract needs, looked up in the
 * one table of permissions. A call whose act is forgotten is open to nobody.
 */
export function authorised({ lane, signIns }: ApiParts) {
  return implement(contract)
    .$context<CallContext>()
    .use(async ({ context, procedure, path, next, errors }) => {
      const meta = procedure['~orpc'].meta as CallMeta;
      // The traveller's screen stands where anyone can touch it: it learns its moment, and nobody signs in at it.
      if (context.window.role === 'gate' && path[0] !== 'traveller') throw errors.ROLE_FORBIDDEN();
      if (meta.demoOnly === true && !lane.options.training) throw errors.TRAINING_ONLY();
      const call = path.join('.');
      const officer = signIns.officerAt(context.window.windowId);
      if (meta.needs !== 'WINDOW') {
        if (officer === null) throw errors.NOT_SIGNED_IN();
        if (meta.needs === null || !may(officer.roles, meta.needs)) {
          const refused = entry(lane.context, 'CALL_REFUSED', officer.number, null, { call });
          await lane.context.records.commit({ entries: [refused] });
          throw errors.ROLE_FORBIDDEN();
        }
      }
      return next({ context: { officer, call } });
    });
}

export type Api = ReturnType<typeof authorised>;
